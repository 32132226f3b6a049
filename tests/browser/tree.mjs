// The tree that a screen reader is given, of one page of each kind, compared with
// the one that is kept in trees/. TREES=overwrite writes them: read the difference.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { context, open } from './browser.mjs';

const kept = join(dirname(fileURLToPath(import.meta.url)), 'trees');

// The shortest page of each kind: the tree is read by people.
function ofEachKind(site) {
  const kinds = new Map();
  for (const page of site.pages) {
    const known = kinds.get(page.kind);
    const size = (one) => readFileSync(one.file).length;
    if (!known || size(page) < size(known)) kinds.set(page.kind, page);
  }
  return [...kinds].sort(([a], [b]) => a.localeCompare(b));
}

// Lines as branches: each with the lines that are indented below it.
function branches(lines) {
  const depth = (line) => line.search(/\S/);
  const all = [];
  for (let at = 0; at < lines.length;) {
    let end = at + 1;
    while (end < lines.length && depth(lines[end]) > depth(lines[at])) end += 1;
    all.push({ line: lines[at], below: branches(lines.slice(at + 1, end)) });
    at = end;
  }
  return all;
}

const role = (branch) => branch.line.trim().split(/[ :]/)[1];

// Of many alike in a row (cells, entries, paragraphs) the first two are kept: they
// show how the rest are told, which changes with each year's words.
function short(all) {
  return all.flatMap((branch, n) => {
    const [same, isThird] = [all.slice(Math.max(0, n - 2), n).filter((other) => role(other) === role(branch)).length === 2, n >= 2];
    if (!(same && isThird)) return [branch.line, ...short(branch.below)];
    const isSaid = role(all[n - 3] ?? { line: '- none' }) === role(branch);
    return isSaid ? [] : [`${branch.line.match(/^ */)[0]}# and more of ${role(branch)}`];
  });
}

async function tree(tab, page) {
  await open(tab, `file://${page.file}`);
  // What is folded is told once it is opened.
  await tab.evaluate(() => document.querySelectorAll('details').forEach((part) => { part.open = true; }));
  const found = await tab.locator('body').ariaSnapshot();
  return `# ${page.name}\n${short(branches(found.split('\n'))).join('\n')}\n`;
}

// The first line in which they differ.
function difference(was, is) {
  const [old, now] = [was.split('\n'), is.split('\n')];
  const at = old.findIndex((line, n) => line !== now[n]);
  const n = at < 0 ? old.length : at;
  return { where: `line ${n + 1}`, what: `the tree says "${(now[n] ?? 'nothing').trim()}", not "${(old[n] ?? 'nothing').trim()}"` };
}

export async function trees(browser, site, isWritten = process.env.TREES === 'overwrite') {
  const room = await context(browser, { viewport: { width: 1280, height: 900 } });
  const tab = await room.newPage();
  const kinds = ofEachKind(site);
  const findings = [];
  if (isWritten) {
    rmSync(kept, { recursive: true, force: true });
    mkdirSync(kept);
  }
  for (const [kind, page] of kinds) {
    const file = join(kept, `${kind}.yaml`);
    const now = await tree(tab, page);
    if (isWritten) writeFileSync(file, now);
    const was = existsSync(file) ? readFileSync(file, 'utf8') : '';
    if (now === was) continue;
    const change = difference(was, now);
    findings.push({ checker: 'own', rule: 'trees', page, mode: 'tree', what: change.what, where: `trees/${kind}.yaml, ${change.where}`, why: 'whoever listens is told something else than before: if that is meant, run TREES=overwrite tests/browser/run trees' });
  }
  await room.close();
  const extra = readdirSync(kept).filter((name) => !kinds.some(([kind]) => name === `${kind}.yaml`));
  extra.forEach((name) => findings.push({ checker: 'own', rule: 'trees', page: { name: site.name }, mode: 'tree', what: `no page is of the kind of trees/${name}`, where: name, why: 'the tree is compared with nothing' }));
  return { findings, said: [`Accessibility trees: ${kinds.length} kinds of page`] };
}
