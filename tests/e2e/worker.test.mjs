// The worker that reads and measures boundaries: when it is loaded, how it is stopped, and what is seen when it fails.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';

import { DIST, open, without } from './harness/index.mjs';
import { fill, textOf, valueOf } from './product/begin.mjs';
import { FOLDER, answered, clear, drop, toBoundary } from './product/boundary_page.mjs';
import { VI } from './product/words.mjs';

const NAME = 'Cụm Chạy Nền';
const FILE = 'formats/boundary.geojson';
const TABLE = 'formats/boundary_lonlat.csv';
const PASTED = 'bảng chưa đọc';
/** A worker that starts and then does something else than answering. */
const speaker = (then) => async () => ({
  headers: { 'Content-Type': 'text/javascript' },
  body: (await readFile(join(DIST, 'worker.js'), 'utf8')).replace('export async function handle(', `export async function handle() { ${then} }\nexport async function unused(`),
});

/** A host whose worker.js is another one until `state.how` is undefined. */
async function swapping(then) {
  const state = { how: await speaker(then)() };
  return { state, answer: (path) => (path === '/worker.js' ? state.how : undefined) };
}

const stop = (page) => page.click('button', VI.say('boundary.busy.stop'));
const refusal = (page) => page.waitFor(() => textOf(page, '.error-summary'), 'a failure');

/** A text that is pasted and not read yet. */
async function pasteSomething(page) {
  await page.click('radio', new RegExp(`^${VI.say('boundary.way.paste')}`));
  await fill(page, 'boundary-paste', PASTED);
  await page.click('radio', new RegExp(`^${VI.say('boundary.way.file')}`));
}

/** The next file is read as if nothing had been. */
async function nextFileIsRead(page) {
  await drop(page, FILE);
  await page.waitFor(() => textOf(page, '.measures'), 'the measures');
}

test('worker_is_loaded_for_the_boundary_and_not_before_the_first_question', async (t) => {
  const page = await open(t);
  await page.waitForHeading(VI.say('start.title'));
  assert.ok(!page.server.requests.some((path) => path.includes('worker')));
  await toBoundary(page, VI, NAME);
  await nextFileIsRead(page);
  for (const name of ['/worker-client.js', '/worker.js', '/worker.wasm', '/tables.wasm']) assert.ok(page.server.requests.includes(name), name);
});

test('file_that_is_being_read_can_be_stopped_and_nothing_entered_is_lost', async (t) => {
  const { state, answer } = await swapping('return new Promise(() => {});');
  const page = await open(t, { answer });
  await toBoundary(page, VI, NAME);
  await pasteSomething(page);
  await page.drop('.drop', 'ranh.geojson', await readFile(join(FOLDER, FILE)), '');
  await page.find('button', VI.say('boundary.busy.stop'));
  await page.review('boundary-busy');
  state.how = undefined;
  await stop(page);
  await page.waitForText(VI.say('boundary.lead.none'));
  assert.equal(await valueOf(page, 'boundary-paste'), PASTED);
  await nextFileIsRead(page);
});

test('worker_that_breaks_is_replaced_and_said', async (t) => {
  const { state, answer } = await swapping('throw new Error("unreachable");');
  const page = await open(t, { answer });
  page.record.expect(/cluster-ready:.*unreachable/);
  await toBoundary(page, VI, NAME);
  await pasteSomething(page);
  await page.drop('.drop', 'ranh.geojson', await readFile(join(FOLDER, FILE)), '');
  const said = await refusal(page);
  assert.match(said, VI.like('boundary.stopped.crash'));
  assert.match(said, VI.like('boundary.stopped.crash.out'));
  assert.equal(await valueOf(page, 'boundary-paste'), PASTED);
  state.how = undefined;
  await nextFileIsRead(page);
});

