// What helps to a figure: two figures that are divided, ranges, what else is said of it, and the boundary.
import assert from 'node:assert/strict';
import test from 'node:test';

import { open } from './harness/index.mjs';
import { begin, chosen, fill, textOf, toQuestion, valueOf } from './product/begin.mjs';
import { EN, VI, indicator } from './product/words.mjs';

const NAME = 'Cụm Chia Số';

/** To the task list, with these fields of the profile filled in. */
async function beginWith(page, fields) {
  await page.waitForHeading(VI.say('start.title'));
  await page.click('button', VI.say('start.full.begin'));
  await page.landed(VI.say('profile.title'));
  await page.typeInto('#name', NAME);
  for (const [id, text] of Object.entries(fields)) await fill(page, id, text);
  await page.click('button', VI.say('profile.next'));
  await page.landed(NAME);
}

async function saved(page) {
  await page.click('button', VI.say('foot.save'));
  return JSON.parse((await page.takeDownload(/\.cluster-ready\.json$/)).text);
}

/** The entries of the summary of errors, once it has the focus. */
async function told(page) {
  await page.waitFor(() => page.inside(`return active()?.className === 'error-summary';`), 'focus on the summary of errors');
  return page.inside(`return all('.error-summary li').filter(visible).map((one) => flat(one.innerText));`);
}

async function toCheck(page) {
  await page.click('button', VI.say('question.tasks'));
  await page.landed(NAME);
  await page.click('button', VI.say('tasks.check'));
  await page.landed(VI.say('check.title'));
}

test('occupancy_is_filled_from_the_profile_and_says_so', async (t) => {
  const page = await open(t);
  await beginWith(page, { declared: '75', industrial: '52,4', leased: '32,5' });
  await toQuestion(page, VI, 'M6');
  assert.deepEqual([await valueOf(page, 'M6-part'), await valueOf(page, 'M6-whole')], ['32,5', '52,4']);
  assert.equal(await valueOf(page, 'M6-0'), '62,02');
  const sum = `32,5 ÷ 52,4 = 62,02${VI.of(indicator('M6').answer.unit)}`;
  await page.waitForText(VI.say('aid.worked_out_profile', { sum }));
  assert.equal((await page.text()).split(VI.say('aid.from_profile')).length - 1, 2, 'beside both figures');
  assert.deepEqual(await chosen(page), ['M6-records'], 'its source is said before it is taken');
  await page.axe();
  // Going on from the heading takes what stands there.
  await page.press('Enter');
  await page.landed(VI.of(indicator('M7').question));
  const { answers, notes } = await saved(page);
  assert.ok(Math.abs(answers.M6.number - (32.5 / 52.4) * 100) < 1e-9);
  assert.deepEqual(notes.M6, { note: '', evidence: '', origin: 'records', ratio: [32.5, 52.4], from_profile: [0, 1] });
  await toCheck(page);
  assert.ok((await page.text()).includes(VI.say('aid.divided_profile', { sum: '32,5 ÷ 52,4' })));
  // Another figure of one's own is worked out anew, and is no longer the profile's.
  await page.click('button', VI.say('check.change_of', { what: VI.of(indicator('M6').name) }));
  await page.landed(VI.of(indicator('M6').question));
  await fill(page, 'M6-part', '39,3');
  await page.waitForText(VI.say('aid.worked_out', { sum: `39,3 ÷ 52,4 = 75${VI.of(indicator('M6').answer.unit)}` }));
  assert.equal(await valueOf(page, 'M6-0'), '75');
  // More than there is gives no answer.
  await fill(page, 'M6-part', '60');
  await page.waitForText(VI.like('aid.out_of_range'));
  assert.equal(await valueOf(page, 'M6-0'), '');
  await page.press('Enter');
  assert.equal((await told(page)).length, 1);
  await page.press('Tab', 'Enter');
  assert.equal(await page.focusedId(), 'M6-part');
  await page.axe();
  // The rate as it stands.
  await fill(page, 'M6-0', '62.5');
  await page.waitForText(VI.like('number.echo', { figure: `62,5${VI.of(indicator('M6').answer.unit)}` }));
  const after = await saved(page);
  assert.deepEqual(after.answers.M6, { number: 62.5 });
  assert.equal(after.notes.M6, undefined, 'nothing is left of the two figures');
});

test('applications_are_divided_by_the_firms_of_the_profile', async (t) => {
  const page = await open(t);
  await beginWith(page, { tenants: '24' });
  await toQuestion(page, VI, 'D2');
  assert.equal(await valueOf(page, 'D2-whole'), '24');
  await page.press('Enter');
  assert.deepEqual(await told(page), [`${VI.of(indicator('D2').answer.division.part.name)}: ${VI.say('number.empty')}`]);
  await fill(page, 'D2-part', '2,5');
  await page.waitForText(VI.say('number.whole'));
  await page.press('Enter');
  assert.deepEqual(await told(page), [VI.say('number.whole')]);
  await page.press('Tab', 'Enter');
  assert.equal(await page.focusedId(), 'D2-part');
  const unit = VI.of(indicator('D2').answer.unit);
  await fill(page, 'D2-part', '3');
  await page.waitForText(`3 ÷ 24 × 100 = 12,5 ${unit}`);
  assert.equal(await valueOf(page, 'D2-0'), '12,5');
  assert.deepEqual((await saved(page)).notes.D2.ratio, [3, 24]);
  // Typed as it stands it counts, and the two figures wait.
  await fill(page, 'D2-0', '10');
  await page.waitForText(VI.say('aid.not_used', { sum: `3 ÷ 24 × 100 = 12,5 ${unit}` }));
  const direct = await saved(page);
  assert.deepEqual([direct.answers.D2, direct.notes.D2], [{ number: 10 }, undefined]);
  await page.click('button', VI.say('question.take_proposal'));
  await page.waitFor(async () => (await valueOf(page, 'D2-0')) === '12,5', 'the result in its field');
  const { answers, notes } = await saved(page);
  assert.deepEqual([answers.D2, notes.D2.ratio, notes.D2.from_profile], [{ number: 12.5 }, [3, 24], [1]]);
  // A reload keeps both, and the language says them in its own way.
  await page.reload();
  await page.waitForHeading(VI.of(indicator('D2').question));
  assert.deepEqual([await valueOf(page, 'D2-part'), await valueOf(page, 'D2-0')], ['3', '12,5']);
  await page.click('button', VI.switch);
  await page.waitForText(`3 ÷ 24 × 100 = 12.5 ${EN.of(indicator('D2').answer.unit)}`);
});

