// Makes a copy of a site in which one thing is wrong.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSite } from '../sites.mjs';

function edit(folder, { file, find, put }) {
  const path = join(folder, file);
  const was = readFileSync(path, 'utf8');
  const is = find === undefined ? `${was}\n${put}\n` : was.replace(find, put);
  if (is === was) throw new Error(`${file} does not hold ${find}`);
  // The copy shares its files with the site: a changed one is made anew.
  rmSync(path);
  writeFileSync(path, is);
  return path;
}

// The page of the copy, and the files that differ.
export function plant(site, defect, folder) {
  execFileSync('cp', ['-al', site.folder, folder]);
  const edited = defect.edits.map((one) => edit(folder, { file: defect.page, ...one }));
  const copy = readSite(folder, 'example');
  const page = copy.pages.find((one) => one.name === `example/${defect.page}`);
  page.isPrinted = defect.rule === 'print';
  return { defect, copy, page, edited };
}
