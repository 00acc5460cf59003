// The cluster's boundary: pasted, picked, dropped, typed; what is wrong with it and where; what it measures.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { open } from './harness/index.mjs';
import { begin, fill, textOf, toQuestion, valueOf } from './product/begin.mjs';
import { FOLDER, toBoundary } from './product/boundary_page.mjs';
import { Gallery } from './product/gallery.mjs';
import { EN, VI, indicator } from './product/words.mjs';

const NAME = 'Cụm Ranh Giới';
const path = (name) => join(FOLDER, name);
const data = (name) => readFileSync(path(name), 'utf8');

/** The star of 14 corners as a paper prints it: X north, Y east, no word on the meridian. */
const TABLE = data('formats/boundary_vn2000_XY_vietnamese.csv');
/** Its meridian, as the choice says it. */
const MERIDIAN = '106°15′';
const AREA = '29,75';

const BOW_TIE = JSON.stringify({
  type: 'Polygon',
  coordinates: [[[107.08, 16.73], [107.085, 16.735], [107.085, 16.73], [107.08, 16.735], [107.08, 16.73]]],
});

async function paste(page, text) {
  await page.click('radio', new RegExp(`^${VI.say('boundary.way.paste')}`));
  await page.clickOn('#boundary-paste');
  await page.paste(text);
  await page.click('button', VI.say('boundary.paste_read'));
}

const lead = (page) => textOf(page, 'h1 ~ .lead');
const measures = (page) => textOf(page, '.measures');
const problems = (page) => textOf(page, '.problem__body');

test('pasted_vn2000_table_asks_for_the_meridian_and_measures_the_area', async (t) => {
  const page = await open(t);
  await toBoundary(page, VI, NAME);
  await paste(page, TABLE);
  await page.waitForText(VI.say('boundary.lead.read.other', { count: 14 }));
  await page.landed(VI.say('boundary.title'));
  // Nothing is measured before a person said where it lies.
  assert.ok((await lead(page)).includes(VI.say('boundary.lead.where')));
  assert.ok((await page.text()).includes(VI.say('boundary.measures.where')));
  assert.ok((await page.text()).includes(VI.say('boundary.note.north')));
  await page.click('radio', new RegExp(`^${MERIDIAN}.*Quảng Trị`));
  await page.click('button', VI.say('boundary.system.confirm', { system: MERIDIAN }));
  await page.waitFor(async () => (await measures(page)).includes(`${AREA} ha`), 'the area');
  assert.ok((await lead(page)).includes(VI.say('boundary.lead.ok')));

  await page.click('button', VI.say('boundary.save'));
  await page.landed(NAME);
  assert.match(await page.text(), new RegExp(`${VI.say('boundary.title')}.*${AREA} ha`));
  // It answers three questions by itself, and the answers stay what they are.
  for (const id of ['L1', 'L7']) {
    await toQuestion(page, VI, id);
    assert.notEqual(await valueOf(page, `${id}-0`), '');
    assert.ok((await page.text()).includes(VI.say('question.from_boundary')));
    await page.click('button', VI.say('question.tasks'));
    await page.landed(NAME);
  }
  await page.click('button', VI.say('foot.save'));
  const { boundary, answers } = JSON.parse((await page.takeDownload(/\.cluster-ready\.json$/)).text);
  assert.ok(Math.abs(boundary.measures.area_m2 - 297_502.708) < 1, `${boundary.measures.area_m2}`);
  assert.ok(answers.L1.number > 0 && answers.L7.number > 0);
  await page.reload();
  await page.waitForHeading(NAME);
  await page.click('button', VI.say('boundary.title'));
  await page.waitFor(async () => (await measures(page)).includes(`${AREA} ha`), 'the area after a reload');
});

