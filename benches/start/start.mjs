// From the empty page to the first accepted answer on a slow phone and a slow line: the built product beside a bare Leptos page,
// the questions in a survey library, and the questions in a hand-written form, in turns, in one run. Prints medians and ratios; no
// time is asserted. The Leptos page is built before (`cargo xtask bench start`).
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { DIST } from '../../tests/e2e/harness/place.mjs';
import { packed } from './packed.mjs';
import { build as buildPlain } from './plain/build.mjs';
import { STEPS } from './steps.mjs';
import { build as buildSurvey } from './survey/build.mjs';
import { print, printGoals, summed } from './table.mjs';
import { CPU_SLOWDOWN, LINE, byHand, walk } from './visit.mjs';

const { values: flags } = parseArgs({ options: { runs: { type: 'string', default: '7' }, built: { type: 'string' } } });
const RUNS = Number(flags.runs);
const built = (name) => join(flags.built, name);

buildPlain(built('plain'));
await buildSurvey(built('survey'));
const pages = [];
for (const [key, name, folder] of [
  ['product', 'Cluster Ready', DIST], ['plain', 'plain form', built('plain')],
  ['survey', 'survey library', built('survey')], ['leptos', 'bare Leptos', built('leptos')],
]) pages.push({ key, name, steps: STEPS[key], server: await packed(folder), visits: [] });

try {
  // The first visit of each page warms what the machine keeps, and is not counted.
  for (const page of pages) await walk(page);
  for (let run = 0; run < RUNS; run += 1) {
    for (const page of pages) page.visits.push({ ...(await walk(page)), inp: await byHand(page) });
  }
} finally {
  for (const { server } of pages) await server.close();
}

console.log(`first visit, ${CPU_SLOWDOWN}x CPU slowdown, ${(LINE.down * 8) / 1e6} Mbit/s, ${LINE.latency} ms, brotli; median of ${RUNS} (smallest–largest), ms and bytes`);
console.log('question: the first one is seen; answered: its first answer is accepted and seen; blocked: what tasks have beyond 50 ms,');
console.log('from first paint until answered; interaction: slowest of the first five questions with real input; bytes: of the line until question');
const done = summed(pages);
print(done);
printGoals(Object.fromEntries(done.map(({ key, median }) => [key, median])));
