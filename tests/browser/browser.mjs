// Starts Chromium, and opens pages in it as a mode asks.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));
const look = readFileSync(join(here, 'look.js'), 'utf8');

// Chromium without the windows around its pages, if it is there: it draws the same, sooner.
const programs = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? programs.find(existsSync),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

// Every page of a context can use `look` (look.js) in what it evaluates.
export async function context(browser, options = {}) {
  const made = await browser.newContext(options);
  await made.addInitScript(look);
  return made;
}

// Goes to the address, and waits for its faces.
export async function open(page, address) {
  // From nowhere: going to a place on the page that is open would not load it again.
  await page.goto('about:blank');
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready.then(() => true));
}

// Puts an open page into the mode. Nothing is loaded again: what differs between
// modes is what the style sheets make of them.
export async function enter(page, mode) {
  await page.setViewportSize({ width: mode.width, height: mode.height });
  await page.emulateMedia({
    media: mode.media ?? 'screen',
    colorScheme: mode.colorScheme ?? 'light',
    forcedColors: mode.forcedColors ?? 'none',
    reducedMotion: 'no-preference',
  });
  await page.evaluate(({ fragment, style, isUnfolded }) => {
    if (location.hash !== fragment) location.replace(fragment || '#');
    document.getElementById('mode-style')?.remove();
    if (style) document.head.append(Object.assign(document.createElement('style'), { id: 'mode-style', textContent: style }));
    document.querySelectorAll('details').forEach((part) => { part.open = isUnfolded; });
    look.start();
  }, { fragment: mode.fragment ?? '', style: mode.style ?? '', isUnfolded: mode.unfolded ?? false });
}
