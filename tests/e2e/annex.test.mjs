// An annex as it comes from an office: a Word file with its tables, the area that it states, several parcels, a corner that cannot
// be read. What was understood stands in one line, and everything in it can be corrected.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { ROOT, open } from './harness/index.mjs';
import { fill, textOf } from './product/begin.mjs';
import { drop, toBoundary } from './product/boundary_page.mjs';
import { Gallery } from './product/gallery.mjs';
import { VI } from './product/words.mjs';

const NAME = 'Cụm Phụ Lục';
const DATA = join(ROOT, 'tests/data');
const TABLE = readFileSync(join(DATA, 'found/tables/table_stated_area_wrong.txt'), 'utf8');

const measures = (page) => textOf(page, '.measures');
const understood = (page) => textOf(page, '.file .soft');

async function paste(page, text) {
  await page.click('radio', new RegExp(`^${VI.say('boundary.way.paste')}`));
  await page.clickOn('#boundary-paste');
  await page.paste(text);
  await page.click('button', VI.say('boundary.paste_read'));
}

test('word_annex_is_measured_and_what_was_understood_stands_in_one_line', async (t) => {
  const page = await open(t);
  const gallery = new Gallery(page, 'vi');
  await toBoundary(page, VI, NAME);
  const now = await drop(page, '../docx/annex.docx');
  assert.equal(now.kind, 'opened', now.refused);
  const said = [
    VI.say('boundary.format.docx'),
    VI.say('boundary.corners.other', { count: 8 }),
    VI.say('boundary.parcels.one', { count: 1 }),
    `${VI.say('boundary.system.tm3', { meridian: '104°45′' })} (${VI.say('boundary.system.by_file')})`,
    VI.say('boundary.stated', { area: '57,92' }),
    VI.say('boundary.measured', { area: '57,93' }),
  ];
  assert.equal(await understood(page), said.join(', '));
  assert.ok((await measures(page)).includes(`${VI.say('boundary.measures.stated')} 57,92 ha`));
  await gallery.take('boundary-annex');
  await page.click('button', VI.say('boundary.system.change'));
  await page.waitFor(async () => (await page.focused()).text.includes(VI.say('boundary.where')), 'the systems to choose from');
  gallery.end();
});

test('parcels_of_one_cluster_are_measured_together_or_one_of_them', async (t) => {
  const page = await open(t);
  const gallery = new Gallery(page, 'vi');
  await toBoundary(page, VI, NAME);
  const now = await drop(page, '../docx/two_parcels.docx');
  assert.equal(now.kind, 'choose', now.refused);
  await page.waitForText(VI.say('boundary.together.sum', { area: '70,13' }));
  await gallery.take('boundary-parcels');
  await page.click('button', VI.say('boundary.together'));
  await page.waitFor(async () => (await measures(page)).includes('70,13 ha (±'), 'the area of both');
  const line = await understood(page);
  assert.ok(line.includes(VI.say('boundary.parcels.other', { count: 2 })), line);
  assert.ok(line.includes(VI.say('boundary.stated', { area: '70,13' })), line);
  await page.click('button', VI.say('boundary.choose.other_parcel'));
  await page.click('button', VI.say('boundary.choose.take', { name: 'Khu B' }));
  await page.waitFor(async () => (await measures(page)).includes('12,21 ha (±'), 'the area of one');
  assert.ok((await understood(page)).includes(VI.say('boundary.stated', { area: '12,21' })));
  gallery.end();
});

test('stated_area_far_from_the_measured_one_is_a_question_with_causes', async (t) => {
  const page = await open(t);
  const gallery = new Gallery(page, 'vi');
  await toBoundary(page, VI, NAME);
  await paste(page, TABLE);
  await page.waitForText(VI.say('boundary.stated.apart', { percent: '44,8' }));
  await page.waitForText(VI.say('boundary.stated.far_text', { stated: '40', measured: '57,92' }));
  await page.waitForText(VI.say('boundary.lead.warned'));
  await gallery.take('boundary-stated-apart');
  gallery.end();
});

test('table_that_cannot_be_read_is_corrected_by_hand', async (t) => {
  const page = await open(t);
  const gallery = new Gallery(page, 'vi');
  await toBoundary(page, VI, NAME);
  await paste(page, TABLE.replace('455640.05', '4S5640.05'));
  await page.waitForText(VI.say('boundary.failed.cell', { line: 8, column: 3, found: '4S5640.05' }));
  await gallery.take('boundary-by-hand');
  await page.click('button', VI.say('boundary.failed.by_hand.other', { count: 8 }));
  await page.waitForText(VI.say('boundary.cell.not_number'));
  const id = await page.inside(`return all('input').find((one) => one.value === '4S5640.05').id;`);
  await fill(page, id, '455640.05');
  await page.click('button', VI.say('boundary.type.open'));
  await page.waitFor(async () => (await measures(page)).includes('57,93 ha (±'), 'the area');
  const line = await understood(page);
  assert.ok(line.includes(VI.say('boundary.corners.other', { count: 8 })), line);
  // The text has said what its coordinates are; it is not asked again.
  assert.ok(line.includes(VI.say('boundary.system.by_file')), line);
  gallery.end();
});

test('text_without_a_table_is_told_with_its_first_line', async (t) => {
  const page = await open(t);
  const gallery = new Gallery(page, 'vi');
  await toBoundary(page, VI, NAME);
  await paste(page, 'Điều 1. Phê duyệt ranh giới\nMốc 1 ở gần cầu, X = 2432100 m\nMốc 2 ở chân đồi');
  await page.waitForText(VI.say('boundary.failed.first_line', { line: 2, found: 'Mốc 1 ở gần cầu, X = 2432100 m' }));
  await gallery.take('boundary-first-line');
  gallery.end();
});
