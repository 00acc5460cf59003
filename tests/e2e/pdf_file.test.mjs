// A table of corners in a PDF: measured, or told why not; and what reads it comes with the first PDF only.
import assert from 'node:assert/strict';
import test from 'node:test';
import { pathToFileURL } from 'node:url';

import { OFFLINE, open, without } from './harness/index.mjs';
import { clear, drop, toBoundary } from './product/boundary_page.mjs';
import { VI } from './product/words.mjs';

const NAME = 'Cụm Phụ Lục';
const PART = '/pdf.wasm';
const AREA = `${VI.say('boundary.measures.area')} ${VI.number(57.92709)} ha (±`;
const pdf = (name) => `../pdf/${name}.pdf`;

async function isMeasured(page, name) {
  const now = await drop(page, pdf(name));
  assert.equal(now.kind, 'opened', `${name}: ${now.refused}`);
  assert.ok(now.measures.includes(AREA), `${name}: ${now.measures}`);
  assert.ok(now.what.startsWith(VI.say('boundary.format.pdf')), now.what);
  return now;
}

test('annex_is_measured_by_a_part_that_comes_with_it_and_not_before', async (t) => {
  const page = await open(t);
  await toBoundary(page, VI, NAME);
  await clear(page, VI, await drop(page, 'formats/boundary.geojson'));
  assert.ok(!page.server.requests.includes(PART), 'nothing was a PDF');
  for (const name of ['writer_merged', 'chromium_two_blocks', 'locked_aes_256']) await clear(page, VI, await isMeasured(page, name));
  assert.equal(page.server.requests.filter((path) => path === PART).length, 1);
});

test('what_is_wrong_with_a_pdf_is_told_with_the_way_out', async (t) => {
  const page = await open(t);
  await toBoundary(page, VI, NAME);
  for (const [name, key] of Object.entries({ scan: 'scan', locked_password: 'locked', letters_untold: 'letters', 'hostile/cut': 'damaged', 'hostile/bomb': 'large' })) {
    const { kind, refused } = await drop(page, pdf(name));
    assert.equal(kind, 'refused', name);
    assert.match(refused, VI.like(`boundary.failed.pdf_${key}`), name);
    assert.match(refused, VI.like(`boundary.failed.pdf_${key}.out`), name);
  }
  const { problems } = await isMeasured(page, 'scan_behind');
  assert.match(problems, VI.like('boundary.note.pdf_scan'));
  await page.review('boundary-pdf-note');
});

test('part_that_does_not_come_is_asked_for_again_with_the_next_pdf', async (t) => {
  const state = { how: { status: 404, body: 'gone' } };
  const page = await open(t, { answer: (path) => (path === PART ? state.how : undefined) });
  page.record.expect(/pdf\.wasm/);
  await toBoundary(page, VI, NAME);
  const { refused } = await drop(page, pdf('writer_grid'));
  assert.match(refused, VI.like('boundary.stopped.load.out'));
  state.how = undefined;
  await isMeasured(page, 'writer_grid');
});

test('page_without_a_worker_reads_it_too', { skip: without('runFirst') }, async (t) => {
  const before = (browser) => browser.runFirst('globalThis.Worker = class { constructor() { throw new Error("none"); } };');
  const page = await open(t, { before });
  await toBoundary(page, VI, NAME);
  await isMeasured(page, 'writer_grid');
});

test('one_file_page_reads_it_from_the_disk', async (t) => {
  const page = await open(t, { url: pathToFileURL(OFFLINE).href });
  await toBoundary(page, VI, NAME);
  await isMeasured(page, 'writer_grid');
});
