// The page on which every answer is looked through before the result.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { ROOT, open } from './harness/index.mjs';
import { chosen, fill, textOf } from './product/begin.mjs';
import { golden } from './product/golden.mjs';
import { choose, folder, resultFile } from './product/open_file.mjs';
import { MODEL, VI, indicator } from './product/words.mjs';

const NAME = 'Cụm công nghiệp Đồng Vân';

/** The check page of a file with these answers. */
async function checkOf(t, answers, more = {}) {
  const files = await folder(t);
  const page = await open(t);
  const profile = { name: NAME, ...more.profile };
  const path = await files.file('given.cluster-ready.json', resultFile(MODEL, answers, { ...more, profile }));
  await page.waitForHeading(VI.say('start.title'));
  await choose(page, path);
  await page.click('button', VI.say('open.go'));
  await page.landed(VI.say('result.title_of', { cluster: NAME }));
  await page.click('button', VI.say('question.tasks'));
  await page.landed(NAME);
  await page.click('button', VI.say('tasks.check'));
  await page.landed(VI.say('check.title'));
  return page;
}

/** What stands beside a question's name. */
const said = (page, id) =>
  page.inside(
    `return all('.summary-list__row').filter((one) => flat(one.querySelector('dt').innerText) === arguments[0])
      .map((one) => flat(one.querySelector('dd').innerText))[0];`,
    VI.of(indicator(id).name),
  );

test('note_evidence_and_origin_stand_under_their_answer', async (t) => {
  const notes = {
    D1: { note: '3 trong 24 doanh nghiệp', evidence: 'Báo cáo 6 tháng, trang 4', origin: 'records' },
    M2: { note: 'Thỏa thuận ký năm 2025', evidence: '' },
    T1: { note: 'Hỏi lại phòng kinh tế', evidence: '' },
  };
  const page = await checkOf(t, { D1: { number: 12.5 }, M2: { level: 2 }, T2: { number: 80 } }, { notes });
  const d1 = await said(page, 'D1');
  for (const [key, text] of [['origin', VI.say('origin.records')], ['note', notes.D1.note], ['evidence', notes.D1.evidence]]) {
    assert.ok(d1.includes(VI.say(`check.${key}`, { text })), d1);
  }
  // A choice has no origin, a question without an answer keeps its note, and of a figure without a word nothing is said.
  const m2 = await said(page, 'M2');
  assert.ok(m2.includes(VI.say('check.note', { text: notes.M2.note })), m2);
  assert.doesNotMatch(m2, VI.like('check.origin'));
  assert.equal(await said(page, 'T1'), `${VI.say('state.open')} ${VI.say('check.note', { text: notes.T1.note })}`);
  assert.doesNotMatch(await said(page, 'T2'), VI.like('check.origin'));
  assert.equal(await textOf(page, '.error-summary'), '');
});

test('figures_that_do_not_agree_are_told_with_the_way_to_both', async (t) => {
  const profile = { industrial_land_ha: 50, leased_land_ha: 36, tenants: 26 };
  const page = await checkOf(t, { M6: { number: 1 }, D6: { number: 1 } }, { profile });
  const block = () => textOf(page, '[aria-labelledby="mismatches"]');
  const occupancy = VI.say('mismatch.occupancy', { first: '72%', second: '1%' });
  const firms = VI.say('mismatch.no_firm', { question: VI.of(indicator('D6').name), first: '1%', second: '26' });
  for (const text of [occupancy, firms]) assert.ok((await block()).includes(text), await block());
  await page.click('button', VI.say('check.result'));
  await page.landed(VI.say('result.title_of', { cluster: NAME }));
  assert.ok((await block()).includes(occupancy));
  // The way leads to the question; corrected there, the two agree and only the other is told.
  await page.click('button', VI.say('check.change_of', { what: VI.of(indicator('M6').name) }));
  await page.landed(VI.of(indicator('M6').question));
  await fill(page, 'M6-0', '72');
  await page.click('button', VI.say('question.next'));
  await page.landed(VI.say('check.title'));
  assert.doesNotMatch(await block(), VI.like('mismatch.occupancy'));
  assert.ok((await block()).includes(firms));
  await page.click('button', VI.say('check.change_of', { what: VI.say('profile.title') }));
  await page.landed(VI.say('profile.title'));
});

test('distance_typed_over_the_measured_one_is_told', async (t) => {
  const sample = JSON.parse(readFileSync(join(ROOT, 'packaging/kit/results/1-song-lua.cluster-ready.json'), 'utf8'));
  const answers = { ...sample.answers, L1: { number: 2 } };
  const notes = { ...sample.notes, L1: { note: '', evidence: '', origin: 'estimate' } };
  const page = await checkOf(t, answers, { ...sample, notes, answers, results: undefined, profile: { ...sample.profile, name: NAME } });
  const name = VI.of(indicator('L1').name);
  const measured = VI.like('mismatch.measured', { question: name, first: VI.say('map.kilometres', { figure: '2' }) });
  await page.waitFor(async () => measured.test(await textOf(page, '[aria-labelledby="mismatches"]')), 'the measured distance');
});

