// The full way from the first page to the result by keyboard alone, in both languages.
import assert from 'node:assert/strict';
import test from 'node:test';

import { open } from './harness/index.mjs';
import { golden } from './product/golden.mjs';
import { answer, answerDimensions } from './product/keyboard.mjs';
import { EN, MODEL, VI, indicator } from './product/words.mjs';

const CASE = golden('typical-multi-industry');
const NAME = 'Cụm công nghiệp Thử Nghiệm';

/** From the first page to the task list: the profile filled in, every field by keys. */
async function toTaskList(page, words) {
  await page.tabTo(words.say('start.full.begin'));
  await page.press('Enter');
  await page.landed(words.say('profile.title'));
  await page.tabTo(words.say('profile.name'));
  await page.press(...NAME, 'Tab', 'Down', 'Down', 'Tab', ...'Xã Đồng Vân', 'Tab', 'Down', 'Tab', 'Down');
  await page.press('Tab', ...'12', 'Tab', ...'3', 'Tab', ...'2018');
  await page.tabTo(words.say('profile.declared'));
  await page.press(...words.typed('75'), 'Tab', ...words.typed('52.4'), 'Tab', ...words.typed('32.5'), 'Tab', ...'26', 'Enter');
  await page.landed(NAME);
}

for (const words of [VI, EN]) {
  test(`full_path_by_keyboard_alone_in_${words.language}`, async (t) => {
    const page = await open(t);
    await page.waitForHeading(VI.say('start.title'));
    if (words === EN) {
      await page.tabTo('English');
      await page.press('Enter');
      await page.waitForHeading(EN.say('start.title'));
      assert.equal((await page.focused()).name, 'Tiếng Việt', 'focus stays on the switch');
    }
    await toTaskList(page, words);
    assert.match(await page.text(), new RegExp(`${words.say('tasks.answered')} 0/34`));

    await answerDimensions(page, words, CASE.answers, NAME);
    assert.match(await page.text(), new RegExp(`${words.say('tasks.answered')} 34/34`));
    assert.ok((await page.text()).includes(words.say('tasks.level_ready')));

    await page.tabTo(words.say('tasks.check'));
    await page.press('Enter');
    await page.landed(words.say('check.title'));
    assert.ok((await page.text()).includes(words.say('check.nothing_missing')));
  });
}
