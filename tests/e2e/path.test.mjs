// The full way from the first page to the result by keyboard alone, in both languages.
import assert from 'node:assert/strict';
import test from 'node:test';

import { open } from './harness/index.mjs';
import { NAME, fullPath, giveFacts, toTaskList } from './product/full_path.mjs';
import { answer } from './product/keyboard.mjs';
import { EN, MODEL, VI, indicator } from './product/words.mjs';

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
    await fullPath(page, words);
  });
}

test('every_kind_of_answer_can_be_given_by_tab_and_space', async (t) => {
  const page = await open(t);
  await page.waitForHeading(VI.say('start.title'));
  await toTaskList(page, VI);
  const to = async (id) => {
    await page.tabTo(VI.of(MODEL.dimensions.find((one) => one.id === indicator(id).dimension).name));
    await page.press('Enter');
    await page.waitFor(async () => (await page.heading()) !== NAME, 'the first question of the part');
    await page.tabTo(VI.rail(indicator(id)), { back: true });
    await page.press('Enter');
    await page.landed(VI.of(indicator(id).question));
  };
  const chosen = () => page.inside(`return all('.question ~ * input:checked, .question input:checked').map((one) => one.id);`);

  // A ladder: Tab goes to the group, Space takes its first step, arrows the next ones.
  await to('M2');
  await page.press('Tab', 'Space', 'Down', 'Down');
  assert.deepEqual(await chosen(), ['M2-2']);
  // Several choices: every box is a stop of its own.
  await page.press('Enter');
  await page.landed(VI.of(indicator('M3').question));
  await page.tabTo(VI.say('question.tasks'));
  await page.press('Enter');
  await page.landed(NAME);
  await to('I5');
  await page.press('Tab', 'Space', 'Tab', 'Tab', 'Space');
  assert.deepEqual(await chosen(), ['I5-0', 'I5-2']);
  // The way back from a question shows what was chosen.
  await page.press('Enter');
  await page.landed(VI.of(indicator('I6').question));
  await page.tabTo(VI.say('question.previous'));
  await page.press('Enter');
  await page.landed(VI.of(indicator('I5').question));
  assert.deepEqual(await chosen(), ['I5-0', 'I5-2']);
  // "None of these" and a mark exclude each other.
  await page.tabTo(VI.say('answer.none_of_these'));
  await page.press('Space');
  assert.deepEqual(await chosen(), ['I5-none']);
});

test('unknown_and_not_applicable_are_answers_by_one_key_each', async (t) => {
  const page = await open(t);
  await page.waitForHeading(VI.say('start.title'));
  await toTaskList(page, VI);
  await page.tabTo(VI.say('tasks.go_on', { section: VI.of(MODEL.dimensions[0].short) }));
  await page.press('Enter');
  const answers = {
    M1: { unknown: true }, M2: { level: 1 }, M3: { unknown: true }, M4: { level: 4 }, M5: { not_applicable: true },
    M6: { not_applicable: true }, M7: { unknown: true },
  };
  for (const [id, given] of Object.entries(answers)) {
    await answer(page, VI, indicator(id), given);
    await page.press('Enter');
  }
  await page.landed(NAME);
  const text = await page.text();
  assert.ok(text.includes(`${VI.say('tasks.settled', { settled: 7, total: 7 })}, ${VI.say('tasks.unknown.other', { count: 3 })}`), text);
  // A figure after "unknown" takes its place.
  await page.tabTo(VI.say('tasks.check'));
  await page.press('Enter');
  await page.landed(VI.say('check.title'));
  await page.tabTo(VI.say('check.change_of', { what: VI.of(indicator('M6').name) }));
  await page.press('Enter');
  await page.landed(VI.of(indicator('M6').question));
  await page.tabTo(VI.say('aid.result'));
  await page.press(...'62', 'Enter');
  await page.landed(VI.say('check.title'));
  assert.match(await page.text(), new RegExp(`${VI.of(indicator('M6').name)} 62%`));
});

test('language_switch_on_a_question_keeps_answer_typed_text_and_page', async (t) => {
  const page = await open(t);
  await page.waitForHeading(VI.say('start.title'));
  await toTaskList(page, VI);
  await page.click('button', VI.of(MODEL.dimensions[0].name));
  await page.landed(VI.of(indicator('M1').question));
  await page.click('button', VI.rail(indicator('M2')));
  await page.landed(VI.of(indicator('M2').question));
  await page.press('4');
  await page.click('button', VI.switch);
  await page.waitForHeading(EN.of(indicator('M2').question));
  assert.equal(await page.inside(`return all('input:checked').map((one) => one.id).join()`), 'M2-3');

  // A figure, and a text that is no figure yet.
  await page.click('button', EN.rail(indicator('M6')));
  await page.landed(EN.of(indicator('M6').question));
  await page.tabTo(EN.say('aid.result'));
  await page.press(...'62.5');
  await page.waitForText(EN.like('number.echo', { figure: '62.5% of industrial land' }));
  await page.click('button', EN.switch);
  await page.waitForHeading(VI.of(indicator('M6').question));
  assert.equal(await page.inside(`return all('#M6-0')[0].value`), '62.5', 'as it was typed');
  await page.waitForText(VI.like('number.echo', { figure: '62,5% đất công nghiệp' }));
  await page.clickOn('#M6-0');
  await page.retype('sáu mươi');
  await page.waitForText(VI.say('number.not'));
  await page.click('button', VI.switch);
  await page.waitForHeading(EN.of(indicator('M6').question));
  assert.equal(await page.inside(`return all('#M6-0')[0].value`), 'sáu mươi');
  await page.waitForText(EN.say('number.not'));
});

test('facts_page_is_filled_by_keyboard_and_counts_what_was_said', async (t) => {
  const page = await open(t);
  await page.waitForHeading(VI.say('start.title'));
  await toTaskList(page, VI);
  await giveFacts(page, VI);
  await page.landed(NAME);
  assert.ok((await page.text()).includes(VI.say('tasks.facts_said.other', { count: 4 })));
  await page.click('button', VI.say('facts.title'));
  await page.landed(VI.say('facts.title'));
  const chosen = await page.inside(`return all('input:checked').map((one) => one.id).filter((id) => !id.endsWith('unsaid'))`);
  assert.deepEqual(chosen, ['mountainous-yes', 'inhabitants-no']);
});
