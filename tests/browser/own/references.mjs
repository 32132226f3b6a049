// Everything that points at something points at one thing that is there: ids,
// what aria names, links within the page, to other pages and to files.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const kept = new Map();

function names(file) {
  if (!kept.has(file)) {
    const text = readFileSync(file, 'utf8');
    kept.set(file, new Set([...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)));
  }
  return kept.get(file);
}

// What is wrong with a link to a place of the site, if anything is.
function dead(address) {
  const url = new URL(address);
  if (url.protocol !== 'file:') return null;
  let file = fileURLToPath(`file://${url.pathname}`);
  if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
  if (!existsSync(file)) return 'leads to a file that is not there';
  const place = decodeURIComponent(url.hash.slice(1));
  return place && file.endsWith('.html') && !names(file).has(place) ? `leads to a place (#${place}) that is not there` : null;
}

export default {
  name: 'references',
  modes: ['light'],
  async run(page) {
    const { faults, links } = await page.evaluate(() => {
      const faults = [];
      const seen = new Set();
      for (const part of document.querySelectorAll('[id]')) {
        if (seen.has(part.id)) faults.push({ what: `two parts have the id ${part.id}`, where: look.place(part), why: 'a link or a description leads to the wrong one' });
        seen.add(part.id);
      }
      for (const name of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'aria-details', 'headers', 'for', 'list']) {
        for (const part of document.querySelectorAll(`[${name}]`)) {
          const lost = part.getAttribute(name).trim().split(/\s+/).filter((id) => !document.getElementById(id));
          if (lost.length > 0) faults.push({ what: `${name} names ${lost.join(', ')}, which is not there`, where: look.place(part), why: 'the part has no name or description for whoever listens' });
        }
      }
      for (const part of document.querySelectorAll('use, [clip-path], [fill^="url"], [stroke^="url"], [filter]')) {
        const id = [part.getAttribute('href'), part.getAttribute('fill'), part.getAttribute('stroke'), part.getAttribute('clip-path'), part.getAttribute('filter')]
          .map((text) => text?.match(/#([^)"']+)/)?.[1]).find(Boolean);
        if (id && !document.getElementById(id)) faults.push({ what: `a drawing uses #${id}, which is not there`, where: look.place(part), why: 'part of the drawing is missing' });
      }
      const links = [...document.querySelectorAll('a[href], link[href], img[src], script[src]')]
        .map((link) => [link.href || link.src, look.place(link)]);
      return { faults, links };
    });
    for (const [address, where] of links) {
      const what = dead(address);
      if (what) faults.push({ what: `a link ${what}`, where, why: 'whoever follows it finds nothing' });
    }
    return faults;
  },
};