test('roadmap_shows_effort_and_is_ordered_as_asked', async (t) => {
  const page = await checkOf(t, golden('typical-multi-industry').answers);
  await page.click('button', VI.say('check.result'));
  await page.landed(VI.say('result.title_of', { cluster: NAME }));
  const seen = () => page.inside(`
    return all('.roadmap .action').map((one) => [
      Number(one.querySelector('.action__gain b').innerText.match(/[0-9]+(,[0-9]+)?/)[0].replace(',', '.')), flat(one.querySelector('.action__effort').innerText),
    ]);`);
  const efforts = ['low', 'medium', 'high'].map((one) => VI.say(`result.effort.${one}`));
  const first = await seen();
  assert.equal(first.length, 5);
  assert.ok(first.every(([, effort]) => efforts.includes(effort)), JSON.stringify(first));
  await page.clickOn('#order-gain + label');
  const byGain = (await seen()).map(([gain]) => gain);
  assert.deepEqual(byGain, [...byGain].sort((a, b) => b - a));
  await page.clickOn('#order-effort + label');
  const byEffort = (await seen()).map(([, effort]) => efforts.indexOf(effort));
  assert.deepEqual(byEffort, [...byEffort].sort((a, b) => a - b));
  // Levels are told in a sentence, with what holds the cluster back.
  const score = await textOf(page, '.score');
  const { level } = golden('typical-multi-industry').expected.overall;
  assert.ok(score.includes(VI.of(MODEL.levels[level - 1].summary)), score);
  assert.match(score, VI.like('result.held_back'));
});

test('task_list_goes_on_to_boundary_and_facts_and_says_what_is_not_known', async (t) => {
  const answers = { ...golden('typical-multi-industry').answers, D1: { unknown: true } };
  const page = await checkOf(t, answers);
  await page.click('button', VI.say('question.tasks'));
  await page.landed(NAME);
  assert.match(await textOf(page, '.key-figures'), /33\/34/);
  await page.click('button', VI.say('tasks.go_on', { section: VI.say('boundary.title') }));
  await page.landed(VI.say('boundary.title'));
  await page.click('button', /^Cluster Ready/);
  await page.landed(VI.say('start.title'));
  // On top of all else, with what is not known.
  await page.waitFor(async () => (await textOf(page, '.task--draft')).includes(VI.say('result.unknown.other', { count: 1 })), 'the draft');
  assert.ok(await page.inside(`return all('.drafts')[0].compareDocumentPosition(all('.ways')[0]) === Node.DOCUMENT_POSITION_FOLLOWING;`));
});

test('a_score_that_nothing_can_move_is_one_figure', async (t) => {
  const page = await checkOf(t, golden('typical-multi-industry').answers);
  await page.click('button', VI.say('question.tasks'));
  await page.landed(NAME);
  const panel = await textOf(page, '.panel');
  assert.ok(panel.includes(VI.say('tasks.complete')), panel);
  assert.ok(!panel.includes('–'), panel);
});

test('public_figure_stands_beside_the_one_asked_for', async (t) => {
  const page = await checkOf(t, {});
  await page.click('button', VI.say('check.change_of', { what: VI.of(indicator('L5').name) }));
  await page.landed(VI.of(indicator('L5').question));
  await page.waitForText(VI.of(indicator('L5').compare));
});

test('waste_water_that_was_answered_is_not_asked_again', async (t) => {
  const states = ['done', 'no', 'no', 'no', 'no', 'no'];
  const page = await checkOf(t, { M5: { checklist: states } });
  await page.click('button', VI.say('question.tasks'));
  await page.landed(NAME);
  await page.click('button', VI.say('facts.title'));
  await page.landed(VI.say('facts.title'));
  const question = VI.of(indicator('M5').name);
  const echoes = () => textOf(page, '.echo');
  assert.equal(await echoes(), [VI.say('facts.answered_yes', { question }), VI.say('facts.answered_no', { question })].join(' | '));
  // What is said here counts, so the answer is no longer named.
  await page.clickOn('#monitoring-no + label');
  assert.equal(await echoes(), VI.say('facts.answered_yes', { question }));
});

test('waste_water_said_among_the_legal_facts_chooses_its_rows', async (t) => {
  const page = await checkOf(t, {}, { profile: { facts: { connected_outside: true } } });
  await page.click('button', VI.say('check.change_of', { what: VI.of(indicator('M5').name) }));
  await page.landed(VI.of(indicator('M5').question));
  await page.waitForText(VI.say('carried.facts', { count: 2, title: VI.say('facts.title') }));
  assert.deepEqual(await chosen(page), ['M5-item-0-done', 'M5-item-2-done']);
  // No answer before all rows are chosen, and those that were chosen for a person are theirs to change.
  await page.click('button', VI.say('question.next'));
  await page.waitFor(() => page.inside(`return all('.error-summary li').length === 4;`), 'four rows to choose');
  await page.clickOn('#M5-item-2-partly + label');
  for (const row of [1, 3, 4, 5]) await page.clickOn(`#M5-item-${row}-no + label`);
  await page.click('button', VI.say('question.next'));
  await page.landed(VI.say('check.title'));
  assert.match(await said(page, 'M5'), new RegExp(VI.say('answer.checklist', { done: 1, partly: 1, total: 6 })));
});