test('boundary_without_a_place_waits_and_the_task_list_says_so', async (t) => {
  const page = await open(t);
  await toBoundary(page, VI, NAME);
  await paste(page, TABLE);
  await page.landed(VI.say('boundary.title'));
  assert.match(await problems(page), new RegExp(VI.say('boundary.pending')));
  await page.click('button', VI.say('boundary.save'));
  await page.landed(NAME);
  const task = () => page.inside(`return all('.task').map((one) => flat(one.innerText)).find((text) => text.startsWith(arguments[0]));`, VI.say('boundary.title'));
  assert.ok((await task()).endsWith(VI.say('boundary.pending')), await task());
  await page.click('button', VI.say('boundary.title'));
  await page.landed(VI.say('boundary.title'));
  await page.click('button', VI.say('boundary.review.to_where'));
  await page.waitFor(async () => (await page.focusedId()) === 'boundary-where', 'the focus where it is said');
  await page.click('radio', new RegExp(`^${MERIDIAN}.*Quảng Trị`));
  await page.click('button', VI.say('boundary.system.confirm', { system: MERIDIAN }));
  await page.waitFor(async () => (await measures(page)).includes(`${AREA} ha`), 'the area');
  assert.doesNotMatch(await problems(page), new RegExp(VI.say('boundary.pending')));
});

test('what_contradicts_the_profile_stands_first_beside_the_map', async (t) => {
  const page = await open(t);
  await page.waitForHeading(VI.say('start.title'));
  await page.click('button', VI.say('start.full.begin'));
  await page.landed(VI.say('profile.title'));
  await page.typeInto('#name', NAME);
  await page.typeInto('#declared', '75');
  await page.inside(`
    const province = all('#province')[0];
    province.value = '24';
    province.dispatchEvent(new Event('change', { bubbles: true }));`);
  await page.click('button', VI.say('profile.next'));
  await page.landed(NAME);
  await page.click('button', VI.say('boundary.title'));
  await page.landed(VI.say('boundary.title'));
  await page.upload('#boundary-file', path('formats/boundary_vn2000_crs_member.geojson'));
  await page.waitFor(async () => (await measures(page)).includes(`${AREA} ha`), 'the area');
  assert.ok((await lead(page)).includes(VI.say('boundary.lead.warned')), await lead(page));
  assert.equal(await textOf(page, '#boundary-problems'), VI.say('boundary.problems.review.other', { count: 2 }));
  const [province, area] = await page.inside(`return all('.problem--review').map((one) => flat(one.innerText));`);
  assert.match(province, new RegExp(`^${VI.say('boundary.kind.warning')} ${VI.say('boundary.review.province')}.*Quảng Trị.*Bắc Ninh`));
  assert.match(area, VI.like('boundary.review.area', { percent: VI.number(60.3) }));
  await page.click('button', VI.say('boundary.review.to_why'));
  await page.waitFor(async () => (await page.focusedId()) === 'boundary-explanation', 'the focus on the explanation');
  await page.review('boundary-review');
  // Taking the province over settles that.
  await page.click('button', VI.like('boundary.province.take'));
  await page.waitFor(async () => (await page.inside(`return all('.problem--review').length;`)) === 1, 'one thing left');
});

test('typed_distance_gives_way_to_the_measured_one_again', async (t) => {
  const page = await open(t);
  await toBoundary(page, VI, NAME);
  await page.upload('#boundary-file', path('formats/boundary.geojson'));
  await page.waitFor(async () => (await measures(page)).includes(`${AREA} ha`), 'the area');
  await page.landed(VI.say('boundary.title'));
  await page.click('button', VI.say('boundary.save'));
  await page.landed(NAME);
  await toQuestion(page, VI, 'L1');
  const measured = await valueOf(page, 'L1-0');
  assert.match(measured, /^\d+,\d{1,2}$/);
  assert.match(await page.text(), VI.like('number.echo', { figure: `${measured} km` }));
  await page.clickOn('#L1-0');
  await page.retype('2');
  await page.waitForText(VI.like('number.echo', { figure: '2 km' }));
  await page.click('button', VI.say('question.tasks'));
  await page.landed(NAME);
  await toQuestion(page, VI, 'L1');
  assert.equal(await valueOf(page, 'L1-0'), '2');
  await page.click('button', VI.say('boundary.near.measured'));
  await page.waitFor(async () => (await valueOf(page, 'L1-0')) === measured, 'the measured distance');
  await page.waitForText(VI.say('question.from_boundary'));
});

test('field_that_is_not_chosen_has_a_way_to_choose_it', async (t) => {
  const page = await open(t);
  await toBoundary(page, VI, NAME);
  await page.upload('#boundary-file', path('formats/boundary.geojson'));
  await page.waitFor(async () => (await measures(page)).includes(`${AREA} ha`), 'the area');
  await page.click('button', VI.say('boundary.near.to_field'));
  await page.waitFor(async () => (await page.focusedId()) === 'industry', 'the focus on the field');
});

