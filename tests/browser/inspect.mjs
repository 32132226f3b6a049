// Opens pages in every mode and gathers what is wrong, several pages at once.
import { availableParallelism } from 'node:os';
import { context, enter, open } from './browser.mjs';
import axe from './checkers/axe.mjs';
import { modes } from './modes.mjs';
import { own } from './own/index.mjs';
import { sheetFaults } from './own/paper.mjs';
import { compare, said } from './own/words.mjs';

// What moves the focus or leaves the page changed comes last.
const checks = [axe, ...own];
const screens = modes.filter((mode) => mode.name !== 'no script');
const bare = modes.find((mode) => mode.name === 'no script');

// A reader's own: one tab with scripts, one without. New for each page: a browser
// keeps what tabs have held, gigabytes of it in the end, and grows slow.
async function desk(browser) {
  const [scripted, plain] = [await context(browser), await context(browser, { javaScriptEnabled: false })];
  return { tab: await scripted.newPage(), plain: await plain.newPage(), close: () => Promise.all([scripted.close(), plain.close()]) };
}

// Every check of one page in one mode.
async function inMode(tab, one, mode, note) {
  await enter(tab, mode);
  for (const check of checks.filter((it) => it.modes.includes(mode.name))) {
    note.checked(check.checker);
    const begun = performance.now();
    const faults = await check.run(tab, mode);
    note.took(`${check.name}, ${mode.name}`, performance.now() - begun);
    for (const fault of faults) note.found({ checker: check.checker, rule: check.name, mode: mode.name, ...fault });
  }
  if (mode.name === 'print' && one.isPrinted) {
    note.checked('own');
    for (const fault of await sheetFaults(tab)) note.found({ checker: 'own', rule: 'sheets', mode: mode.name, ...fault });
  }
}

// Asked before anything else: the checks unfold and mark parts of the page.
async function withoutScript(places, one, note) {
  await open(places.plain, `file://${one.file}`);
  note.checked('own');
  for (const fault of compare(await said(places.tab), await said(places.plain))) note.found({ checker: 'own', rule: 'words', mode: bare.name, ...fault });
}

// Nothing is asked of another place than where the site is.
function watch(places, asked) {
  const listen = (request) => { if (!/^(file|data|about|blob):/.test(request.url())) asked.add(request.url()); };
  places.tab.on('request', listen);
  return () => places.tab.off('request', listen);
}

async function inspectPage(places, one, note) {
  const asked = new Set();
  const stop = watch(places, asked);
  await open(places.tab, `file://${one.file}${one.query ?? ''}`);
  if (!one.query) await withoutScript(places, one, note);
  for (const mode of screens) await inMode(places.tab, one, mode, note);
  stop();
  note.checked('own');
  asked.forEach((address) => note.found({ checker: 'own', rule: 'origin', mode: 'light', what: `the page asks another server for ${address}`, where: 'network', why: 'who reads it is told to somebody else, and it does not work from a disk' }));
}

// What is wrong with the pages, and how many checks of each checker were made.
export async function inspect(browser, pages) {
  const findings = [];
  const counts = {};
  const times = new Map();
  const waiting = [...pages];
  const work = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const page = one;
      const places = await desk(browser);
      const note = {
        checked: (checker) => { counts[checker] = (counts[checker] ?? 0) + 1; },
        took: (name, time) => times.set(name, (times.get(name) ?? 0) + time),
        found: (fault) => findings.push({ page, ...fault }),
      };
      try {
        await inspectPage(places, page, note);
      } catch (error) {
        note.found({ checker: 'own', rule: 'opened', mode: 'any', what: `the page could not be checked: ${error.message.split('\n')[0]}`, where: 'page', why: 'nothing is known of it' });
      }
      await places.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), pages.length) }, work));
  if (process.env.TIMES) [...times].sort(([, a], [, b]) => b - a).slice(0, 30).forEach(([name, time]) => console.log(`${(time / 1000).toFixed(1)} s  ${name}`));
  return { findings, counts };
}
