// What the two checkers of text say of every page, sheet and drawing.
import { htmlValidate } from './checkers/html-validate.mjs';
import { differing, nu } from './checkers/nu.mjs';
import { files } from './sites.mjs';

// Findings of the Nu checker belong to the page of their file, or else are named by the file.
export async function sources(sites, chosen = null) {
  const pages = sites.flatMap((site) => site.pages).filter((page) => !chosen || chosen.has(page.file));
  const others = sites.flatMap((site) => ['.css', '.svg'].flatMap((ending) => files(site.folder, ending)))
    .filter((file) => !chosen || chosen.has(file));
  const byFile = new Map(pages.map((page) => [page.file, page]));
  const fromNu = nu([...byFile.keys(), ...others]);
  const fromText = htmlValidate(pages);
  const said = (await fromNu).map((finding) => ({ ...finding, page: byFile.get(finding.file) ?? { name: finding.file, file: finding.file } }));
  return { findings: [...said, ...fromText], counts: { nu: byFile.size + differing(others).length, 'html-validate': pages.length } };
}
