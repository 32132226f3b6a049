// Pages on paper: what is folded, too wide or not spelled out; words of large print;
// and, for some, the sheets as Chromium prints them.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

// The width and height of A4 within its margins, in pixels.
const sheet = { width: 657, height: 960 };

// What is wrong before anything is set: too wide a page, which the browser would
// make smaller; what stays folded; a link that does not say where it leads.
function laid(page) {
  return page.evaluate((width) => {
    const faults = [];
    const fault = (part, what, why) => faults.push({ what, where: look.place(part), why });
    const sideways = [...document.querySelectorAll('.table-wrap')].filter((part) => getComputedStyle(part).page === 'wide');
    sideways.forEach((part) => { part.hidden = true; });
    const wide = document.documentElement.scrollWidth;
    sideways.forEach((part) => { part.hidden = false; });
    if (wide > width + 1) fault(document.documentElement, `the page is ${wide} pixels wide on paper, where ${width} fit`, 'it is made smaller, or cut off');
    for (const part of document.querySelectorAll('details > :not(summary)')) {
      if (!look.shown(part) || part.getBoundingClientRect().height === 0) fault(part, 'a part stays folded on paper', 'whoever reads the print never sees it');
    }
    for (const link of document.querySelectorAll('main a[href^="http"]')) {
      const says = getComputedStyle(link, '::after').content;
      if (look.shown(link) && !says.includes(link.getAttribute('href'))) fault(link, `the print does not spell out ${link.href}`, 'whoever reads the print cannot follow it');
    }
    for (const way of document.querySelectorAll('.no-print, .download, .pager, .site-nav, .breadcrumbs')) {
      if (look.shown(way)) fault(way, 'the print holds what can only be used on a screen', 'it takes the room of words');
    }
    return faults;
  }, sheet.width);
}

// Words that are smaller than 16 points in large print. Drawings are left out: those
// of many panels keep their size, and the figures below them say the same.
function small(page) {
  return page.evaluate(() => {
    const found = new Map();
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
      const part = words.currentNode.parentElement;
      if (!words.currentNode.textContent.trim() || part.closest('.vh, svg, script, style') || !part.getClientRects().length) continue;
      const points = parseFloat(getComputedStyle(part).fontSize) * 0.75;
      if (points < 15.95) found.set(look.place(part), points);
    }
    return [...found].map(([where, points]) => ({ what: `words have ${points.toFixed(1)} points in large print`, where, why: 'they are too small for whoever asked for large print' }));
  });
}

// Puts a mark before and behind all that may not be split, and between a
// heading and what follows it; gives the pairs that must be on one sheet.
function mark(page) {
  return page.evaluate((height) => {
    const pairs = [];
    const put = (place, where, name) => {
      const span = document.createElement('span');
      span.textContent = `⟦${name}⟧`;
      span.style.cssText = 'font: 1px/1 Arial; letter-spacing: 0; word-spacing: 0; position: absolute; color: #000';
      place.insertAdjacentElement(where, span);
    };
    // What ends a part: a mark below its last line might fall on the next sheet.
    const end = (part) => {
      const inside = [...part.childNodes].filter((node) => (node.nodeType === 3 ? node.textContent.trim() : node.nodeType === 1 && !node.textContent.startsWith('⟦')));
      const last = inside[inside.length - 1];
      const isBlock = last?.nodeType === 1 && last.getClientRects().length > 0 && last.textContent.trim() && !['inline', 'inline-flex', 'inline-block'].includes(getComputedStyle(last).display) && !last.matches('svg, table');
      return isBlock ? end(last) : part;
    };
    const all = [...document.querySelectorAll('main *')].filter((part) => part.getClientRects().length > 0 && !part.closest('svg, .vh'));
    const tall = (part) => part.getBoundingClientRect().height > height * 0.8;
    const kept = all.filter((part) => getComputedStyle(part).breakInside === 'avoid' && !tall(part)
      && ['TR', 'DIV', 'LI', 'SECTION', 'ARTICLE', 'FIGURE', 'TABLE', 'P'].includes(part.tagName));
    const heads = all.filter((part) => /^H[1-6]$/.test(part.tagName) && part.nextElementSibling?.getClientRects().length > 0);
    const label = (part) => `${part.tagName.toLowerCase()}.${part.className} "${part.textContent.trim().slice(0, 30)}"`;
    for (const part of kept) {
      const name = `${pairs.length}`;
      const [first, last] = part.tagName === 'TR' ? [part.cells[0], part.cells[part.cells.length - 1]]
        : part.tagName === 'TABLE' ? [part.rows[0].cells[0], part.rows[part.rows.length - 1].cells[0]] : [part, part];
      pairs.push([name, label(part)]);
      put(first, 'afterbegin', `${name}a`);
      put(end(last), 'beforeend', `${name}b`);
    }
    for (const part of heads) {
      let next = part.nextElementSibling;
      while (next.firstElementChild && !['P', 'TABLE', 'LI'].includes(next.tagName)) next = next.firstElementChild;
      if (next.closest('svg') || next.tagName === 'TABLE') continue;
      const name = `${pairs.length}`;
      pairs.push([name, `what follows ${label(part)}`]);
      put(part, 'beforeend', `${name}a`);
      put(next, 'afterbegin', `${name}b`);
    }
    return pairs;
  }, sheet.height);
}

