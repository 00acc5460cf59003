// Lighthouse as on a phone, on the built site and on the hand-written form: the four scores of each, and what keeps ours from 100.
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

import { DIST } from '../../../tests/e2e/harness/place.mjs';
import { build as buildPlain } from '../plain/build.mjs';
import { packed } from '../packed.mjs';

const { values: flags } = parseArgs({ options: { built: { type: 'string' } } });
const CHROMIUM_FLAGS = [
  '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--disable-background-networking',
];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const GOAL = 98;

async function judged(folder) {
  const server = await packed(folder);
  const chromium = await launch({ chromePath: process.env.CHROMIUM, chromeFlags: CHROMIUM_FLAGS, logLevel: 'error' });
  try {
    const { lhr } = await lighthouse(server.url, { port: chromium.port, onlyCategories: CATEGORIES, logLevel: 'error' });
    if (lhr.runtimeError) throw new Error(`Lighthouse: ${lhr.runtimeError.message}`);
    return lhr;
  } finally {
    await chromium.kill();
    await server.close();
  }
}

const scores = ({ categories }) => CATEGORIES.map((id) => Math.round(categories[id].score * 100));
const row = (name, cells) => console.log([name.padEnd(14), ...cells.map((cell) => String(cell).padStart(16))].join(''));

const plain = join(flags.built, 'plain');
buildPlain(plain);
const own = await judged(DIST);
const other = await judged(plain);

console.log(`Lighthouse ${own.lighthouseVersion}, mobile, simulated: ${own.configSettings.throttling.cpuSlowdownMultiplier}x CPU slowdown, `
  + `${own.configSettings.throttling.throughputKbps / 1024} Mbit/s, ${own.configSettings.throttling.rttMs} ms`);
row('page', CATEGORIES);
row('Cluster Ready', scores(own));
row('plain form', scores(other));
CATEGORIES.forEach((id, at) => {
  const score = scores(own)[at];
  console.log(`${score >= GOAL ? 'reached' : 'MISSED '}  ${id} at least ${GOAL}: ${score}`);
});
console.log('what is below 1 on Cluster Ready, with its weight:');
for (const id of CATEGORIES) {
  for (const { id: name, weight } of own.categories[id].auditRefs) {
    const { score, title, displayValue = '', scoreDisplayMode } = own.audits[name];
    if (score === null || score >= 1 || scoreDisplayMode === 'informative') continue;
    console.log(`  ${id} ${weight}  ${name} ${score}: ${title} ${displayValue}`);
  }
}
