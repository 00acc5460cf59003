// The script tag from another origin: its files need permission (CORS), its worker a way around the browser's rule that a
// worker is of the page's own origin.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { open, serve, without } from './harness/index.mjs';
import { textOf } from './product/begin.mjs';
import { drop, toBoundary } from './product/boundary_page.mjs';
import { WATCHED, readsInAWorker } from './product/watched_worker.mjs';
import { EXAMPLES, TOOLS, toolServer } from './product/web_root.mjs';
import { VI } from './product/words.mjs';

const FOLDER = join(EXAMPLES, 'other-origin');
const HTML = { 'Content-Type': 'text/html; charset=utf-8' };

/** The example on `localhost`, with the widget from 127.0.0.1. */
async function example(t, { policy, ...options } = {}) {
  const tools = await toolServer(t, options);
  const origin = new URL(tools.url).origin;
  const body = readFileSync(join(FOLDER, 'index.html'), 'utf8').replaceAll(TOOLS, origin);
  const headers = { ...HTML, ...(policy && { 'Content-Security-Policy': policy.replaceAll(TOOLS, origin) }) };
  const site = await serve(FOLDER, { answer: (path) => (path === '/' ? { body, headers } : undefined) });
  t.after(() => site.close());
  const before = (browser) => browser.runFirst(WATCHED);
  const page = await open(t, { url: site.url.replace('127.0.0.1', 'localhost'), before });
  page.record.allow(origin);
  return { page, site, tools };
}

test('script_from_another_origin_reads_boundaries_in_a_worker', { skip: without('runFirst') }, async (t) => {
  const { page, site, tools } = await example(t);
  await readsInAWorker(page, 'Cụm Nguồn Khác', /^blob:http:\/\/localhost/);
  for (const name of ['element.js', 'app.js', 'app_bg.wasm', 'worker.js', 'worker.wasm', 'tables.wasm']) {
    assert.ok(tools.requests.includes(`/cluster-ready/${name}`), name);
  }
  assert.deepEqual(site.requests, ['/']);
});

test('policy_of_the_documentation_for_another_origin_is_enough', { skip: without('runFirst') }, async (t) => {
  const text = readFileSync(join(FOLDER, 'README.md'), 'utf8');
  const [, policy] = /Content-Security-Policy: ([^\n]+)/.exec(text);
  const { page } = await example(t, { policy });
  await readsInAWorker(page, 'Cụm Nguồn Khác', /^blob:http:\/\/localhost/);
});

test('policy_without_workers_from_the_page_itself_reads_on_the_page', { skip: without('runFirst') }, async (t) => {
  const { page } = await example(t, { policy: `script-src ${TOOLS} 'wasm-unsafe-eval'; connect-src ${TOOLS}; worker-src 'none'` });
  page.record.expect(/worker-src/);
  await toBoundary(page, VI, 'Cụm Không Luồng');
  const now = await drop(page, 'formats/boundary.kmz');
  assert.equal(now.kind, 'opened');
  await page.waitFor(() => textOf(page, '.measures'), 'the measures');
  assert.deepEqual(await page.driver.executeScript('return answers;'), {});
});

test('server_that_gives_other_origins_no_permission_leaves_the_light_dom', { skip: without('runFirst') }, async (t) => {
  const { page } = await example(t, { headers: {} });
  page.record.expect(/CORS policy|ERR_FAILED|Cross-Origin Request|access control/);
  if (!without('chromesWords')) {
    await page.waitFor(async () => (await page.record.allErrors()).some((line) => /element\.js.*blocked by CORS policy/.test(line)), 'the line of the browser');
  }
  const shown = await page.inside(`const view = document.querySelector('cluster-ready'); return visible(view) && !view.shadowRoot && flat(view.innerText);`);
  assert.equal(shown, 'Công cụ này cần trình duyệt có JavaScript và WebAssembly.');
});