test('range_stands_for_a_figure_and_is_an_estimate_everywhere', async (t) => {
  const page = await open(t);
  await beginWith(page, {});
  await toQuestion(page, VI, 'D1');
  const range = VI.say('aid.between', { from: '5%', to: '10%' });
  // By keys alone: from the field to the ranges, and down to the second.
  await page.press('Tab', 'Tab', 'Space', 'Down');
  await page.waitFor(async () => (await chosen(page)).includes('D1-bracket-1'), 'the second range');
  await page.waitForText(VI.say('aid.bracket_taken', { figure: `7,5${VI.of(indicator('D1').answer.unit)}` }));
  assert.equal(await textOf(page, 'legend.label'), VI.say('aid.bracket'), 'its source is not asked: it is an estimate');
  await page.axe();
  await page.review('question-range');
  const { answers, notes } = await saved(page);
  assert.deepEqual(answers.D1, { number: 7.5 });
  assert.deepEqual(notes.D1, { note: '', evidence: '', origin: 'estimate', bracket: [5, 10] });
  await toCheck(page);
  assert.ok((await page.text()).includes(VI.say('aid.estimated', { range })));
  await page.click('button', VI.say('check.result'));
  await page.landed(VI.say('result.title_of', { cluster: NAME }));
  assert.ok((await textOf(page, '.indicators__answer')).includes(VI.say('aid.estimated', { range })));
  // A figure takes its place, and a range the place of a figure.
  await page.click('button', VI.say('question.tasks'));
  await page.landed(NAME);
  await toQuestion(page, VI, 'D1');
  assert.equal(await valueOf(page, 'D1-0'), '');
  await fill(page, 'D1-0', '12,5');
  await page.waitFor(async () => !(await chosen(page)).includes('D1-bracket-1'), 'no range');
  assert.deepEqual((await saved(page)).answers.D1, { number: 12.5 });
  await page.clickOn('[id="D1-bracket-0"] + label');
  await page.waitFor(async () => (await valueOf(page, 'D1-0')) === '', 'the field emptied');
  assert.equal(await page.focusedId(), 'D1-bracket-0');
  assert.deepEqual((await saved(page)).answers.D1, { number: 2.5 });
});

test('what_a_share_is_worked_out_from_has_to_be_said', async (t) => {
  const page = await open(t);
  await beginWith(page, {});
  await toQuestion(page, VI, 'I1');
  const { also } = indicator('I1').answer;
  await page.press('Tab', ...'62,5', 'Enter');
  assert.deepEqual(await told(page), [VI.say('aid.also_missing', { options: also.options.map((one) => VI.of(one.text)).join(', ') })]);
  await page.axe();
  await page.press('Tab', 'Enter');
  assert.equal(await page.focusedId(), 'I1-also-land');
  await page.press('Down');
  await page.waitFor(async () => (await chosen(page)).includes('I1-also-workers'), 'by workers');
  assert.deepEqual((await saved(page)).notes.I1.also, ['workers']);
  await page.click('button', VI.say('question.next'));
  await page.landed(VI.of(indicator('I2').question));
  await page.click('button', VI.rail(indicator('I3')));
  await page.landed(VI.of(indicator('I3').question));
  for (const id of ['green', 'digital']) await page.clickOn(`[id="I3-also-${id}"] + label`);
  await fill(page, 'I3-0', '30');
  const { answers, notes } = await saved(page);
  assert.deepEqual([answers.I3, notes.I3.also], [{ number: 30 }, ['digital', 'green']]);
  await toCheck(page);
  const text = await page.text();
  assert.ok(text.includes(`62,5% (${VI.of(also.options[1].text)})`));
  const named = indicator('I3').answer.also.options.filter((one) => ['digital', 'green'].includes(one.id)).map((one) => VI.of(one.text));
  assert.ok(text.includes(named.join('; ')));
});

test('shape_is_asked_where_there_is_a_boundary', async (t) => {
  const page = await open(t);
  await beginWith(page, {});
  await toQuestion(page, VI, 'L6');
  assert.ok(!(await textOf(page, '.rail')).includes(VI.of(indicator('L7').name)));
  await fill(page, 'L6-0', '5');
  await fill(page, 'L6-1', '40');
  await page.press('Enter');
  await page.landed(NAME);
  // Where it is missed, the way leads to the boundary.
  await page.click('button', VI.say('tasks.result'));
  await page.landed(VI.say('result.title_of', { cluster: NAME }));
  await page.click('button', VI.say('result.answer_it_of', { what: VI.of(indicator('L7').name) }));
  await page.landed(VI.say('boundary.title'));
});
