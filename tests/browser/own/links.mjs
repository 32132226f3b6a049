// Links say where they lead, to whoever hears them one by one, and are told from
// the words around them by more than colour.
export default {
  name: 'links',
  modes: ['light'],
  run: (page) => page.evaluate(() => {
    const faults = [];
    const vague = /^(click here|here|read more|more|link|this|this page|this link|find out more|details|download|see more|view)$/i;
    const said = (link) => (link.getAttribute('aria-label') ?? '') || look.words(link) || (link.querySelector('img[alt]')?.alt ?? '');
    const isLined = (part) => getComputedStyle(part).textDecorationLine.includes('underline') || parseFloat(getComputedStyle(part).borderBottomWidth) > 0;
    for (const link of document.querySelectorAll('a[href]')) {
      if (!look.shown(link)) continue;
      const words = said(link);
      if (!words) faults.push({ what: 'a link has no words', where: look.place(link), why: 'whoever listens is not told where it leads' });
      if (vague.test(words)) faults.push({ what: `a link says only "${words}"`, where: look.place(link), why: 'whoever hears the links one by one is not told where it leads' });
      const around = link.closest('p, li, td, dd, blockquote, figcaption');
      // In items and cells a link often stands beside its words, not among them; axe looks at those.
      if (!around || link.closest('nav') || getComputedStyle(link).display !== 'inline') continue;
      const beside = look.words(around).length - look.words(link).length;
      if (around.tagName === 'P' && beside > 20 && !isLined(link) && ![...link.children].some(isLined)) faults.push({ what: 'a link among words is told by its colour alone', where: look.place(link), why: 'whoever cannot see the colour does not see that it is a link' });
    }
    return faults;
  }),
};
