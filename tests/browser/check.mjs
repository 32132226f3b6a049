// Checks every page of the built sites: node check.mjs FOLDER [part of a page's name].
import { launch } from './browser.mjs';
import { inspect } from './inspect.mjs';
import { keyboard } from './keyboard.mjs';
import { titles } from './own/titles.mjs';
import { say, sum } from './report.mjs';
import { readSites } from './sites.mjs';
import { sources } from './sources.mjs';
import { trees } from './tree.mjs';
import { weight } from './weight.mjs';

const [, , folder, part] = process.argv;
const begun = Date.now();
const sites = readSites(folder);
const pages = sites.flatMap((site) => site.pages).filter((page) => !part || page.name.includes(part));

// Sheets are printed of every whole report and of the first page of each kind.
for (const site of sites) {
  const kinds = new Set();
  for (const page of site.pages) {
    page.isPrinted = !kinds.has(page.kind) || page.kind === 'print';
    kinds.add(page.kind);
  }
}

// What the script makes of the search page: pages that were found, and none.
const queries = pages.filter((page) => page.kind === 'search')
  .flatMap((page) => ['?q=dental', '?q=zzz'].map((query) => ({ ...page, query, isPrinted: false, name: `${page.name}${query}` })));

const browser = await launch();
const texts = sources(sites, part ? new Set(pages.map((page) => page.file)) : null);
const seen = await inspect(browser, [...pages, ...queries]);
const example = sites.find((site) => site.name === 'example');
const ways = part ? [] : [await keyboard(browser, example), await trees(browser, example), await weight(browser, example)];
await browser.close();

const read = await texts;
const findings = [...read.findings, ...seen.findings, ...sites.flatMap(titles), ...ways.flatMap((way) => way.findings)];
const count = say(findings);
const checks = Object.entries(sum(read.counts, seen.counts, { own: sites.length + ways.length })).map(([name, n]) => `${name} ${n}`).join(', ');
ways.flatMap((way) => way.said).forEach((line) => console.log(line));
console.log(`${sites.length} sites, ${pages.length} pages, checks: ${checks}; ${count} findings; ${((Date.now() - begun) / 60000).toFixed(1)} minutes`);
process.exit(count === 0 && pages.length > 0 ? 0 : 1);
