// Boundary files of the manifest, dropped on the page: what a person is told about them is what must come out of them. Every file
// runs through the readers natively (tests/boundary_golden.rs); here there is one of each kind of outcome, and all of them with
// CLUSTER_READY_EVERY_FILE.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import test from 'node:test';

import { open } from './harness/index.mjs';
import { fill, textOf, valueOf } from './product/begin.mjs';
import { FOLDER, answered, clear, drop, toBoundary } from './product/boundary_page.mjs';
import { refusals } from './product/refusals.mjs';
import { EN, VI } from './product/words.mjs';

const NAME = 'Cụm Mọi Tệp';
const PASTED = 'bảng chưa đọc';
const { files: FILES } = JSON.parse(readFileSync(join(FOLDER, 'manifest.json'), 'utf8'));

/** Files with one answer here are told by the page in one way. */
const kind = ({ outcome, error, issues, needs_crs_choice: asked, axes, planar_area_m2: drawn, area_m2_when_chosen: chosen, note = '' }) =>
  JSON.stringify([outcome, error, issues, asked, axes, Boolean(drawn), Boolean(chosen), /after confirmation/.test(note)]);
const SEEN = new Set();
const DROPPED = process.env.CLUSTER_READY_EVERY_FILE
  ? FILES
  : FILES.filter(({ expect }) => !SEEN.has(kind(expect)) && SEEN.add(kind(expect)));

/** The system that the files without one were written in. */
const SYSTEM = { id: 'system-9212', name: '106°15′' };

const GROUPS = {
  maps: ['.geojson', '.json', '.wkt'],
  google_earth_and_gps_files: ['.kml', '.kmz', '.gpx'],
  tables: ['.csv', '.txt', '.xlsx', '.xls'],
  shapefiles_and_drawings: ['.zip', '.dxf', '.dwg'],
};

const says = (text, key) => assert.match(text, VI.like(key), key);

/** The area on the page, rounded as it is shown. */
function measured(measures, { tol_area_m2: tolerance = 0.05 }, area) {
  const shown = [-tolerance, 0, tolerance].map((off) => VI.number((area + off) / 10_000));
  assert.ok(shown.some((figure) => measures.includes(`${VI.say('boundary.measures.area')} ${figure} ha (±`)), `${shown[1]} ha: ${measures}`);
}

/** The page asks where it lies and measures nothing before that is said. */
async function asksForSystem(page, now) {
  assert.ok(now.systems > 0, 'systems to choose from');
  says(now.lead, 'boundary.lead.where');
  says(now.what, 'boundary.system.open');
  assert.equal(now.measures, '');
  await page.find('button', VI.like('boundary.system.confirm'));
  const question = now.what.startsWith('GeoJSON') && now.systems === 1 ? 'question_other' : 'question';
  says(await textOf(page, 'legend'), `boundary.system.${question}`);
}

async function chooseSystem(page) {
  await page.clickOn(`label[for="${SYSTEM.id}"]`);
  await page.click('button', VI.say('boundary.system.confirm', { system: SYSTEM.name }));
  return page.waitFor(() => textOf(page, '.measures'), 'the measures');
}

/** Told in the words of one of the error classes; nothing is opened, nothing typed is lost. */
async function isRefused(page, now, { error, also = [] }) {
  const keys = refusals([error, ...also]);
  const said = now.kind === 'refused' ? now.refused : now.problems;
  assert.ok(keys.some((key) => VI.like(key).test(said)), `${[error, ...also]}: ${said}`);
  assert.equal(now.measures, '');
  if (now.kind !== 'refused') return;
  says(now.lead, 'boundary.lead.failed');
  assert.doesNotMatch(said, /\S{90}/, 'a word that nobody can read');
  await page.waitFor(async () => VI.like('boundary.failed.file').test((await page.focused()).text), 'focus on the message');
  assert.equal(await valueOf(page, 'boundary-paste'), PASTED);
}

async function isMeasured(page, now, expect) {
  assert.equal(now.kind, 'opened', now.refused);
  let { measures } = now;
  if (expect.needs_crs_choice) {
    await asksForSystem(page, now);
    measures = await chooseSystem(page);
  }
  measured(measures, expect, expect.area_m2);
  if (expect.issues?.includes('RING_NOT_CLOSED')) says(now.problems, 'boundary.problem.open');
}

/** Waypoints are joined only once a person says that their order is that of the boundary. */
async function confirmsOrder(page, now, name) {
  assert.equal(now.kind, 'choose', now.refused);
  assert.match(now.asked, VI.like('boundary.waypoints.other'));
  assert.deepEqual([now.candidates.length, now.drawn, now.measures], [1, 1, '']);
  await page.axe();
  await page.click('button', VI.say('boundary.waypoints.take'));
  const then = await answered(page, name);
  says(then.problems, 'boundary.note.waypoints.other');
  return then;
}

/** Each is named, drawn and measured. */
function isAsked(now, count, areas = []) {
  assert.equal(now.kind, 'choose', now.refused);
  assert.equal(now.asked, VI.say('boundary.choose.other', { count }));
  assert.deepEqual([now.candidates.length, now.drawn], [count, count]);
  assert.equal(now.measures, '');
  for (const [index, area] of areas.entries()) {
    assert.ok(now.candidates[index].includes(`${VI.number(area / 10_000)} ha`), now.candidates[index]);
  }
}

