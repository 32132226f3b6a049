// axe to WCAG 2.2 AA and best practice. Colours are all that can differ between
// light and dark, and widths between a screen and a phone.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const everything = { type: 'tag', values: tags };
const colours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
const runs = {
  light: everything,
  phone: everything,
  dark: colours,
  print: colours,
  'large print on a screen': { type: 'rule', values: ['color-contrast', 'target-size', 'scrollable-region-focusable'] },
};

export default {
  name: 'axe',
  checker: 'axe',
  modes: Object.keys(runs),
  async run(page, mode) {
    if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(source);
    const found = await page.evaluate((runOnly) => window.axe.run(document, { runOnly, resultTypes: ['violations'], preload: { assets: ['cssom'] } }), runs[mode.name]);
    return found.violations.flatMap((rule) => rule.nodes.map((node) => ({
      what: `${rule.id}: ${rule.help}`,
      where: node.target.join(' '),
      why: node.failureSummary.split('\n').slice(1).map((line) => line.trim()).join('; '),
    })));
  },
};
