// The quick way: ten questions one after the other, a range and no level.
import assert from 'node:assert/strict';
import test from 'node:test';

import { open } from './harness/index.mjs';
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
  // Every question is waited for by its text, so their order is part of the test.
  assert.equal(QUICK.length, 10);
  await answerAll(page, VI, CASE.answers, QUICK.map((one) => one.id));
  await page.landed(VI.say('check.title'));
});
