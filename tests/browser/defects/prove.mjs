// Plants every defect of the list, and shows that each is found by the checker that
// should, and that the pages are clean without it: node defects/prove.mjs FOLDER [part of a name].
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { launch } from '../browser.mjs';
import { inspect } from '../inspect.mjs';
import { titles } from '../own/titles.mjs';
import { say } from '../report.mjs';
import { readSites } from '../sites.mjs';
import { sources } from '../sources.mjs';
import { defects } from './list.mjs';
import { plant } from './plant.mjs';

const least = 60;
const checkers = ['axe', 'nu', 'html-validate', 'own'];
const [, , folder, part = ''] = process.argv;
const begun = Date.now();
const example = readSites(resolve(folder)).find((site) => site.name === 'example');
const chosen = defects.filter((defect) => defect.name.includes(part));
// Beside the sites, so that the copies can share their files.
const room = mkdtempSync(join(dirname(resolve(folder)), 'pledgebook-defects-'));

const planted = chosen.map((defect, n) => plant(example, defect, join(room, `${n}`)));
const used = new Set(chosen.map((defect) => `example/${defect.page}`));
const controls = example.pages.filter((page) => used.has(page.name));

const browser = await launch();
const copies = planted.map((one) => one.copy);
const files = new Set([...planted.flatMap((one) => [one.page.file, ...one.edited]), ...controls.map((page) => page.file)]);
const texts = sources([example, ...copies], files);
const seen = await inspect(browser, [...controls, ...planted.map((one) => one.page)]);
await browser.close();
const all = [...(await texts).findings, ...seen.findings, ...copies.flatMap(titles)];
rmSync(room, { recursive: true });

const clean = all.filter((finding) => controls.includes(finding.page));

// What is said of the page, or of a file of its copy, oftener than of the page as it is:
// an edit moves the lines below it.
function added(one) {
  const told = all.filter((finding) => finding.page === one.page || one.edited.includes(finding.page.file));
  const control = controls.find((page) => page.name === one.page.name);
  const key = (finding) => JSON.stringify([finding.mode, finding.checker, finding.what]);
  const usual = all.filter((finding) => finding.page === control).map(key);
  return told.filter((finding) => {
    const at = usual.indexOf(key(finding));
    if (at >= 0) usual.splice(at, 1);
    return at < 0;
  });
}

const results = planted.map((one) => {
  const told = added(one);
  const by = checkers.filter((checker) => told.some((finding) => finding.checker === checker));
  const isFound = told.some((finding) => finding.checker === one.defect.by && finding.what.includes(one.defect.says));
  return { ...one, told, by, isFound };
});

for (const { defect, told, by, isFound } of results) {
  console.log(`${isFound ? 'found ' : 'MISSED'}  ${defect.name} (${defect.rule}): ${by.join(', ') || 'nobody'}`);
  if (!isFound) told.slice(0, 5).forEach((finding) => console.log(`        ${finding.checker}, ${finding.mode}: ${finding.what}`));
}
const missed = results.filter((result) => !result.isFound).length;
const each = checkers.map((checker) => `${checker} ${results.filter(({ by }) => by.includes(checker)).length} (alone ${results.filter(({ by }) => by.length === 1 && by[0] === checker).length})`);
const wrong = say(clean);
console.log(`${results.length} defects, ${results.length - missed} found: ${each.join(', ')}; ${controls.length} pages without them, ${wrong} findings; ${((Date.now() - begun) / 60000).toFixed(1)} minutes`);
process.exit(missed === 0 && wrong === 0 && (part || results.length >= least) ? 0 : 1);