// The words of each sheet.
async function sheets(page) {
  const folder = mkdtempSync(join(tmpdir(), 'pledgebook-print-'));
  const file = join(folder, 'page.pdf');
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
  const { stdout } = await promisify(execFile)('pdftotext', ['-raw', file, '-'], { maxBuffer: 1 << 28 });
  rmSync(folder, { recursive: true });
  return stdout.split('\f').slice(0, -1);
}

function heads(words, site) {
  const faults = [];
  words.forEach((text, n) => {
    const plain = text.replace(/\s+/g, ' ');
    if (!plain.includes(`Page ${n + 1} of ${words.length}`)) faults.push(`sheet ${n + 1} has no number`);
    if (n > 0 && !plain.includes(site)) faults.push(`sheet ${n + 1} does not say whose it is`);
  });
  return faults.slice(0, 5);
}

function split(words, pairs) {
  const place = new Map();
  words.forEach((text, n) => [...text.replace(/\s+/g, '').matchAll(/⟦(\d+[ab])⟧/g)].forEach(([, name]) => place.set(name, n + 1)));
  const faults = pairs.filter(([name]) => place.has(`${name}a`) && place.has(`${name}b`) && place.get(`${name}a`) !== place.get(`${name}b`))
    .map(([name, label]) => `splits ${label} between sheets ${place.get(`${name}a`)} and ${place.get(`${name}b`)}`);
  const found = pairs.filter(([name]) => place.has(`${name}a`)).length;
  if (pairs.length > 0 && found < pairs.length * 0.8) faults.push(`only ${found} of ${pairs.length} marks were found on paper`);
  return faults;
}

const onSheets = (what) => ({ what: `on paper, ${what}`, where: 'sheets', why: 'whoever has the print in hand loses the thread' });

// What is wrong with the sheets of a page that is open in print.
export async function sheetFaults(page) {
  // As it stands at the head of each sheet: in the page alone, either may be said anywhere.
  const site = await page.evaluate(() => ['.council', '.site-title'].map((part) => document.querySelector(`.site-header ${part}`)?.textContent.trim()).join(' · '));
  const pairs = await mark(page);
  const words = await sheets(page);
  return [...heads(words, site), ...split(words, pairs)].map(onSheets);
}

export default {
  name: 'paper',
  modes: ['print', 'large print', 'large print on a screen'],
  async run(page, mode) {
    const onPaper = mode.media === 'print' ? await laid(page) : [];
    return mode.name === 'print' ? onPaper : [...onPaper, ...await small(page)];
  },
};
