// A boundary beside an earlier one: what a person is asked and told, and the part that cuts them, which comes with the first one only.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';

import { ROOT, open, without } from './harness/index.mjs';
import { textOf } from './product/begin.mjs';
import { drop, toBoundary } from './product/boundary_page.mjs';
import { EN, VI } from './product/words.mjs';

const NAME = 'Cụm Mở Rộng';
const PART = '/overlay.wasm';
const DATA = join(ROOT, 'tests/data');
const [EARLIER, EXPANDED] = ['overlay/earlier.kml', 'overlay/expanded.csv'];
/** Hectares of the land between the two files (README of the data). */
const LAND = { added: 19.7303, removed: 1.7013, kept: 39.3105, earlier: 41.0118, now: 59.0515 };
/** VN-2000 on 105°30′. */
const SYSTEM = '9209';

const now = (page) => textOf(page, '#boundary-earlier-now');
const section = (page) => page.inside(`return flat(all('#boundary-earlier')[0].closest('section').innerText);`);

/** Picks an entry of a list as a person does. */
const pick = (page, id, value) => page.inside(`
  const [list] = all('[id="' + arguments[0] + '"]');
  list.value = arguments[1];
  list.dispatchEvent(new Event('change', { bubbles: true }));`, id, value);

async function compareWith(page, file) {
  await page.upload('#boundary-earlier-file', join(DATA, file));
}

/** The text of the result, or of the question, once it is there. */
const told = (page, what) => page.waitFor(async () => {
  const text = await now(page);
  return text?.match(what) && text;
}, String(what), 20_000);

const changed = (words, { added, removed, kept, earlier } = LAND) => words.like('boundary.earlier.changed', {
  earlier: words.number(earlier), added: words.number(added), removed: words.number(removed), kept: words.number(kept),
});
/** The land where the two files have changed places. */
const BACK = { added: LAND.removed, removed: LAND.added, kept: LAND.kept, earlier: LAND.now };

async function openExpanded(page) {
  await drop(page, `../${EXPANDED}`);
  await page.inside(`all('input[id="system-other"]')[0].click();`);
  await pick(page, 'boundary-system-list', SYSTEM);
  await page.click('button', VI.like('boundary.system.confirm'));
  await page.css('#boundary-earlier-file');
}

test('expansion_is_told_drawn_and_tabled_by_a_part_that_comes_with_it', async (t) => {
  const page = await open(t);
  await toBoundary(page, VI, NAME);
  await openExpanded(page);
  assert.ok(!page.server.requests.includes(PART), 'nothing was compared');
  await compareWith(page, EARLIER);
  const text = await told(page, changed(VI));
  assert.ok(text.includes('earlier.kml'), text);
  assert.equal(page.server.requests.filter((path) => path === PART).length, 1);
  assert.equal(await page.inside('return active()?.id'), 'boundary-earlier-now');

  const rows = await page.inside(`
    return [...all('#boundary-earlier')[0].closest('section').querySelectorAll('tbody tr')].map((row) => flat(row.innerText));`);
  const row = (key, figure) => `${VI.say(`boundary.earlier.${key}`)} ${VI.number(figure)}`;
  for (const [key, figure] of [['before', LAND.earlier], ['removed', LAND.removed], ['kept', LAND.kept], ['added', LAND.added], ['now', LAND.now]]) {
    assert.ok(rows.includes(row(key, figure)), `${row(key, figure)} in ${rows.join(' | ')}`);
  }
  const drawn = await page.inside(`return ['kept', 'added', 'removed'].map((land) => {
    const path = all('path.overlay__' + land)[0];
    const paint = path.getAttribute('fill')?.match(/#(.*)\\)/)?.[1];
    return path.getTotalLength() > 0 && (!paint || path.getRootNode().getElementById(paint) !== null);
  });`);
  assert.deepEqual(drawn, [true, true, true]);
  await page.review('boundary-earlier');
  if (!without('media')) {
    await page.media({ 'forced-colors': 'active' });
    await page.screenshot('boundary-earlier-forced');
    await page.media({ 'prefers-color-scheme': 'dark' });
    await page.screenshot('boundary-earlier-dark');
    await page.media();
  }
  await page.keepPdf('boundary-earlier');
});

