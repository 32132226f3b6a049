// Opens every page of the built sites and says, by name, what is wrong.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { chromium } from 'playwright-core';
import { printed } from './print.mjs';

const [, , folder] = process.argv;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// A page at 200 % zoom is as wide as one of half the width.
const modes = [
  { name: 'light', width: 1280, axe: true },
  { name: 'dark', width: 1280, colorScheme: 'dark', axe: true },
  { name: 'phone', width: 320, axe: true },
  { name: 'zoomed to 200 %', width: 640 },
  { name: 'phone with wide text spacing', width: 320, style: '* {line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important} p {margin-bottom: 2em !important}' },
  { name: 'forced colours', width: 1280, forcedColors: 'active' },
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

// Each series of a chart can be told from the others without its colour: by its
// dash, its marker or its hatching, or else by how light it is.
async function seriesAlike(page) {
  return page.evaluate(() => {
    const luminance = (colour) => {
      const [r, g, b] = colour.match(/rgba?\(([^)]+)\)/)[1].split(/[ ,]+/).map((n) => {
        const share = Number(n) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const outline = (mark) => (mark.tagName === 'circle' ? 'circle'
      : mark.getAttribute('d').replace(/^M[-\d. ]+/, '').split('Z')[0]);
    const marks = (group, name) => [...group.querySelectorAll(`.${name}`)]
      .flatMap((mark) => (mark.tagName === 'g' ? [...mark.children] : [mark]));
    const look = (group) => {
      const [line] = marks(group, 'l');
      const [marker] = marks(group, 'm');
      const [bar] = marks(group, 'b');
      const fill = bar && getComputedStyle(bar).fill;
      return {
        shape: JSON.stringify([line && getComputedStyle(line).strokeDasharray, marker && outline(marker),
          fill?.match(/url\([^)]*\)/)?.[0]]),
        colour: bar ? fill : getComputedStyle(line ?? marker)[line ? 'stroke' : 'fill'],
      };
    };
    const faults = [];
    for (const svg of document.querySelectorAll('svg.ch')) {
      if (svg.getClientRects().length === 0) continue;
      const slots = new Map();
      for (const group of svg.querySelectorAll(':scope > g.s')) {
        if (group.querySelector('.l, .m, .b')) slots.set(group.getAttribute('class'), look(group));
      }
      const all = [...slots];
      all.forEach(([name, one], n) => all.slice(n + 1).forEach(([other, two]) => {
        if (one.shape !== two.shape) return;
        const [a, b] = [one, two].map((it) => luminance(it.colour)).sort((x, y) => y - x);
        if ((a + 0.05) / (b + 0.05) < 1.3) faults.push(`chart ${svg.id || svg.getAttribute('aria-labelledby')}: ${name} and ${other} look alike without colour`);
      }));
    }
    return faults;
  });
}

// Words stay within their drawing, and nothing in it can be stopped at or is
// told by pointing at it.
async function drawings(page) {
  return page.evaluate(() => [...document.querySelectorAll('svg.ch')]
    .filter((svg) => svg.getClientRects().length > 0)
    .flatMap((svg) => {
      const frame = svg.getBoundingClientRect();
      const out = [...svg.querySelectorAll('text')].filter((text) => {
        const box = text.getBoundingClientRect();
        return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
      }).map((text) => `chart text "${text.textContent}" leaves its drawing`);
      const stops = [...svg.querySelectorAll('a, [tabindex], [onmouseover], [onclick], g > title')]
        .map((stop) => `a chart holds <${stop.tagName}>, which asks for a pointer`);
      return [...out, ...stops];
    }));
}

async function check(context, file, mode) {
  const page = await context.newPage();
  const faults = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) faults.push(`asks for ${request.url()}`);
  });
  await page.goto(`file://${file}`);
  if (mode.style) await page.addStyleTag({ content: mode.style });
  faults.push(...await layout(page, mode.width), ...await smallText(page), ...await seriesAlike(page));
  // Spaced-out letters may leave a drawing, which does not clip them.
  if (!mode.style) faults.push(...await drawings(page));
  if (mode.axe) faults.push(...await skipLink(page), ...await accessibility(page));
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
  console.log(`${relative(folder, file)} (${mode.width}, ${mode.name}): ${fault}`);
};
for (const mode of modes) {
  const context = await browser.newContext({
    viewport: { width: mode.width, height: 900 },
    colorScheme: mode.colorScheme ?? 'light',
    forcedColors: mode.forcedColors ?? 'none',
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
// On paper: every whole report, and the first page of each kind.
const context = await browser.newContext();
for (const site of readdirSync(folder)) {
  const kinds = new Set();
  for (const file of pages(join(folder, site))) {
    const kind = readFileSync(file, 'utf8').match(/<body[^>]* class="([^"]*)"/)?.[1];
    if (kinds.has(kind) && !file.endsWith('/print/index.html')) continue;
    kinds.add(kind);
    for (const isLarge of [false, true]) {
      const mode = { name: isLarge ? 'large print' : 'print', width: 'A4' };
      (await printed(context, file, isLarge)).forEach((fault) => say(file, mode, fault));
      checked += 1;
    }
  }
}
await context.close();
await browser.close();
console.log(`${checked} checks of pages, ${wrong} findings.`);
process.exit(wrong === 0 && checked > 0 ? 0 : 1);
