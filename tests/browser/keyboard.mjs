// One reader with a keyboard alone (Tab, Shift and Tab, Enter, and letters to write)
// goes from the home page to the figures of an outcome, takes them home, and searches.
import { readFileSync } from 'node:fs';
import { context } from './browser.mjs';
import { serve } from './server.mjs';

const most = 400;

function now(tab) {
  return tab.evaluate(() => {
    const at = document.activeElement;
    return { words: look.words(at), href: at.getAttribute?.('href') ?? '', tag: at.tagName, id: at.id, inMain: at.closest('main') !== null && at.tagName !== 'MAIN' };
  });
}

// Presses Tab (or Shift and Tab) until the stop is the wanted one.
async function reach(tab, what, isIt, key = 'Tab') {
  for (let press = 1; press <= most; press += 1) {
    await tab.keyboard.press(key);
    if (isIt(await now(tab))) return press;
  }
  throw new Error(`${what} is not reached with ${most} presses of ${key} on ${tab.url()}`);
}

async function enter(tab, pattern) {
  await Promise.all([tab.waitForURL(pattern, { timeout: 5000 }), tab.keyboard.press('Enter')]);
}

function expect(holds, what) {
  if (!holds) throw new Error(what);
}

async function skip(tab) {
  await reach(tab, 'the skip link', (stop) => stop.href === '#main');
  await tab.keyboard.press('Enter');
  await tab.keyboard.press('Tab');
  expect((await now(tab)).inMain, 'the skip link does not lead into the words');
  await tab.keyboard.press('Shift+Tab');
}

async function unfold(tab) {
  const presses = await reach(tab, 'a part that unfolds', (stop) => stop.tag === 'SUMMARY');
  await tab.keyboard.press('Enter');
  expect(await tab.evaluate(() => document.activeElement.parentElement.open), 'Enter does not unfold a part');
  return presses;
}

async function download(tab, folder) {
  await reach(tab, 'the figures as CSV', (stop) => stop.href.endsWith('.csv'));
  const { href } = await now(tab);
  const file = new URL(href, tab.url()).pathname;
  const [taken] = await Promise.all([tab.waitForEvent('download', { timeout: 5000 }), tab.keyboard.press('Enter')]);
  const same = readFileSync(await taken.path()).equals(readFileSync(folder + decodeURIComponent(file)));
  expect(same, `the download of ${file} is not that file`);
}

async function search(tab) {
  await reach(tab, 'the field for words', (stop) => stop.id === 'search-words');
  await tab.keyboard.type('dental checks');
  await tab.keyboard.press('Enter');
  await tab.waitForTimeout(300);
  const told = await tab.evaluate(() => document.getElementById('search-count')?.textContent.trim());
  expect(told, 'nothing says how many pages were found');
  await reach(tab, 'the first result', (stop) => stop.inMain && stop.href.includes('.html'));
  const { href, words } = await now(tab);
  expect(/dental/i.test(words), `the first result is "${words}"`);
  await enter(tab, `**/${href.replace(/^(\.\.\/)+/, '')}`);
  expect(/dental/i.test(await tab.locator('h1').textContent()), 'the first result does not lead to its page');
}

// The way, step by step; a step that fails ends it.
const steps = [
  ['the skip link', (tab) => skip(tab)],
  ['home to the latest report', async (tab) => {
    await reach(tab, 'the latest report', (stop) => stop.inMain && /^[^/]+\/index\.html$/.test(stop.href) && /report/i.test(stop.words));
    await enter(tab, /\/\d{4}-\d{2}\/index\.html$/);
  }],
  ['report to chapter', async (tab) => {
    await reach(tab, 'a chapter', (stop) => stop.inMain && stop.href.endsWith('/health/index.html'));
    await enter(tab, '**/health/index.html');
  }],
  ['a part that unfolds', (tab) => unfold(tab)],
  ['back up with Shift and Tab', (tab) => reach(tab, 'the first link of the words', (stop) => stop.inMain, 'Shift+Tab')],
  ['chapter to outcome', async (tab) => {
    await reach(tab, 'an outcome', (stop) => stop.inMain && /outcomes\/[^/]+\/index\.html$/.test(stop.href));
    await enter(tab, '**/outcomes/*/index.html');
  }],
  ['the figures of the outcome', (tab, folder) => download(tab, folder)],
  ['outcome to search', async (tab) => {
    await reach(tab, 'the search', (stop) => stop.words === 'Search' && stop.href.endsWith('search/index.html'), 'Shift+Tab');
    await enter(tab, '**/search/index.html');
  }],
  ['words to page', (tab) => search(tab)],
];

export async function keyboard(browser, site) {
  const server = await serve(site.folder);
  const room = await context(browser, { viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  const tab = await room.newPage();
  const findings = [];
  let done = 0;
  await tab.goto(`${server.address}/index.html`);
  for (const [name, step] of steps) {
    try {
      await step(tab, site.folder);
      done += 1;
    } catch (error) {
      findings.push({ checker: 'own', rule: 'keyboard', page: { name: site.name }, mode: 'keyboard', what: `${name}: ${error.message.split('\n')[0]}`, where: new URL(tab.url()).pathname, why: 'whoever has no mouse does not get there' });
      break;
    }
  }
  await room.close();
  await server.stop();
  return { findings, said: [`Keyboard alone: ${done} of ${steps.length} steps, from the home page to a page found by searching`] };
}
