// In forced colours grounds and shadows are gone: controls keep an edge, and what
// is chosen in a menu keeps a mark.
export default {
  name: 'forced colours',
  modes: ['forced colours'],
  run: (page) => page.evaluate(() => {
    const faults = [];
    const why = 'whoever sets their own colours does not see it';
    const hasEdge = (style) => ['Top', 'Right', 'Bottom', 'Left'].some((side) => style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) > 0)
      || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0);
    for (const control of document.querySelectorAll('button, input:not([type=hidden]), select, textarea, [role=button], [role=checkbox], [role=switch]')) {
      if (look.shown(control) && !hasEdge(getComputedStyle(control))) faults.push({ what: 'a control has no edge once grounds are gone', where: look.place(control), why });
    }
    const mark = (link) => {
      const style = getComputedStyle(link);
      return JSON.stringify([style.fontWeight, style.textDecorationLine, style.textDecorationThickness, parseFloat(style.borderBottomWidth) > 0 && style.borderBottomColor, style.borderBottomWidth, style.borderInlineStartWidth, style.outlineStyle]);
    };
    for (const chosen of document.querySelectorAll('nav [aria-current]')) {
      const others = [...chosen.closest('nav').querySelectorAll('a[href]:not([aria-current])')];
      if (look.shown(chosen) && others.length > 0 && others.every((other) => mark(other) === mark(chosen))) faults.push({ what: 'what is chosen in a menu looks like the rest', where: look.place(chosen), why });
    }
    for (const part of document.querySelectorAll('body *')) {
      if (part.closest('svg') || !look.shown(part)) continue;
      const style = getComputedStyle(part);
      if (style.forcedColorAdjust === 'none') faults.push({ what: 'a part keeps its own colours', where: look.place(part), why: 'whoever sets their own colours needs them everywhere' });
      const isEmpty = !look.words(part) && !part.querySelector('svg, img, input, textarea, select, button') && part.getBoundingClientRect().width >= 4 && part.getBoundingClientRect().height >= 4;
      if (isEmpty && (part.matches('[role=img], [role=meter], meter, progress') || part.closest('.status')) && !hasEdge(style)) faults.push({ what: 'a mark is drawn by its ground alone', where: look.place(part), why });
    }
    return faults;
  }),
};
