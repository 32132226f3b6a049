// With the text spacing that WCAG asks for, on a phone and enlarged, no words are
// cut off and none lie over others.
export default {
  name: 'clipped',
  modes: ['light', 'phone', '400 % zoom', 'wide text spacing', 'wide text spacing on a phone', 'large print on a screen'],
  run: (page) => page.evaluate(() => {
    const faults = [];
    const look = globalThis.look;
    const holders = [...document.querySelectorAll('body *')].filter((part) => !part.closest('svg') && !look.unseen(part) && look.shown(part)
      && [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim()));
    const boxes = (part) => [...part.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim()).flatMap((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
    });
    const cutter = (part) => {
      for (let at = part; at && at !== document.body; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY)) return at;
      }
      return null;
    };
    // Heads that are shown to listeners only, on a phone.
    const isHidden = (part) => part.closest('thead') && getComputedStyle(part.closest('thead')).clipPath !== 'none';
    const lines = [];
    for (const part of holders) {
      if (isHidden(part)) continue;
      const own = boxes(part);
      const by = cutter(part);
      if (by) {
        const frame = by.getBoundingClientRect();
        const style = getComputedStyle(by);
        const isOut = (box) => (style.overflowX !== 'visible' && (box.right > frame.right + 1 || box.left < frame.left - 1))
          || (style.overflowY !== 'visible' && (box.bottom > frame.bottom + 2 || box.top < frame.top - 2));
        if (own.some(isOut)) faults.push({ what: `words are cut off by ${look.place(by).slice(0, 60)}`, where: look.place(part), why: 'they cannot be read by whoever sets letters further apart or larger' });
      }
      own.forEach((box) => lines.push([box, part]));
    }
    lines.sort(([a], [b]) => a.top - b.top);
    const told = new Set();
    lines.forEach(([a, one], n) => {
      for (let m = n + 1; m < lines.length && lines[m][0].top < a.bottom; m += 1) {
        const [b, other] = lines[m];
        if (one === other || told.has(one)) continue;
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across <= 3 || down <= Math.min(a.height, b.height) * 0.5) continue;
        const isSticky = [one, other].some((part) => ['sticky', 'fixed'].includes(getComputedStyle(part.closest('.toc, thead, th') ?? part).position));
        if (isSticky) continue;
        told.add(one);
        faults.push({ what: `words lie over other words: "${look.words(other).slice(0, 30)}"`, where: look.place(one), why: 'neither can be read' });
      }
    });
    return faults;
  }),
};
