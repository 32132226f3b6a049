// What a first visit to a chapter of four charts loads, and how soon its largest
// part is there. Bytes are as served without compression; more than the limit is a
// finding. Times depend on the machine and are only told.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { context } from './browser.mjs';
import { serve } from './server.mjs';

const limit = 150_000;
const charts = 4;
const screens = [{ width: 1280, height: 900 }, { width: 412, height: 823 }];
const slower = 4;

const drawn = (page) => (readFileSync(page.file, 'utf8').match(/<figure class="chart"/g) ?? []).length;

// The heaviest page of an edition with four charts, or else with the fewest that is more.
export function chapter(site) {
  const found = site.pages.filter((page) => page.kind === 'page' && drawn(page) >= charts);
  const size = (page) => readFileSync(page.file).length;
  return found.sort((a, b) => drawn(a) - drawn(b) || size(b) - size(a))[0];
}

async function largest(tab) {
  return tab.evaluate(() => new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(Math.round(list.getEntries().pop().startTime)))
      .observe({ type: 'largest-contentful-paint', buffered: true });
    setTimeout(() => resolve(0), 3000);
  }));
}

const kind = (type, address) => (type === 'document' ? 'HTML' : type === 'stylesheet' ? 'CSS' : type === 'script' ? 'scripts' : /\.woff2?$/.test(address) ? 'faces' : 'pictures');

// One first visit: what was loaded and how soon the largest part was there.
async function visit(browser, address, viewport) {
  const room = await context(browser, { viewport });
  const tab = await room.newPage();
  const session = await room.newCDPSession(tab);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const loaded = [];
  tab.on('response', (response) => loaded.push(response.body().catch(() => Buffer.alloc(0))
    .then((body) => ({ kind: kind(response.request().resourceType(), response.url()), bytes: body.length, packed: gzipSync(body).length }))));
  await tab.goto(address, { waitUntil: 'networkidle' });
  const time = await largest(tab);
  const blocking = await tab.evaluate(() => [
    ...document.querySelectorAll('script[src]:not([defer]):not([async]):not([type=module])'),
    ...document.querySelectorAll('head > script:not([src]):not([type])'),
    ...[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
      .filter((rule) => rule.type === CSSRule.FONT_FACE_RULE && !['swap', 'optional', 'fallback'].includes(rule.style.getPropertyValue('font-display'))),
  ].map((part) => part.outerHTML ?? `@font-face ${part.style.getPropertyValue('font-family')} without font-display`));
  const parts = await Promise.all(loaded);
  await room.close();
  return { time, parts, blocking };
}

const kilo = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

function told(page, parts) {
  const kinds = [...new Set(parts.map((part) => part.kind))];
  const each = kinds.map((name) => `${name} ${kilo(parts.filter((part) => part.kind === name).reduce((sum, part) => sum + part.bytes, 0))}`);
  const packed = parts.filter((part) => part.kind !== 'faces').reduce((sum, part) => sum + part.packed, 0)
    + parts.filter((part) => part.kind === 'faces').reduce((sum, part) => sum + part.bytes, 0);
  return `Weight of ${page.name} (${drawn(page)} charts): ${kilo(parts.reduce((sum, part) => sum + part.bytes, 0))} in ${parts.length} files (${each.join(', ')}); ${kilo(packed)} with gzip`;
}

export async function weight(browser, site) {
  const page = chapter(site);
  const server = await serve(site.folder);
  const address = `${server.address}/${page.name.slice(site.name.length + 1)}`;
  const visits = [];
  for (const screen of screens) visits.push(await visit(browser, address, screen));
  await server.stop();
  const weigh = (parts) => parts.reduce((sum, part) => sum + part.bytes, 0);
  const heaviest = visits.map((one) => one.parts).sort((a, b) => weigh(b) - weigh(a))[0];
  const bytes = weigh(heaviest);
  const fault = (what, where, why) => ({ checker: 'own', rule: 'weight', page, mode: 'served', what, where, why });
  const findings = bytes < limit ? [] : [fault(`a first visit loads ${kilo(bytes)}, and ${kilo(limit)} is the most`, 'network', 'whoever pays for each megabyte, or stands where the signal is weak, waits')];
  visits[0].blocking.forEach((part) => findings.push(fault('something other than a style sheet keeps the words back', part, 'whoever has a slow line looks at an empty page')));
  const times = screens.map((screen, n) => `${visits[n].time} ms at ${screen.width} pixels`).join(', ');
  return { findings, said: [told(page, heaviest), `Largest Contentful Paint with a processor ${slower} times slower: ${times}`] };
}
