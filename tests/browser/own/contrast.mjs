// Contrast that axe does not measure: in drawings, words 4.5 to 1 with their rim or
// what they stand on, and lines and shapes that mean something 3 to 1; and words before
// a shade or a picture, held against the colour that it lies on.
export default {
  name: 'contrast',
  modes: ['light', 'dark', 'forced colours', 'print', 'large print on a screen'],
  run: (page, mode) => page.evaluate((isDrawnAlone) => {
    const faults = [];
    const look = globalThis.look;
    const hard = 'whoever sees little cannot read it';
    const paint = (text, ground) => look.over(look.colour(text), ground);
    const isPlain = (text) => text !== 'none' && !text.startsWith('url') && look.colour(text)[3] > 0;
    const check = (part, colour, ground, least, what) => {
      const found = look.contrast(paint(colour, ground), ground);
      if (found < least - 0.01) faults.push({ what: `${what} have a contrast of ${found.toFixed(2)} to 1, not ${least}`, where: look.place(part), why: hard });
    };
    for (const text of document.querySelectorAll('svg text')) {
      if (!look.shown(text)) continue;
      const style = getComputedStyle(text);
      const page = look.ground(text.ownerSVGElement);
      const hasRim = isPlain(style.stroke) && parseFloat(style.strokeWidth) >= 2 && style.paintOrder.startsWith('stroke');
      const ground = hasRim ? paint(style.stroke, page) : page;
      check(text, style.fill, ground, 4.5, 'words of a drawing');
    }
    for (const mark of document.querySelectorAll('svg.ch g.s > .l, svg.ch g.s > .m, svg.ch g.s .m > *, svg.ch g.s > .b, svg.ch g.s .b > *, .target .dash')) {
      if (!mark.ownerSVGElement || !look.shown(mark.ownerSVGElement) || mark.tagName === 'g') continue;
      const style = getComputedStyle(mark);
      const ground = look.ground(mark.ownerSVGElement);
      const colours = [style.fill.replace(/^url\([^)]*\)\s*/, ''), style.stroke].filter((colour) => isPlain(colour));
      const best = Math.max(0, ...colours.map((colour) => look.contrast(paint(colour, ground), ground)));
      if (best < 2.99) faults.push({ what: `a mark of a chart has a contrast of ${best.toFixed(2)} to 1, not 3`, where: look.place(mark), why: 'whoever sees little cannot see it' });
    }
    for (const shape of document.querySelectorAll('svg.shape > *, svg.arrow > *')) {
      if (!look.shown(shape.ownerSVGElement)) continue;
      const style = getComputedStyle(shape);
      const ground = look.ground(shape.ownerSVGElement);
      const best = Math.max(0, ...[style.fill, style.stroke].filter(isPlain).map((colour) => look.contrast(paint(colour, ground), ground)));
      if (best < 2.99) faults.push({ what: `the shape of a status has a contrast of ${best.toFixed(2)} to 1, not 3`, where: look.place(shape.ownerSVGElement.parentElement), why: 'whoever sees little cannot see it' });
    }
    const words = isDrawnAlone ? null : document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const seen = new Set();
    while (words?.nextNode()) {
      const part = words.currentNode.parentElement;
      if (!words.currentNode.textContent.trim() || seen.has(part) || part.closest('.vh, svg, script, style, [hidden]') || !look.shown(part)) continue;
      seen.add(part);
      const style = getComputedStyle(part);
      const size = parseFloat(style.fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && parseInt(style.fontWeight, 10) >= 700);
      check(part, style.color, look.ground(part), isLarge ? 3 : 4.5, 'words');
    }
    return faults;
  }, mode.colorScheme !== 'dark' && mode.name !== 'light' && mode.name !== 'print'),
};
