// Words of charts are large enough and stay within their drawing; nothing in a
// chart asks for a pointer; series differ without their colour.
const sizes = () => [...document.querySelectorAll('svg.ch text')]
  .filter((text) => text.getClientRects().length > 0)
  .map((text) => [parseFloat(getComputedStyle(text).fontSize) * text.ownerSVGElement.getScreenCTM().a, text])
  .filter(([size]) => size < 11.95)
  .map(([size, text]) => ({ what: `words of a chart are ${size.toFixed(1)} pixels high`, where: look.place(text), why: 'they are too small to read' }));

const bounds = () => [...document.querySelectorAll('svg.ch')]
  .filter((svg) => svg.getClientRects().length > 0)
  .flatMap((svg) => {
    const frame = svg.getBoundingClientRect();
    return [...svg.querySelectorAll('text')].filter((text) => {
      const box = text.getBoundingClientRect();
      return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
    }).map((text) => ({ what: 'words of a chart leave their drawing', where: look.place(text), why: 'they are cut off or lie over other words' }));
  });

const collisions = () => [...document.querySelectorAll('svg.ch')]
  .filter((svg) => svg.getClientRects().length > 0)
  .flatMap((svg) => {
    const texts = [...svg.querySelectorAll('text')].map((text) => [text, text.getBoundingClientRect()]);
    return texts.flatMap(([one, a], n) => texts.slice(n + 1)
      .filter(([, b]) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > a.height * 0.45)
      .map(([other]) => ({ what: `words of a chart lie over "${other.textContent}"`, where: look.place(one), why: 'neither can be read' })));
  });

const pointers = () => [...document.querySelectorAll('svg.ch :is(a, [tabindex], [onmouseover], [onclick], g > title)')]
  .map((stop) => ({ what: `a chart holds <${stop.tagName}>, which asks for a pointer`, where: look.place(stop), why: 'whoever has no mouse never sees it' }));

// Dash, marker and hatching tell series apart, or else how light they are.
function alike() {
  const outline = (mark) => (mark.tagName === 'circle' ? 'circle' : mark.getAttribute('d').replace(/^M[-\d. ]+/, '').split('Z')[0]);
  const marks = (group, name) => [...group.querySelectorAll(`.${name}`)].flatMap((mark) => (mark.tagName === 'g' ? [...mark.children] : [mark]));
  const seen = (group) => {
    const [line] = marks(group, 'l');
    const [marker] = marks(group, 'm');
    const [bar] = marks(group, 'b');
    const fill = bar && getComputedStyle(bar).fill;
    return {
      shape: JSON.stringify([line && getComputedStyle(line).strokeDasharray, marker && outline(marker), fill?.match(/url\([^)]*\)/)?.[0]]),
      colour: (bar ? fill.replace(/url\([^)]*\)\s*/, '') : getComputedStyle(line ?? marker)[line ? 'stroke' : 'fill']),
    };
  };
  const faults = [];
  for (const svg of document.querySelectorAll('svg.ch')) {
    if (svg.getClientRects().length === 0) continue;
    const all = [...svg.querySelectorAll(':scope > g.s')].filter((group) => group.querySelector('.l, .m, .b'))
      .map((group) => [group.getAttribute('class'), seen(group)]);
    for (const [name, one] of all) {
      const hatching = one.shape.match(/url\([^#)]*#([^"'\\)]+)/)?.[1];
      if (hatching && !document.getElementById(hatching)) faults.push({ what: `series ${name} is hatched with #${hatching}, which is not there`, where: look.place(svg), why: 'it looks like another, or like nothing' });
    }
    all.forEach(([name, one], n) => all.slice(n + 1).forEach(([other, two]) => {
      if (one.shape !== two.shape || look.contrast(look.colour(one.colour), look.colour(two.colour)) >= 1.3) return;
      faults.push({ what: `series ${name} and ${other} look alike without colour`, where: look.place(svg), why: 'whoever cannot see the colours, or prints in black, cannot tell them apart' });
    }));
  }
  return faults;
}

const inModes = {
  light: [sizes, bounds, collisions, pointers, alike],
  dark: [alike],
  'forced colours': [alike],
  phone: [sizes, bounds, collisions, alike],
  '200 % zoom': [sizes, bounds],
  print: [alike, bounds],
  'large print on a screen': [sizes, bounds, collisions],
};

export default {
  name: 'drawings',
  modes: Object.keys(inModes),
  async run(page, mode) {
    const faults = [];
    for (const part of inModes[mode.name]) faults.push(...await page.evaluate(part));
    return faults;
  },
};
