// The Tab key comes to everything that can be used, down each column of the page,
// and leaves it again.
const why = 'whoever has no mouse cannot use it, or loses their place';

// Gives every stop a number in the order of the page, and forgets where the page is.
function expected(page) {
  return page.evaluate(() => {
    look.start();
    window.stopsOf = [...document.querySelectorAll(look.stops)]
      .filter((stop) => look.shown(stop) && stop.tabIndex >= 0 && !stop.disabled);
    return window.stopsOf.map((stop) => {
      const { left, right, top, bottom } = stop.getBoundingClientRect();
      return { where: look.place(stop), order: stop.tabIndex, box: { left, right, top, bottom } };
    });
  });
}

// Where the Tab key is: a number of the list, -1 at none of it, -2 past the end.
async function step(page) {
  await page.keyboard.press('Tab');
  return page.evaluate(() => (document.activeElement === document.body ? -2 : window.stopsOf.indexOf(document.activeElement)));
}

// The stops in the order in which the Tab key reaches them, and where it was caught.
async function walk(page, most) {
  const reached = [];
  let strangers = 0;
  for (let at = await step(page); at !== -2; at = await step(page)) {
    if (at === -1 && (strangers += 1) > 20) break;
    if (at === -1) continue;
    if (at === reached[0]) break;
    if (at === reached[reached.length - 1] || reached.length > most) return { reached, caught: at };
    reached.push(at);
  }
  return { reached };
}

// Above, in the same column.
const isAbove = (one, two) => one.bottom <= two.top && one.left < two.right && one.right > two.left;

export default {
  name: 'stops',
  modes: ['light'],
  async run(page) {
    const list = await expected(page);
    const faults = list.filter((stop) => stop.order > 0).map((stop) => ({ what: `a stop has a place of its own in the order (tabindex ${stop.order})`, where: stop.where, why }));
    const { reached, caught } = await walk(page, list.length + 5);
    if (caught !== undefined) faults.push({ what: 'the Tab key is caught and cannot leave', where: list[caught].where, why });
    const missed = list.filter((_, n) => !reached.includes(n));
    if (caught === undefined) faults.push(...missed.slice(0, 3).map((stop) => ({ what: 'the Tab key never comes to it', where: stop.where, why })));
    const back = reached.findIndex((at, n) => n > 0 && isAbove(list[at].box, list[reached[n - 1]].box));
    if (back > 0) faults.push({ what: 'the Tab key goes back up the page', where: list[reached[back]].where, why });
    const pointed = await page.evaluate(() => [...document.querySelectorAll('[onclick], [onmousedown]')]
      .filter((part) => !part.closest('a[href], button, input, select, textarea, summary, [tabindex="0"]')).map((part) => ({ what: 'something answers to a mouse and cannot be reached by keyboard', where: look.place(part) })));
    return [...faults, ...pointed.map((fault) => ({ ...fault, why }))];
  },
};
