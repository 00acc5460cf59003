// Reading and measuring boundaries in Chromium: this product beside other programs, on the same files, in turns, each time
// in a page of its own. Prints medians and ratios; no time is asserted.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';

import { build } from 'esbuild';

import { Browser } from '../../tests/e2e/harness/browser.mjs';
import { DIST } from '../../tests/e2e/harness/place.mjs';
import { serve } from '../../tests/e2e/harness/server.mjs';
import { OUT, files } from './files.mjs';
import { print, printGrowth } from './table.mjs';

const { values: flags } = parseArgs({ options: { runs: { type: 'string', default: '5' }, kinks: { type: 'boolean', default: false } } });
const RUNS = Number(flags.runs);
const HERE = new URL('.', import.meta.url).pathname;
const LIMIT_MS = 600_000;

/** Comparing all edges of 100,000 corners takes most of a minute: once, when asked for. */
const KINKS = { 'coast-10000.geojson': RUNS, 'coast-100000.geojson': flags.kinks ? 1 : 0 };

/** How often each program measures a file. */
function turns({ name, kind }) {
  const counts = { product: RUNS, sweep: RUNS, mapshaper: RUNS, kinks: KINKS[name] ?? 0 };
  // It has readers of its own for other formats, which only run in Node.js.
  if (kind === 'shapefile' || kind === 'kml') counts.mapshaper = 0;
  // It compares every tooth with every other one, for more than a minute.
  if (name.startsWith('diagonal_comb')) counts.mapshaper = 1;
  return counts;
}

async function pages() {
  const bundle = join(OUT, 'peers.js');
  await build({ entryPoints: [join(HERE, 'peers.mjs')], bundle: true, format: 'esm', platform: 'browser', outfile: bundle, logLevel: 'error' });
  const folders = { dist: DIST, files: join(OUT, 'files'), mapshaper: join(HERE, 'node_modules/mapshaper/www') };
  const alone = { '/': 'page.html', '/product.mjs': 'product.mjs' };
  const TYPES = { '/': { 'Content-Type': 'text/html; charset=utf-8' } };
  return serve(OUT, {
    answer(path) {
      if (alone[path]) return { body: readFileSync(join(HERE, alone[path])), headers: TYPES[path] };
      const [, folder, name] = path.split('/');
      return folders[folder] && { body: readFileSync(join(folders[folder], basename(name))) };
    },
  });
}

async function measure(browser, server, program, { kind, name }) {
  await browser.driver.get(server.url);
  const script = `
    const [program, kind, url, done] = arguments;
    measure(program, kind, url).then(done, (error) => done({ error: String(error?.message ?? error) }));`;
  const seen = await browser.driver.executeAsyncScript(script, program, kind, `/files/${name}`);
  if (seen.error) throw new Error(`${program} on ${name}: ${seen.error}`);
  return { ...seen, total: Object.values(seen.phases).reduce((sum, ms) => sum + ms) };
}

const server = await pages();
const measured = [];
console.log(`median of ${RUNS} runs, ms; ratio: this product to the other program, whole way`);
try {
  for (const file of files()) {
    const browser = await Browser.start();
    await browser.driver.manage().setTimeouts({ script: LIMIT_MS, pageLoad: LIMIT_MS });
    try {
      const left = turns(file);
      const runs = Object.fromEntries(Object.keys(left).filter((program) => left[program] > 0).map((program) => [program, []]));
      for (let turn = 0; turn < RUNS; turn += 1) {
        for (const [program, seen] of Object.entries(runs)) {
          if (seen.length < left[program]) seen.push(await measure(browser, server, program, file));
        }
      }
      measured.push({ file, runs });
      print(file, runs);
    } finally {
      await browser.end();
    }
  }
} finally {
  await server.close();
}
printGrowth(measured);
