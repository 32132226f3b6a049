// No page scrolls sideways, and no table of words does within it.
const modes = ['light', 'phone', '200 % zoom', '400 % zoom', 'wide text spacing', 'wide text spacing on a phone', 'large print on a screen'];

export default {
  name: 'reflow',
  modes,
  run: (page, mode) => page.evaluate((width) => {
    const faults = [];
    const sideways = 'whoever needs large words reads every line by moving to and fro';
    if (document.documentElement.scrollWidth > width) {
      const widest = [...document.querySelectorAll('body *')].filter((part) => look.shown(part) && !look.unseen(part))
        .find((part) => part.getBoundingClientRect().right > width + 1 && part.scrollWidth > 0 && !part.parentElement.closest('.table-wrap'));
      faults.push({ what: `the page scrolls sideways: it is ${document.documentElement.scrollWidth} pixels wide on a screen of ${width}`, where: widest ? look.place(widest) : 'html', why: sideways });
    }
    // A table of figures may scroll (its columns are compared); one of words may not.
    const isOfWords = (part) => {
      const cells = [...part.querySelectorAll('tbody td')].map(look.words);
      const figures = cells.filter((text) => text.length <= 16 && (/\d|^\[.\]$|^$/.test(text)));
      return cells.length > 0 && figures.length < cells.length / 2;
    };
    for (const part of document.querySelectorAll('body *')) {
      if (!['auto', 'scroll'].includes(getComputedStyle(part).overflowX) || part.scrollWidth <= part.clientWidth + 1) continue;
      const isFine = part.tagName === 'PRE' || (part.querySelector('table') && !isOfWords(part));
      if (!isFine) faults.push({ what: `words scroll sideways: ${part.scrollWidth} pixels in ${part.clientWidth}`, where: look.place(part), why: sideways });
    }
    return faults;
  }, mode.width),
};
