// Without scripts the same words are there. What only a script can do (a form, and
// what it says) is left out.
export function said(page) {
  return page.evaluate(() => {
    const main = document.querySelector('main, [role=main]')?.cloneNode(true);
    if (!main) return '';
    main.querySelectorAll('form, [role=status], [aria-live], script, [hidden]').forEach((part) => part.remove());
    return main.textContent.replace(/\s+/g, ' ').trim();
  });
}

export function compare(withScript, without) {
  if (withScript === without) return [];
  let at = 0;
  while (withScript[at] === without[at]) at += 1;
  return [{ what: `without scripts the page has other words: "${withScript.slice(at, at + 60)}" is "${without.slice(at, at + 60)}"`, where: 'main', why: 'whoever has no scripts, or has them fail, does not get these words' }];
}