test('change_of_the_boundary_is_told_and_compared_again', async (t) => {
  const page = await open(t);
  await toBoundary(page, VI, NAME);
  await openExpanded(page);
  // The same corners in a file of results.
  await compareWith(page, 'results/format-1.cluster-ready.json');
  await told(page, VI.like('boundary.earlier.changed'));
  await page.inside(`all('input.corners__input')[0].value = '2292507.46';
    all('input.corners__input')[0].dispatchEvent(new Event('input', { bubbles: true, composed: true }));`);
  await page.waitForText(VI.say('boundary.earlier.outdated'));
  await page.click('button', VI.say('boundary.earlier.again'));
  await page.waitFor(async () => !(await section(page)).includes(VI.say('boundary.earlier.outdated')), 'the new comparison');
});

test('what_a_file_does_not_say_is_asked_and_what_is_wrong_is_told', async (t) => {
  const page = await open(t);
  await toBoundary(page, VI, NAME);
  assert.equal((await drop(page, `../${EARLIER}`)).kind, 'opened');

  await compareWith(page, 'boundary/hostile/empty.csv');
  await told(page, VI.like('boundary.failed.empty.out'));
  await compareWith(page, 'boundary/polygons.geojson');
  await told(page, VI.like('boundary.earlier.choose.other'));
  await page.axe();
  await page.click('button', /S25/);
  await told(page, VI.like('boundary.earlier.flawed.out'));

  await compareWith(page, EXPANDED);
  await told(page, VI.like('boundary.earlier.system'));
  await page.axe();
  await pick(page, 'boundary-earlier-system', SYSTEM);
  await page.click('button', VI.say('boundary.earlier.compare'));
  await told(page, changed(VI, BACK));

  await page.click('button', VI.say('boundary.earlier.other'));
  await compareWith(page, 'boundary/formats/boundary.geojson');
  await told(page, VI.like('boundary.earlier.apart'));
  await page.click('button', VI.say('boundary.earlier.other'));
  await compareWith(page, EARLIER);
  await told(page, VI.like('boundary.earlier.same'));
});

test('part_that_does_not_come_is_asked_for_again', async (t) => {
  const state = { how: { status: 404, body: 'gone' } };
  const page = await open(t, { answer: (path) => (path === PART ? state.how : undefined) });
  page.record.expect(/overlay\.wasm/);
  await toBoundary(page, VI, NAME);
  await drop(page, `../${EARLIER}`);
  await compareWith(page, EARLIER);
  await told(page, VI.like('boundary.stopped.load.out'));
  state.how = undefined;
  await compareWith(page, EARLIER);
  await told(page, VI.like('boundary.earlier.same'));
});

test('part_that_stops_takes_nothing_with_it', async (t) => {
  // A module with the names of the part, of which each stops.
  const module = Buffer.from([
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    1, 10, 2, 0x60, 1, 0x7f, 1, 0x7f, 0x60, 0, 1, 0x7f, // (i32) → i32, () → i32
    3, 4, 3, 0, 1, 1,
    5, 3, 1, 0, 1,
    7, 32, 4, 6, ...Buffer.from('memory'), 2, 0, 4, ...Buffer.from('room'), 0, 0, 4, ...Buffer.from('read'), 0, 1, 5, ...Buffer.from('begin'), 0, 2,
    10, 13, 3, 3, 0, 0, 0x0b, 3, 0, 0, 0x0b, 3, 0, 0, 0x0b,
  ]);
  const state = { how: { type: 'application/wasm', body: module } };
  const page = await open(t, { answer: (path) => (path === PART ? state.how : undefined) });
  page.record.expect(/unreachable|cluster-ready/);
  await toBoundary(page, VI, NAME);
  await drop(page, `../${EARLIER}`);
  await compareWith(page, EARLIER);
  await told(page, VI.like('boundary.stopped.crash.out'));
  // The boundary at hand and its measures stand as before.
  assert.ok((await textOf(page, '.measures')).includes(VI.number(LAND.earlier)));
});

test('english_says_the_same', async (t) => {
  const page = await open(t);
  await page.click('button', VI.switch);
  await toBoundary(page, EN, NAME);
  await drop(page, `../${EARLIER}`);
  await compareWith(page, EXPANDED);
  await told(page, EN.like('boundary.earlier.system'));
  await pick(page, 'boundary-earlier-system', SYSTEM);
  await page.click('button', EN.say('boundary.earlier.compare'));
  await told(page, changed(EN, BACK));
});
