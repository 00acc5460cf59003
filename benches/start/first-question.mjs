// Time to the first question and to the first accepted answer on a slow phone and a slow line: the built product beside
// a hand-written page, in turns, in one run. Chromium slows itself down through its DevTools protocol.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Browser, DIST, ROOT, serve, waitFor } from '../../tests/e2e/harness/index.mjs';
import { sizes } from './size.mjs';
import { PLAIN, WIDGET } from './steps.mjs';

const RUNS = Number(process.env.RUNS ?? 5);
const CPU_SLOWDOWN = 4;
const LINE = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8, offline: false };
const PROBE = readFileSync(new URL('./probe.js', import.meta.url), 'utf8');

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** One cold visit, in a browser that has never seen the page. */
async function visit(folder, steps) {
  const server = await serve(folder, { brotli: true });
  const browser = await Browser.start();
  try {
    await browser.cdp('Emulation.setDeviceMetricsOverride', { width: 360, height: 740, deviceScaleFactor: 1, mobile: true });
    await browser.cdp('Network.enable');
    await browser.cdp('Network.emulateNetworkConditions', LINE);
    await browser.cdp('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    await browser.cdp('Page.enable');
    await browser.cdp('Page.addScriptToEvaluateOnNewDocument', { source: `const STEPS = ${JSON.stringify(steps)};\n${PROBE}` });
    await browser.driver.get(server.url);
    const read = () => browser.driver.executeScript('return globalThis.startMarks;');
    const marks = await waitFor(async () => (await read())?.answered && read(), `the first answer on ${folder}`, 60_000)
      .catch(async (error) => { throw new Error(`${error.message}; got as far as ${JSON.stringify(await read())}`); });
    const paint = await browser.driver.executeScript(
      "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;");
    return { paint, usable: marks.clicks[0], question: marks.question, answered: marks.answered };
  } finally {
    await browser.end();
    await server.close();
  }
}

const pages = [
  { name: 'Cluster Ready', folder: DIST, steps: WIDGET, visits: [] },
  { name: 'plain page', folder: join(ROOT, 'benches/start/plain'), steps: PLAIN, visits: [] },
];
// The first visit of each page warms the file cache and the server, and is not counted.
for (const page of pages) await visit(page.folder, page.steps);
for (let run = 0; run < RUNS; run += 1) {
  for (const page of pages) page.visits.push(await visit(page.folder, page.steps));
}

console.log(`first visit, ${CPU_SLOWDOWN}x CPU slowdown, 1.6 Mbit/s, ${LINE.latency} ms, brotli; median of ${RUNS} (smallest to largest), ms`);
const columns = ['paint', 'usable', 'question', 'answered'];
console.log(['page'.padEnd(14), ...columns.map((column) => column.padStart(22))].join(''));
for (const page of pages) {
  page.median = Object.fromEntries(columns.map((column) => [column, median(page.visits.map((seen) => seen[column]))]));
  const cells = columns.map((column) => {
    const values = page.visits.map((seen) => Math.round(seen[column]));
    return `${Math.round(page.median[column])} (${Math.min(...values)}–${Math.max(...values)})`.padStart(22);
  });
  console.log([page.name.padEnd(14), ...cells].join(''));
}
const [own, plain] = pages;
const ratios = columns.map((column) => `${(own.median[column] / plain.median[column]).toFixed(2)}×`.padStart(22));
console.log(['ratio'.padEnd(14), ...ratios].join(''));
const first = sizes(DIST).filter((file) => !['later', 'worker'].includes(file.when));
const bytes = first.reduce((sum, file) => sum + file.brotli, 0);
console.log(`Cluster Ready loads ${bytes} bytes (brotli) with its page before the first question`);
