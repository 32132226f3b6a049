// The Nu checker, once over all HTML, CSS and SVG files.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const jar = join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');
const ways = ['-Xss8m', '-jar', jar, '--format', 'json', '--exit-zero-always', '--skip-non-html', '--also-check-css', '--also-check-svg'];

// Parts of CSS that browsers have and the checker does not know yet. What it says
// holds no value, so that a mistake in the values of these is not found here.
const unknown = [
  // CSS Containment 3.
  'CSS: “container-type”: Property “container-type” doesn\'t exist.',
  'CSS: Unrecognized at-rule “@container”',
  // CSS Fill and Stroke, SVG 2.
  'CSS: “paint-order”: Property “paint-order” doesn\'t exist.',
];

// One of each: the sites share their sheets, and a sheet is long work.
export function differing(files) {
  const seen = new Set();
  return files.filter((file) => {
    if (!file.endsWith('.css')) return true;
    const text = readFileSync(file, 'utf8');
    return !seen.has(text) && seen.add(text);
  });
}

// What the checker says of each file: { file, what, where, why }.
export async function nu(files) {
  const run = promisify(execFile)('java', [...ways, ...differing(files)], { maxBuffer: 1 << 28 });
  const { stderr } = await run;
  return JSON.parse(stderr).messages
    .filter((message) => !unknown.includes(message.message))
    .map((message) => ({
      checker: 'nu',
      file: fileURLToPath(message.url),
      mode: 'source',
      what: message.message,
      where: `line ${message.lastLine}: ${(message.extract ?? '').replace(/\s+/g, ' ').trim().slice(0, 80)}`,
      why: 'browsers mend it each in their own way, and readers may get something else',
    }));
}
