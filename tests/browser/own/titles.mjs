// No two pages of a site have one title.
import { readFileSync } from 'node:fs';

const title = (page) => readFileSync(page.file, 'utf8').match(/<title>([^<]*)<\/title>/)?.[1].trim() ?? '';

export function titles(site) {
  const seen = new Map();
  return site.pages.flatMap((page) => {
    const words = title(page);
    const other = seen.get(words);
    seen.set(words, page);
    const fault = (one, two) => ({ checker: 'own', rule: 'titles', page: one, mode: 'source', what: `has the title of ${two.name}: ${words}`, where: 'title', why: 'whoever has both open cannot tell which is which' });
    return other ? [fault(page, other), fault(other, page)] : [];
  });
}