test('worker_that_never_answers_is_stopped_after_its_time', { skip: without('runFirst') }, async (t) => {
  const { state, answer } = await swapping('return new Promise(() => {});');
  // The browser's clock for long waits goes faster: two minutes are over in a second.
  const hasten = (browser) => browser.runFirst(
    'const wait = setTimeout; globalThis.setTimeout = (act, time, ...more) => wait(act, time >= 100000 ? time / 100 : time, ...more);');
  const page = await open(t, { answer, before: hasten });
  await toBoundary(page, VI, NAME);
  await page.drop('.drop', 'ranh.geojson', await readFile(join(FOLDER, FILE)), '');
  assert.match(await refusal(page), VI.like('boundary.stopped.time'));
  state.how = undefined;
  await nextFileIsRead(page);
});

test('without_its_files_the_way_out_is_told_and_works_once_they_come', async (t) => {
  const state = { how: { status: 404, body: 'gone' } };
  const page = await open(t, { answer: (path) => (path === '/worker.wasm' ? state.how : undefined) });
  page.record.expect(/worker\.wasm/);
  await toBoundary(page, VI, NAME);
  await page.drop('.drop', 'ranh.geojson', await readFile(join(FOLDER, FILE)), '');
  assert.match(await refusal(page), VI.like('boundary.stopped.load.out'));
  state.how = undefined;
  await nextFileIsRead(page);
});

test('worker_whose_file_hangs_can_be_stopped_and_asked_for_again', async (t) => {
  const state = { how: { wait: new Promise(() => {}) } };
  const page = await open(t, { answer: (path) => (path === '/worker.wasm' ? state.how : undefined) });
  await toBoundary(page, VI, NAME);
  await page.drop('.drop', 'ranh.geojson', await readFile(join(FOLDER, FILE)), '');
  await page.find('button', VI.say('boundary.busy.stop'));
  state.how = undefined;
  await stop(page);
  await nextFileIsRead(page);
});

for (const [what, how, words] of [
  ['that_are_missing', { status: 404, body: 'gone' }, 'boundary.stopped.load.out'],
  ['of_another_build', { body: 'other' }, 'boundary.stopped.load.out'],
]) test(`readers_of_tables_${what}_refuse_tables_alone_and_in_words`, async (t) => {
  const state = { how };
  const page = await open(t, { answer: (path) => (path === '/tables.wasm' ? state.how : undefined) });
  page.record.expect(/tables\.wasm/);
  page.record.expect(/integrity/);
  await toBoundary(page, VI, NAME);
  await page.drop('.drop', 'bảng.csv', await readFile(join(FOLDER, TABLE)), '');
  assert.match(await refusal(page), VI.like(words));
  await drop(page, FILE);
  await page.waitFor(() => textOf(page, '.measures'), 'the measures');
  await clear(page, VI, { kind: 'opened' });
  state.how = undefined;
  assert.equal((await drop(page, TABLE)).kind, 'opened');
});

test('readers_of_tables_that_hang_can_be_stopped_and_asked_for_again', async (t) => {
  const state = { how: { wait: new Promise(() => {}) } };
  const page = await open(t, { answer: (path) => (path === '/tables.wasm' ? state.how : undefined) });
  await toBoundary(page, VI, NAME);
  await page.drop('.drop', 'bảng.csv', await readFile(join(FOLDER, TABLE)), '');
  await page.find('button', VI.say('boundary.busy.stop'));
  state.how = undefined;
  await stop(page);
  assert.equal((await drop(page, TABLE)).kind, 'opened');
});

test('worker_of_another_build_is_not_used', async (t) => {
  const says = "const post = postMessage; self.postMessage = (said, ...more) => post(said.opened ? { opened: 'other' } : said, ...more);";
  const script = `${says}\n${await readFile(join(DIST, 'worker.js'), 'utf8')}`;
  const state = { how: { headers: { 'Content-Type': 'text/javascript' }, body: script } };
  const page = await open(t, { answer: (path) => (path === '/worker.js' ? state.how : undefined) });
  await toBoundary(page, VI, NAME);
  await page.drop('.drop', 'ranh.geojson', await readFile(join(FOLDER, FILE)), '');
  assert.match(await refusal(page), VI.like('boundary.stopped.load'));
  state.how = undefined;
  await nextFileIsRead(page);
});

