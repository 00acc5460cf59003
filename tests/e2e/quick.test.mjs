// The quick way: ten questions one after the other, a range and no level.
import assert from 'node:assert/strict';
import test from 'node:test';

import { open } from './harness/index.mjs';
import { textOf } from './product/begin.mjs';
import { golden } from './product/golden.mjs';
import { answerAll } from './product/keyboard.mjs';
import { MODEL, VI } from './product/words.mjs';

const CASE = golden('typical-quick-mode');
const QUICK = MODEL.indicators.filter((one) => one.quick);

test('quick_path_asks_ten_questions_in_order_and_withholds_the_level', async (t) => {
  const page = await open(t);
  await page.waitForHeading(VI.say('start.title'));
  await page.tabTo(VI.say('start.quick.begin'));
  await page.press('Enter');
  await page.landed(VI.say('profile.title'));
  await page.tabTo(VI.say('profile.name'));
  await page.press(...'Cụm Nhanh', 'Enter');
  await page.landed(VI.of(QUICK[0].question));
  // One way of ten, whatever section a question is in.
  assert.equal(await textOf(page, '.rail__line .soft'), VI.say('rail.count', { number: 1, total: 10 }));
  // Every question is waited for by its text, so their order is part of the test.
  assert.equal(QUICK.length, 10);
  await answerAll(page, VI, CASE.answers, QUICK.map((one) => one.id));
  await page.landed(VI.say('check.title'));
  await page.tabTo(VI.say('check.result'));
  await page.press('Enter');
  await page.landed(VI.say('result.title_of', { cluster: 'Cụm Nhanh' }));

  const { overall } = CASE.expected;
  const range = VI.say('range.from_to', { low: VI.number(overall.low, 0), high: VI.number(overall.high, 0) });
  assert.equal(await textOf(page, '.score__number'), range);
  assert.equal(await textOf(page, '.score__name'), VI.say('result.no_level'));
  assert.match(await textOf(page, '.score'), VI.like('result.withheld.other'));
  assert.ok((await page.text()).includes(VI.say('result.quick', { asked: 10, total: 34 })));
  // What the quick way never asked for is one line, which opens.
  const legal = '[aria-labelledby="result-legal"]';
  const folded = VI.like('law.not_asked.other');
  assert.match(await textOf(page, `${legal} summary`), folded);
  assert.ok(!(await textOf(page, `${legal} .verdicts`)).includes(VI.say('law.outcome.not_enough_data')));
  // The way on to all questions keeps the ten answers.
  await page.tabTo(VI.say('tasks.to_full'));
  await page.press('Enter');
  await page.landed('Cụm Nhanh');
  assert.match(await page.text(), new RegExp(`${VI.say('tasks.answered')} 10/33`));
});
