// Opens every page of the built sites and says, by name, what is wrong.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { chromium } from 'playwright-core';

const [, , folder] = process.argv;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const modes = [
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 320, colorScheme: 'light' },
];

function pages(inside) {
  return readdirSync(inside, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

async function accessibility(page) {
  await page.evaluate(axe);
  const found = await page.evaluate((values) => window.axe.run(document, { runOnly: { type: 'tag', values } }), tags);
  return found.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${rule.help}: ${node.target.join(' ')}`));
}

async function layout(page, width) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  return wide > width ? [`scrolls sideways: ${wide} pixels wide`] : [];
}

async function skipLink(page) {
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => document.activeElement?.getAttribute('href'));
  return first === '#main' ? [] : [`the first stop of the Tab key is ${first}, not the skip link`];
}

async function smallText(page) {
  return page.evaluate(() => [...document.querySelectorAll('svg.ch text')]
    .filter((text) => text.getClientRects().length > 0)
    .map((text) => [parseFloat(getComputedStyle(text).fontSize) * text.ownerSVGElement.getScreenCTM().a, text.textContent])
    .filter(([size]) => size < 11.95)
    .map(([size, words]) => `chart text "${words}" is ${size.toFixed(1)} pixels high`));
}

async function check(context, file, mode) {
  const page = await context.newPage();
  const faults = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) faults.push(`asks for ${request.url()}`);
  });
  await page.goto(`file://${file}`);
  faults.push(...await layout(page, mode.width), ...await smallText(page), ...await skipLink(page), ...await accessibility(page));
  const title = await page.title();
  await page.close();
  return { faults, title };
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
let checked = 0;
let wrong = 0;
const say = (file, mode, fault) => {
  wrong += 1;
  console.log(`${relative(folder, file)} (${mode.width}, ${mode.colorScheme}): ${fault}`);
};
for (const mode of modes) {
  const context = await browser.newContext({
    viewport: { width: mode.width, height: 900 }, colorScheme: mode.colorScheme,
  });
  for (const site of readdirSync(folder)) {
    const titles = new Map();
    for (const file of pages(join(folder, site))) {
      const { faults, title } = await check(context, file, mode);
      checked += 1;
      if (titles.has(title)) faults.push(`has the title of ${titles.get(title)}: ${title}`);
      titles.set(title, relative(folder, file));
      faults.forEach((fault) => say(file, mode, fault));
    }
  }
  await context.close();
}
await browser.close();
console.log(`${checked} checks of pages, ${wrong} findings.`);
process.exit(wrong === 0 && checked > 0 ? 0 : 1);
