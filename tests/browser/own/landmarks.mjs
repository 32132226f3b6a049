// The parts of a page that readers go between: one main, one banner, one foot,
// and menus that each have a name of their own.
export default {
  name: 'landmarks',
  modes: ['light'],
  run: (page) => page.evaluate(() => {
    const faults = [];
    const lost = 'whoever goes from landmark to landmark cannot find that part of the page';
    const outside = (element) => !element.parentElement.closest('main, article, aside, nav, section');
    const one = (name, found) => {
      if (found.length !== 1) faults.push({ what: `the page has ${found.length} parts that are its ${name}`, where: found[1] ? look.place(found[1]) : 'body', why: lost });
    };
    one('main', [...document.querySelectorAll('main, [role=main]')]);
    one('banner', [...document.querySelectorAll('header, [role=banner]')].filter(outside));
    one('contentinfo', [...document.querySelectorAll('footer, [role=contentinfo]')].filter(outside));
    const named = (element) => {
      const ids = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
      return (element.getAttribute('aria-label') ?? ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')).trim();
    };
    const names = new Map();
    for (const menu of [...document.querySelectorAll('nav, [role=navigation]')].filter(look.shown)) {
      const name = named(menu);
      if (!name) faults.push({ what: 'a menu has no name', where: look.place(menu), why: 'whoever goes from menu to menu cannot tell them apart' });
      else if (names.has(name)) faults.push({ what: `two menus are named "${name}"`, where: look.place(menu), why: 'whoever goes from menu to menu cannot tell them apart' });
      names.set(name, menu);
    }
    return faults;
  }),
};
