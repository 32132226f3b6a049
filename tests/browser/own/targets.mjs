// What is pressed is at least 24 pixels wide and high (WCAG 2.5.8), or stands in a
// line of words, or has room around it: a circle of 24 pixels that touches no other.
export default {
  name: 'targets',
  modes: ['light', 'phone', 'large print on a screen'],
  run: (page) => page.evaluate(() => {
    const look = globalThis.look;
    // The rectangle that can be pressed: a link around a block takes its size.
    const reach = (part) => [part, ...part.querySelectorAll('*')].filter((one) => look.shown(one)).map((one) => one.getBoundingClientRect())
      .filter((box) => box.width > 0)
      .reduce((all, box) => ({ left: Math.min(all.left, box.left), top: Math.min(all.top, box.top), right: Math.max(all.right, box.right), bottom: Math.max(all.bottom, box.bottom) }),
        { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity });
    const isInLine = (part) => {
      if (getComputedStyle(part).display !== 'inline') return false;
      const block = part.parentElement.closest('p, li, td, th, dd, dt, figcaption, blockquote, caption, div, h1, h2, h3, h4, h5, h6, sup');
      return block !== null && look.words(block).length > look.words(part).length;
    };
    const targets = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [role=button], [role=link], label[for]')]
      .filter((part) => look.shown(part) && !part.matches('.skip') && !look.unseen(part))
      .map((part) => ({ part, box: reach(part) }));
    const isSmall = ({ box }) => box.right - box.left < 23.9 || box.bottom - box.top < 23.9;
    const middle = ({ box }) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const near = (one, other) => {
      const [x, y] = middle(one);
      if (isSmall(other)) {
        const [u, v] = middle(other);
        return Math.hypot(x - u, y - v) < 24;
      }
      const [u, v] = [Math.max(other.box.left, Math.min(x, other.box.right)), Math.max(other.box.top, Math.min(y, other.box.bottom))];
      return Math.hypot(x - u, y - v) < 12;
    };
    return targets.filter((one) => isSmall(one) && !isInLine(one.part) && targets.some((other) => other !== one && near(one, other)))
      .map(({ part, box }) => ({ what: `a target is ${(box.right - box.left).toFixed(0)} by ${(box.bottom - box.top).toFixed(0)} pixels and stands close to another`, where: look.place(part), why: 'whoever has no steady hand presses the wrong one' }));
  }),
};
