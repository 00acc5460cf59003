// The full way from the first page to the result by keyboard alone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from '../harness/index.mjs';
import { levelName, textOf } from './begin.mjs';
import { golden } from './golden.mjs';
import { answer, answerDimensions } from './keyboard.mjs';
import { MODEL, indicator } from './words.mjs';

const CASE = golden('typical-multi-industry');
const TABLE = readFileSync(join(ROOT, 'tests/data/boundary/formats/boundary_vn2000_XY_vietnamese.csv'), 'utf8');
export const NAME = 'Cụm công nghiệp Thử Nghiệm';

/** From the first page to the task list: the profile filled in, every field by keys. */
export async function toTaskList(page, words) {
  await page.tabTo(words.say('start.full.begin'));
  await page.press('Enter');
  await page.landed(words.say('profile.title'));
  await page.tabTo(words.say('profile.name'));
  await page.press(...NAME, 'Tab', 'Down', 'Down', 'Tab', ...'Xã Đồng Vân', 'Tab', 'Down', 'Tab', 'Down');
  // Over what is folded in the quick way, to the dates.
  await page.press('Tab', 'Tab', ...'12', 'Tab', ...'3', 'Tab', ...'2018');
  await page.tabTo(words.say('profile.declared'));
  await page.press(...words.typed('75'), 'Tab', ...words.typed('52.4'), 'Tab', ...words.typed('32.5'), 'Tab', ...'26', 'Enter');
  await page.landed(NAME);
}

/** Pastes the table of corners, says the meridian, and goes back to the task list. */
async function giveBoundary(page, words) {
  await page.tabTo(words.say('boundary.title'));
  await page.press('Enter');
  await page.landed(words.say('boundary.title'));
  await page.tabTo(new RegExp(`^${words.say('boundary.way.file')}`));
  await page.press('Down');
  await page.tabTo(words.say('boundary.paste'));
  await page.paste(TABLE);
  await page.tabTo(words.say('boundary.paste_read'));
  await page.press('Enter');
  await page.waitForText(words.say('boundary.lead.read.other', { count: 14 }));
  await page.landed(words.say('boundary.title'));
  await page.tabTo(words.like('boundary.system.confirm'));
  await page.press('Enter');
  await page.waitFor(async () => (await textOf(page, '.measures')).includes(words.number(29.75)), 'the area');
  await page.tabTo(words.say('boundary.save'));
  await page.press('Enter');
}

/** The shape is measured; the case has another one, which is typed in its place. */
async function typeShape(page, words) {
  const shape = indicator('L7');
  await page.tabTo(words.of(MODEL.dimensions.find((one) => one.id === shape.dimension).name));
  await page.press('Enter');
  await page.tabTo(words.rail(shape));
  await page.press('Enter');
  await answer(page, words, shape, CASE.answers.L7);
  await page.press('Enter');
  await page.landed(NAME);
}

/** Says two facts for the legal checks. */
export async function giveFacts(page, words) {
  await page.tabTo(words.say('facts.title'));
  await page.press('Enter');
  await page.landed(words.say('facts.title'));
  await page.tabTo(words.say('facts.decision'));
  // Yes, no: each a group of radio buttons whose chosen one is "not said".
  await page.press(...'512/QĐ-UBND', 'Tab', 'Up', 'Up', 'Tab', 'Up');
  await page.tabTo(words.say('facts.services_share'));
  await page.press(...words.typed(12.5), 'Enter');
}

/** From the first page on. */
export async function fullPath(page, words) {
  await toTaskList(page, words);
  assert.match(await page.text(), new RegExp(`${words.say('tasks.answered')} 0/33`));

  await answerDimensions(page, words, CASE.answers, NAME);
  assert.match(await page.text(), new RegExp(`${words.say('tasks.answered')} 33/33`));
  assert.ok((await page.text()).includes(words.say('tasks.level_ready')));

  await giveBoundary(page, words);
  await page.landed(NAME);
  assert.match(await page.text(), new RegExp(`${words.say('tasks.answered')} 34/34`));
  await typeShape(page, words);
  await giveFacts(page, words);
  await page.landed(NAME);
  await page.tabTo(words.say('tasks.check'));
  await page.press('Enter');
  await page.landed(words.say('check.title'));
  assert.ok((await page.text()).includes(words.say('check.nothing_missing')));
  assert.ok((await page.text()).includes(words.say('unit.hectares', { figure: words.number(29.75) })));

  await page.tabTo(words.say('check.result'));
  await page.press('Enter');
  await page.landed(words.say('result.title_of', { cluster: NAME }));
  const { overall } = CASE.expected;
  assert.equal(await textOf(page, '.score__number'), words.number(overall.central, 0));
  assert.equal(await levelName(page), words.of(MODEL.levels[overall.level - 1].name));
  assert.ok((await textOf(page, '.score')).includes(words.say('result.level_of', { level: overall.level, levels: MODEL.levels.length })));
  // The file tells the same with all its digits.
  await page.tabTo(words.say('foot.save'));
  await page.press('Enter');
  const { results } = JSON.parse((await page.takeDownload(/\.cluster-ready\.json$/)).text);
  assert.ok(Math.abs(results.overall.central - overall.central) < 1e-8);
  assert.deepEqual(results.counts, CASE.expected.counts);
}