test('boundary_by_keyboard_alone', async (t) => {
  const page = await open(t);
  await begin(page, VI, NAME);
  await page.tabTo(VI.say('boundary.title'));
  await page.press('Enter');
  await page.landed(VI.say('boundary.title'));
  await page.tabTo(new RegExp(`^${VI.say('boundary.way.file')}`));
  await page.press('Down');
  await page.tabTo(VI.say('boundary.paste'));
  await page.paste(TABLE);
  await page.tabTo(VI.say('boundary.paste_read'));
  await page.press('Enter');
  await page.waitForText(VI.say('boundary.lead.read.other', { count: 14 }));
  await page.landed(VI.say('boundary.title'));
  // The map takes keys: near, far, aside, whole.
  await page.tabTo(VI.say('boundary.map.keys'));
  await page.press('+', '-', 'Left', 'Up', '0');
  await page.tabTo(/^Đúng, dùng/);
  await page.press('Enter');
  await page.waitFor(async () => (await page.focusedId()) === 'boundary-where', 'focus where the button was');
  await page.waitFor(async () => (await measures(page)).includes(' ha'), 'the area');
  // Taking it away asks; the focus is on the harmless answer, and back where it was after it.
  await page.tabTo(VI.say('boundary.remove'));
  await page.press('Enter');
  await page.waitFor(async () => (await page.focused()).name === VI.say('boundary.remove.keep'), 'focus on "keep"');
  await page.press('Enter');
  await page.waitFor(async () => (await page.focused()).name === VI.say('boundary.remove'), 'focus on "take away"');
  await page.tabTo(VI.say('boundary.save'), { back: true });
  await page.press('Enter');
  await page.landed(NAME);
});

test('geojson_is_read_when_picked_and_when_dropped', async (t) => {
  const page = await open(t);
  await toBoundary(page, VI, NAME);
  await page.upload('#boundary-file', path('formats/boundary.geojson'));
  await page.waitFor(async () => (await measures(page)).includes(`${AREA} ha`), 'the area');
  assert.ok((await lead(page)).includes(VI.say('boundary.lead.read.other', { count: 14 })));
  await page.landed(VI.say('boundary.title'));

  await page.click('button', VI.say('boundary.replace'));
  await page.waitForText(VI.say('boundary.lead.replacing'));
  await page.drop('.drop', 'hole.geojson', data('formats/hole.geojson'), 'application/geo+json');
  await page.waitForText('hole.geojson');
  await page.waitFor(async () => / ha/.test(await measures(page)) && !(await measures(page)).includes(`${AREA} ha`), 'another area');
});

test('bow_tie_is_told_with_its_place_and_a_repair_is_offered', async (t) => {
  const page = await open(t);
  const gallery = new Gallery(page, 'vi');
  await toBoundary(page, VI, NAME);
  await paste(page, BOW_TIE);
  await page.waitForText(VI.say('boundary.lead.wrong.one', { count: 1 }));
  assert.match(await problems(page), VI.like('boundary.problem.crossing'));
  assert.match(await problems(page), /kinh độ 107,0825.*, vĩ độ 16,7325/);
  assert.ok((await page.text()).includes(VI.say('boundary.measures.failed')), 'nothing is measured');
  assert.equal(await page.inside(`return all('.map__svg text').some((one) => one.textContent === 'A')`), true, 'its mark on the map');
  await gallery.take('boundary-problem');
  await gallery.alike('boundary-problem');
  // Kept with its error, and the task list says so.
  await page.click('button', VI.say('boundary.save'));
  await page.landed(NAME);
  assert.ok((await page.text()).includes(VI.say('tasks.boundary_must')));
  await page.click('button', VI.say('boundary.title'));
  await page.landed(VI.say('boundary.title'));
  await page.click('button', /^(Đổi chỗ|Đảo thứ tự)/);
  await page.waitFor(async () => / ha/.test(await measures(page)), 'the area');
  // The button is gone: focus goes on, not to the start of the page.
  await page.waitFor(async () => (await page.focusedId()) === 'boundary-problems', 'focus on the list of problems');
  await page.click('button', VI.say('boundary.undo'));
  await page.waitForText(VI.say('boundary.lead.wrong.one', { count: 1 }));
  await page.waitFor(async () => (await page.focusedId()) === 'boundary-problems', 'focus on the list of problems');
  gallery.end();
});