test('where_no_worker_can_start_the_page_itself_reads_the_same', { skip: without('runFirst') }, async (t) => {
  const lacking = (browser) => browser.runFirst(
    "globalThis.Worker = class { constructor() { throw new DOMException('no', 'SecurityError'); } };");
  const areas = [];
  for (const before of [undefined, lacking]) {
    const page = await open(t, { before });
    await toBoundary(page, VI, NAME);
    for (const file of [FILE, TABLE]) {
      await drop(page, file);
      areas.push(await page.waitFor(() => textOf(page, '.measures'), 'the measures'));
      await clear(page, VI, { kind: 'opened' });
    }
  }
  assert.deepEqual(areas.slice(2), areas.slice(0, 2));
});

test('answer_to_a_file_that_was_given_up_is_dropped', async (t) => {
  const page = await open(t);
  await toBoundary(page, VI, NAME);
  const ring = Array.from({ length: 300_000 }, (_, n) => {
    const angle = (n / 300_000) * 2 * Math.PI;
    return [105.8 + 0.003 * Math.cos(angle), 21 + 0.003 * Math.sin(angle)];
  });
  const large = JSON.stringify({ type: 'Polygon', coordinates: [[...ring, ring[0]]] });
  await page.drop('.drop', 'lớn.geojson', large, '');
  await page.drop('.drop', 'nhỏ.geojson', await readFile(join(FOLDER, FILE)), '');
  const now = await answered(page, 'nhỏ.geojson');
  assert.equal(now.kind, 'opened');
  await page.waitFor(() => textOf(page, '.measures'), 'the measures');
  assert.equal(await textOf(page, '.file b'), 'nhỏ.geojson');
});

for (const rate of [1, 4]) test(`million_corners_leave_the_page_usable_on_a_processor_${rate}_times_slower`, { skip: without('slowDown') }, async (t) => {
  const page = await open(t);
  await toBoundary(page, VI, NAME);
  await page.browser.slowDown(rate);
  // Long tasks of the page while the worker is at work, and a click in the middle of it.
  await page.inside(`
    globalThis.tasks = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map((one) => one.duration))).observe({ type: 'longtask' });
    const count = 1_000_000;
    const corner = (n) => {
      const angle = (n / count) * 2 * Math.PI;
      const far = 0.003 * (1 + 0.05 * Math.sin(40 * angle));
      return '[' + (105.8 + far * Math.cos(angle)).toFixed(9) + ',' + (21 + far * Math.sin(angle)).toFixed(9) + ']';
    };
    const pieces = ['{"type":"Polygon","coordinates":[['];
    for (let n = 0; n <= count; n += 1) pieces.push(corner(n % count), n < count ? ',' : ']]}');
    globalThis.file = new File([pieces.join('')], 'triệu.geojson');`);
  const limit = 50_000_000;
  assert.ok((await page.inside('return file.size;')) < limit);
  await page.inside(`
    tasks.length = 0;
    const data = new DataTransfer();
    data.items.add(file);
    all('.drop')[0].dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, composed: true, dataTransfer: data }));`);
  if (rate > 1) await page.find('button', VI.say('boundary.busy.stop'));
  const now = await page.waitFor(async () => {
    const measures = await textOf(page, '.measures');
    return measures && { measures, lead: await textOf(page, '.lead') };
  }, 'the measures', 120_000);
  await page.browser.slowDown(1);
  assert.match(now.lead, new RegExp(VI.number(1_000_000)));
  assert.match(await textOf(page, 'figcaption'), VI.like('boundary.map.thinned'));
  const tasks = await page.inside('return tasks;');
  t.diagnostic(`long tasks while a million corners were read, checked and drawn: ${tasks.map(Math.round).join(', ') || 'none'}`);
  await page.screenshot('boundary-million');
});