const OUTCOMES = {
  ok: isMeasured,
  error: isRefused,
  choose: async (page, now, { candidates, areas_m2: areas }) => isAsked(now, candidates, areas),
  choose_or_error: async (page, now, { candidates }) => isAsked(now, candidates),
  async ok_or_error(page, now, expect) {
    if (now.kind === 'refused') return isRefused(page, now, expect);
    // A drawing with an arc, which lies nowhere in Viet Nam.
    if (expect.planar_area_m2) return says(now.problems, 'boundary.note.arcs.one');
    if (/after confirmation/.test(expect.note)) Object.assign(now, await confirmsOrder(page, now, expect.name));
    return isMeasured(page, now, expect);
  },
  async needs_crs(page, now, expect) {
    await asksForSystem(page, now);
    if (expect.true_crs) {
      const id = expect.true_crs.replace('EPSG:', '');
      assert.equal(await page.inside(`return all('#system-' + arguments[0] + ', option[value="' + arguments[0] + '"]').length > 0`, id), true, id);
    }
    if (expect.area_m2_when_chosen) measured(await chooseSystem(page), expect, expect.area_m2_when_chosen);
    if (expect.axes === 'swapped') says(now.problems, 'boundary.problem.swapped');
  },
  /** The first ones are drawn, the others on request; each with its area, or with its error. */
  async per_feature(page, now, { features, expected }) {
    assert.equal(now.asked, VI.say('boundary.choose.other', { count: features }));
    let shown = now;
    while (shown.candidates.length < features) {
      await page.click('button', VI.like('boundary.choose.more.other'));
      shown = await page.waitFor(async () => {
        const more = await answered(page, '');
        return more.candidates.length > shown.candidates.length && more;
      }, 'more of them');
    }
    assert.equal(shown.drawn, features);
    const rows = readFileSync(join(FOLDER, expected), 'utf8').trim().split('\n').slice(1).map((line) => line.split(','));
    for (const [index, [id, , , status, , , , , area]] of rows.entries()) {
      const wanted = status === 'error' ? VI.say('boundary.choose.wrong') : `${VI.number(area / 10_000)} ha`;
      assert.ok(shown.candidates[index].startsWith(`${id} ${wanted}`), `${id} ${wanted}: ${shown.candidates[index]}`);
    }
  },
  /** Many points in many systems, or pairs of places: no boundary, and none is made of them in silence. */
  async table(page, now) {
    assert.equal(now.measures, '', `${now.lead} ${now.problems}`);
  },
  async repair(page, now, expect) {
    says(now.lead, 'boundary.lead.repaired');
    says(now.problems, 'boundary.kind.repaired');
    says(now.problems, 'boundary.problem.swapped');
    measured(now.measures, expect, expect.area_m2);
  },
};

test('names_of_files_to_choose_from_are_those_that_are_told_and_read', async (t) => {
  const page = await open(t);
  await toBoundary(page, VI, NAME);
  const endings = (text) => [...text.matchAll(/(?<=^|[ ,])\.[a-z]+(?=,)/g)].map(([ending]) => ending);
  const accepted = endings(await page.inside(`return all('#boundary-file')[0].accept;`));
  for (const words of [VI, EN]) assert.deepEqual(endings(words.say('boundary.drop_hint')).sort(), accepted.slice().sort());
  const read = FILES.filter(({ expect }) => ['ok', 'choose', 'needs_crs', 'repair'].includes(expect.outcome));
  for (const { file } of read) assert.ok(accepted.includes(extname(file)), file);
  const dropped = Object.values(GROUPS).flat();
  assert.deepEqual(FILES.filter(({ file }) => !dropped.includes(extname(file))), [], 'files that no group drops');
});

test('heading_against_its_figures_is_told_in_the_words_of_its_system', async (t) => {
  const page = await open(t);
  await toBoundary(page, VI, NAME);
  const tables = {
    'degrees.csv': ['lat,lon\n107.083,16.738\n107.081,16.739\n107.080,16.740', 'boundary.note.heading_degrees_text'],
    'metres.csv': ['easting,northing\n1851433,588656\n1851433,589156\n1850933,589156', 'boundary.note.heading_text'],
  };
  for (const [name, [text, key]] of Object.entries(tables)) {
    await page.drop('.drop', name, text);
    const now = await answered(page, name);
    says(now.problems, key);
    await clear(page, VI, now);
  }
});

for (const [group, endings] of Object.entries(GROUPS)) {
  test(`${group}_are_measured_asked_about_or_refused_in_words`, async (t) => {
    // The narrowest page, which no word of a file may widen.
    const page = await open(t, { width: 320 });
    await toBoundary(page, VI, NAME);
    await page.click('radio', new RegExp(`^${VI.say('boundary.way.paste')}`));
    await fill(page, 'boundary-paste', PASTED);
    await page.click('radio', new RegExp(`^${VI.say('boundary.way.file')}`));
    const asked = page.server.requests.length;
    const faults = [];
    for (const { file, expect } of DROPPED.filter(({ file }) => endings.includes(extname(file)))) {
      const now = await drop(page, file);
      try {
        await page.noHorizontalScroll();
        await OUTCOMES[expect.outcome](page, now, { ...expect, name: basename(file) });
      } catch (error) {
        faults.push(`${file}: ${error.message}`);
      }
      await clear(page, VI, now);
    }
    assert.deepEqual(faults, []);
    const unasked = page.server.requests.slice(asked).filter((path) => !/^\/(?:worker|tables)/.test(path));
    assert.deepEqual(unasked, [], 'what the page asked for meanwhile');
    assert.equal(await valueOf(page, 'boundary-paste'), PASTED);
    await page.click('button', VI.say('question.tasks'));
    await page.landed(NAME);
  });
}