test('several_polygons_ask_which_one_is_the_cluster', async (t) => {
  const page = await open(t);
  const gallery = new Gallery(page, 'vi');
  await toBoundary(page, VI, NAME);
  await page.upload('#boundary-file', path('hostile/several_polygons.geojson'));
  await page.waitForText(VI.say('boundary.choose.other', { count: 3 }));
  await gallery.take('boundary-several');
  assert.equal((await page.text()).includes(VI.say('boundary.measures')), false, 'nothing is measured yet');
  await page.click('button', VI.say('boundary.choose.take', { name: 'Lô 1' }));
  await page.waitFor(async () => (await measures(page)).includes(`${AREA} ha`), 'the area');
  gallery.end();
});

test('coordinates_without_a_system_ask_with_meridians', async (t) => {
  const page = await open(t);
  await toBoundary(page, VI, NAME);
  for (const name of ['vn2000_no_crs', 'vn2000_no_crs_northing_first']) {
    await page.upload('#boundary-file', path(`hostile/${name}.geojson`));
    await page.waitForText(VI.say('boundary.lead.where'));
    await page.click('radio', new RegExp(`^${MERIDIAN}.*Quảng Trị`));
    await page.click('button', VI.say('boundary.system.confirm', { system: MERIDIAN }));
    await page.waitFor(async () => (await measures(page)).includes(`${AREA} ha`), `the area of ${name}`);
    await page.click('button', VI.say('boundary.replace'));
    await page.waitForText(VI.say('boundary.lead.replacing'));
  }
});

test('swapped_axes_are_said_and_repaired_only_for_measuring', async (t) => {
  const page = await open(t);
  await toBoundary(page, VI, NAME);
  await page.upload('#boundary-file', path('hostile/lat_lon_swapped.geojson'));
  await page.waitFor(async () => (await measures(page)).includes(`${AREA} ha`), 'the area');
  assert.ok((await problems(page)).includes(VI.say('boundary.problem.swapped')));
  assert.ok((await problems(page)).includes(VI.say('boundary.kind.repaired')));
});

test('file_that_is_no_boundary_is_told_with_a_way_out_and_replaces_nothing', async (t) => {
  const page = await open(t);
  await toBoundary(page, VI, NAME);
  await page.upload('#boundary-file', path('formats/boundary.geojson'));
  await page.waitFor(async () => (await measures(page)).includes(`${AREA} ha`), 'the area');
  await page.click('button', VI.say('boundary.replace'));
  const wrong = {
    'hostile/truncated_boundary.geojson': VI.like('boundary.failed.json'),
    'hostile/empty.csv': VI.say('boundary.failed.empty'),
    'hostile/csv_missing_cell.csv': VI.like('boundary.failed.cell_blank'),
    'hostile/point_only.geojson': VI.like('boundary.failed.no_polygon.one'),
    'hostile/autocad.dwg': VI.like('boundary.failed.format'),
    'hostile/geojson_deep_arrays.geojson': VI.like('boundary.failed.deep'),
  };
  for (const [name, wanted] of Object.entries(wrong)) {
    await page.upload('#boundary-file', path(name));
    await page.waitFor(async () => {
      const said = await textOf(page, '.error-summary');
      return wanted instanceof RegExp ? wanted.test(said) : said.includes(wanted);
    }, `${name}: ${wanted}`);
    await page.waitFor(async () => VI.like('boundary.failed.file').test((await page.focused()).text), 'focus on the message');
  }
  await page.axe();
  await page.screenshot('vi-boundary-failed');
  await page.click('button', VI.say('boundary.replace.not'));
  await page.waitFor(async () => (await measures(page)).includes(`${AREA} ha`), 'the boundary of before');
});

test('corner_corrected_in_the_table_is_measured_again', async (t) => {
  const page = await open(t);
  await toBoundary(page, VI, NAME);
  await page.upload('#boundary-file', path('formats/boundary_vn2000_XY_vietnamese.csv'));
  await page.waitForText(VI.say('boundary.lead.where'));
  await page.click('radio', new RegExp(`^${MERIDIAN}.*Quảng Trị`));
  await page.click('button', VI.say('boundary.system.confirm', { system: MERIDIAN }));
  await page.waitFor(async () => (await measures(page)).includes(`${AREA} ha`), 'the area');
  const first = await page.inside(`return all('.corners__input')[0].id`);
  await fill(page, first, '1851533,395');
  await page.waitFor(async () => !(await measures(page)).includes(`${AREA} ha`), 'another area');
  // Something that is no number changes nothing but says so.
  const before = await measures(page);
  await fill(page, first, 'x');
  await page.waitForText(VI.say('boundary.cell.not_number'));
  assert.equal(await measures(page), before);
  assert.equal(await valueOf(page, first), 'x');
  await page.axe();
});

