// The one-file page, opened from the disk as by a double click: no server, no network.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { pathToFileURL } from 'node:url';

import { OFFLINE, open, without } from './harness/index.mjs';
import { textOf } from './product/begin.mjs';
import { drop, toBoundary } from './product/boundary_page.mjs';
import { NAME, fullPath } from './product/full_path.mjs';
import { WATCHED, readsInAWorker } from './product/watched_worker.mjs';
import { VI } from './product/words.mjs';

const URL_OF_FILE = pathToFileURL(OFFLINE).href;

test('one_file_page_does_the_whole_path_from_the_disk', async (t) => {
  const page = await open(t, { url: URL_OF_FILE });
  await page.waitForHeading(VI.say('start.title'));
  await fullPath(page, VI);
  // Nothing was asked for but the page itself and what it holds.
  assert.deepEqual(await page.record.foreignRequests(), []);
});

test('one_file_page_reads_boundaries_in_a_worker', { skip: without('runFirst') }, async (t) => {
  const before = (browser) => browser.runFirst(WATCHED);
  const page = await open(t, { url: URL_OF_FILE, before });
  await readsInAWorker(page, 'Cụm Ngoại Tuyến', /^blob:/);
});

test('one_file_page_keeps_a_draft_over_the_end_of_the_browser', { skip: without('kill') }, async (t) => {
  const page = await open(t, { ownBrowser: true, url: URL_OF_FILE });
  await toBoundary(page, VI, NAME);
  await drop(page, 'formats/boundary.geojson');
  await page.waitFor(() => textOf(page, '.measures'), 'the measures');
  await page.killAndReopen();
  await page.waitForHeading(VI.say('start.title'));
  await page.waitForText(NAME);
});

test('one_file_page_forbids_every_connection', async (t) => {
  const page = await open(t, { url: URL_OF_FILE });
  await page.waitForHeading(VI.say('start.title'));
  page.record.expect(/Content.Security.Policy/);
  const refused = await page.driver.executeAsyncScript(`
    const done = arguments[0];
    const directives = [];
    document.addEventListener('securitypolicyviolation', (event) => directives.push(event.effectiveDirective));
    fetch('http://127.0.0.1:9/').catch(() => setTimeout(() => done(directives)));`);
  assert.deepEqual(refused, ['connect-src']);
  const text = await readFile(OFFLINE, 'utf8');
  assert.doesNotMatch(text, /(?:src|href)="(?!data:)/, 'nothing beside the page is named');
});
