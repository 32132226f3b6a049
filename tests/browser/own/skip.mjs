// The first stop of the Tab key leads to the words, and takes the reader there.
export default {
  name: 'skip link',
  modes: ['light', 'phone'],
  async run(page) {
    await page.evaluate(() => look.start());
    await page.keyboard.press('Tab');
    const first = await page.evaluate(() => {
      const stop = document.activeElement;
      const box = stop.getBoundingClientRect();
      return { href: stop.getAttribute('href'), where: look.place(stop),
        isSeen: box.top >= 0 && box.left >= 0 && box.width > 1 && box.bottom <= innerHeight && box.right <= innerWidth + 1 };
    });
    const why = 'whoever uses a keyboard goes through the whole menu on every page';
    if (!first.href?.startsWith('#')) return [{ what: 'the first stop of the Tab key is not the skip link', where: first.where, why }];
    const faults = first.isSeen ? [] : [{ what: 'the skip link cannot be seen when it is reached', where: first.where, why }];
    await page.keyboard.press('Enter');
    const lands = await page.evaluate(() => document.activeElement?.closest('main, [role=main]') !== null && document.activeElement !== document.body);
    await page.keyboard.press('Tab');
    const next = await page.evaluate(() => ({ isInside: document.activeElement === document.body
      || document.activeElement.compareDocumentPosition(document.querySelector('main, [role=main]') ?? document.body) !== Node.DOCUMENT_POSITION_FOLLOWING }));
    if (!lands || !next.isInside) faults.push({ what: 'the skip link does not take the reader to the words', where: first.where, why });
    return faults;
  },
};
