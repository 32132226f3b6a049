// The built sites and their files.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export function files(inside, ending) {
  return readdirSync(inside, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

// A page of a site: its file, its name in messages and its kind.
export function page(site, file) {
  const kind = readFileSync(file, 'utf8').match(/<body[^>]* class="kind-([^" ]*)/)?.[1] ?? 'none';
  return { site, file, kind, name: `${site.name}/${relative(site.folder, file)}` };
}

export function readSite(folder, name) {
  const site = { folder, name };
  site.pages = files(folder, '.html').map((file) => page(site, file));
  return site;
}

// Every folder of `inside` that is a site: some hold what lies beside one.
export function readSites(inside) {
  return readdirSync(inside)
    .filter((name) => existsSync(join(inside, name, 'index.html')))
    .map((name) => readSite(join(inside, name), name));
}