test('corners_typed_one_by_one_become_a_boundary', async (t) => {
  const page = await open(t);
  await toBoundary(page, VI, NAME);
  await page.click('radio', new RegExp(`^${VI.say('boundary.way.type')}`));
  const cells = await page.inside(`return all('.corners__input').filter(visible).map((one) => one.id)`);
  const corners = ['1851433,395', '588656,512', '1851433,395', '589156,512', '1850933,395', '589156,512', '1850933,395', '588656,512'];
  for (const [index, text] of corners.entries()) await fill(page, cells[index], text);
  await page.click('button', VI.say('boundary.type.open'));
  await page.waitForText(VI.say('boundary.lead.where'));
  await page.click('button', /^Đúng, dùng/);
  // 500 m by 500 m.
  await page.waitFor(async () => /25(,0\d?)? ha/.test(await measures(page)), '25 ha');
});

test('measured_boundary_is_downloaded_in_every_format', async (t) => {
  const page = await open(t);
  const gallery = new Gallery(page, 'vi');
  // The name is a formula, markup, and no file name.
  const name = '=1+1 <b> "Cụm" & Co';
  await begin(page, VI, name);
  await page.click('button', VI.say('boundary.title'));
  await page.landed(VI.say('boundary.title'));
  await paste(page, TABLE);
  await page.waitForText(VI.say('boundary.lead.where'));
  assert.equal((await page.text()).includes(VI.say('boundary.download')), false, 'nothing is offered before it is measured');
  await page.click('radio', new RegExp(`^${MERIDIAN}.*Quảng Trị`));
  await page.click('button', VI.say('boundary.system.confirm', { system: MERIDIAN }));
  await page.waitForText(VI.say('boundary.download'));
  const system = VI.say('boundary.system.tm3', { meridian: MERIDIAN });
  assert.ok((await page.text()).includes(VI.say('boundary.download.text', { system })));
  await gallery.take('boundary-download');

  const take = async (format, words = VI) => {
    await page.click('button', words.say(`boundary.download.${format}`));
    return page.takeDownload(new RegExp(`^1-1-b-cum-co-\\d{4}-\\d\\d-\\d\\d\\.boundary\\.${format}$`));
  };
  const { properties, geometry } = JSON.parse((await take('geojson')).text);
  assert.equal(properties.name, name);
  assert.ok(Math.abs(properties.area_m2 - 297_502.71) < 0.02, `${properties.area_m2}`);
  assert.deepEqual([geometry.type, geometry.coordinates.length, geometry.coordinates[0].length], ['Polygon', 1, 15]);
  assert.deepEqual(geometry.coordinates[0][0], geometry.coordinates[0][14]);

  const kml = (await take('kml')).text;
  assert.ok(kml.includes('<name>=1+1 &lt;b&gt; &quot;Cụm&quot; &amp; Co</name>'), kml);
  assert.equal(kml.match(/^10\d\.\d+,16\.\d+$/gm).length, 15);

  const csv = await take('csv');
  assert.deepEqual([...csv.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const rows = csv.text.slice(1).split('\r\n');
  assert.equal(rows[0], VI.say('boundary.annex'));
  assert.equal(rows[1], `${VI.say('boundary.annex.system')};"${system} (EPSG:9212)"`);
  assert.equal(rows[2], '"\'=1+1 <b> ""Cụm"" & Co"');
  assert.equal(rows[4], '1;1851433,395;588656,512;234,30');
  assert.deepEqual([rows.length, rows[18]], [20, '1;1851433,395;588656,512']);

  // In English with points; by keyboard.
  await page.click('button', VI.switch);
  await page.waitForHeading(EN.say('boundary.title'));
  await page.tabTo(EN.say('boundary.download.csv'), { most: 80 });
  await page.press('Enter');
  const english = await page.takeDownload(/\.boundary\.csv$/);
  assert.ok(english.text.includes('\r\n1,1851433.395,588656.512,234.30\r\n'));
  await page.waitFor(async () => (await page.focused()).name === EN.say('boundary.download.csv'), 'focus stays');

  // The workbook is taken back as it is: its system is known and its area the same.
  await page.click('button', EN.say('boundary.download.xlsx'));
  const xlsx = await page.download(/\.boundary\.xlsx$/);
  assert.equal(xlsx.bytes.subarray(0, 4).toString('latin1'), 'PK\x03\x04');
  assert.ok(xlsx.bytes.includes('<v>1851433.395</v>'));
  assert.equal(xlsx.bytes.includes('<f>'), false, 'no formula');
  await page.click('button', EN.say('boundary.replace'));
  await page.upload('#boundary-file', xlsx.path);
  await page.waitForText(xlsx.name);
  await page.waitFor(async () => (await measures(page)).includes('29.75 ha'), 'the area of the workbook');
  assert.ok((await lead(page)).includes(EN.say('boundary.lead.ok')));
  gallery.end();
});

for (const words of [VI, EN]) {
  test(`boundary_screens_in_${words.language}`, async (t) => {
    const page = await open(t);
    const gallery = new Gallery(page, words.language);
    await toBoundary(page, VI, NAME);
    if (words === EN) {
      await page.click('button', VI.switch);
      await page.waitForHeading(EN.say('boundary.title'));
    }
    await gallery.take('boundary-empty');
    await page.click('radio', new RegExp(`^${words.say('boundary.way.type')}`));
    await gallery.take('boundary-type');
    await page.upload('#boundary-file', path('formats/boundary_vn2000_XY_vietnamese.csv'));
    await page.waitForText(words.say('boundary.lead.where'));
    await gallery.take('boundary-where');
    await page.click('radio', new RegExp(`^${MERIDIAN}`));
    await page.click('button', words.say('boundary.system.confirm', { system: MERIDIAN }));
    await page.waitFor(async () => (await measures(page)).includes(`${words.number(29.75)} ha`), 'the area');
    await gallery.take('boundary-measures');
    await gallery.alike('boundary-measures');
    gallery.end();
  });
}

test('language_switch_keeps_the_boundary_and_what_is_being_pasted', async (t) => {
  const page = await open(t);
  await toBoundary(page, VI, NAME);
  await page.click('radio', new RegExp(`^${VI.say('boundary.way.paste')}`));
  await fill(page, 'boundary-paste', '1 2 3');
  await page.click('button', VI.switch);
  await page.waitForHeading(EN.say('boundary.title'));
  assert.equal(await valueOf(page, 'boundary-paste'), '1 2 3');
  await page.upload('#boundary-file', path('formats/boundary.geojson'));
  await page.waitFor(async () => (await measures(page)).includes('29.75 ha'), 'the area');
  await page.click('button', EN.switch);
  await page.waitFor(async () => (await measures(page)).includes('29,75 ha'), 'the area in Vietnamese');
});

test('boundary_taken_away_takes_its_answers_with_it_but_not_a_typed_one', async (t) => {
  const page = await open(t);
  await toBoundary(page, VI, NAME);
  await page.upload('#boundary-file', path('formats/boundary.geojson'));
  await page.waitFor(async () => (await measures(page)).includes(`${AREA} ha`), 'the area');
  await page.click('button', VI.say('boundary.save'));
  await page.landed(NAME);
  await toQuestion(page, VI, 'L1');
  await fill(page, 'L1-0', '12,5');
  await page.click('button', VI.say('question.next'));
  await page.landed(VI.of(indicator('L2').question));
  await page.click('button', VI.say('question.tasks'));
  await page.landed(NAME);
  await page.click('button', VI.say('boundary.title'));
  await page.landed(VI.say('boundary.title'));
  await page.click('button', VI.say('boundary.remove'));
  await page.click('button', VI.say('boundary.remove.do'));
  await page.waitForText(VI.say('boundary.lead.none'));
  await page.click('button', VI.say('question.tasks'));
  await page.landed(NAME);
  await page.click('button', VI.say('foot.save'));
  const { answers } = JSON.parse((await page.takeDownload(/\.cluster-ready\.json$/)).text);
  assert.deepEqual(answers, { L1: { number: 12.5 } });
});
