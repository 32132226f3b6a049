// The ways through the example alone: node ways.mjs FOLDER (keyboard | trees | weight).
import { launch } from './browser.mjs';
import { keyboard } from './keyboard.mjs';
import { say } from './report.mjs';
import { readSites } from './sites.mjs';
import { trees } from './tree.mjs';
import { weight } from './weight.mjs';

const [, , folder, name] = process.argv;
const browser = await launch();
const { findings, said } = await ({ keyboard, trees, weight })[name](browser, readSites(folder).find((site) => site.name === 'example'));
await browser.close();
said.forEach((line) => console.log(line));
process.exit(say(findings) === 0 ? 0 : 1);
