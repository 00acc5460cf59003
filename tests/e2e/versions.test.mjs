// Files and drafts of an earlier version of the model: they keep their own result, and are carried over when a person says so.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { ROOT, open } from './harness/index.mjs';
import { begin, chosen, levelName, textOf, toQuestion } from './product/begin.mjs';
import { call, hostPage } from './product/host_page.mjs';
import { choose, resultFile } from './product/open_file.mjs';
import { drafts } from './product/windows.mjs';
import { EN, FIRM, FIRST_MODEL, MODEL, VI, Words, indicator } from './product/words.mjs';

const FILE = join(ROOT, 'tests/data/results/model-1.0.0.cluster-ready.json');
const SAVED = JSON.parse(readFileSync(FILE, 'utf8'));
const DRAFT = JSON.parse(readFileSync(join(ROOT, 'tests/data/results/model-1.0.0.draft.json'), 'utf8'));
const NAME = SAVED.profile.name;
const ANEW = ['M1', 'M3', 'M5', 'I4'];
/** Its figure says another thing now: the share by land or by workers. */
const FIGURE_ANEW = 'I1';
const TOLD = { then: FIRST_MODEL.version, now: MODEL.version };
const EARLIER = '/model-1.0.0.json';
const result = VI.say('result.title_of', { cluster: NAME });

const before = (id) => FIRST_MODEL.indicators.find((one) => one.id === id);
const said = (id, words = VI) => words.say('versions.before', {
  version: FIRST_MODEL.version, answer: words.of(before(id).answer.options[SAVED.answers[id].level].text),
});
const isSaved = (page) => page.waitFor(() => page.inside(`return all('.saved__icon').length > 0;`), 'the draft to be saved');
const save = async (page) => {
  await page.click('button', VI.say('foot.save'));
  return JSON.parse((await page.takeDownload(/\.cluster-ready\.json$/)).text);
};
const plain = (file) => ({ ...file, saved_at: '', tool: '' });

async function openFile(page) {
  await page.waitForHeading(VI.say('start.title'));
  await choose(page, FILE);
  await page.click('button', VI.say('open.go'));
  await page.landed(result);
}

/** A device on which this draft was left, as the product kept it then. */
async function withDraft(t, body = DRAFT, more = {}) {
  const page = await open(t, more);
  await begin(page, VI, 'Cụm Khác');
  await page.waitFor(async () => (await drafts(page)).length === 1, 'a draft');
  const [stored] = await drafts(page);
  await page.click('button', /^Cluster Ready/);
  await page.waitForHeading(VI.say('start.title'));
  await page.driver.executeAsyncScript(`
    const [record, done] = arguments;
    const opening = indexedDB.open('cluster-ready');
    opening.onsuccess = () => {
      const change = opening.result.transaction('drafts', 'readwrite');
      change.objectStore('drafts').put(record);
      change.oncomplete = () => { opening.result.close(); done(); };
    };`, { ...stored, id: 'of-the-first-model', saved_at: stored.saved_at + 1, screen: 'question-3', body: JSON.stringify(body) });
  await page.reload();
  await page.waitForHeading(VI.say('start.title'));
  await page.waitForText(NAME);
  return page;
}

/** Since the file was saved results say how sure they are too. */
function asSaved(results) {
  const { band, dimension_bands: bands, level_shares: shares, firm_level: firm, ...rest } = results;
  for (const one of [band, bands, shares, firm]) assert.notEqual(one, undefined);
  return rest;
}

test('file_of_the_first_model_shows_its_own_result_and_is_carried_over', async (t) => {
  const page = await open(t);
  assert.ok(!page.server.requests.includes(EARLIER), 'nobody else loads it');
  await openFile(page);
  assert.deepEqual(page.server.requests.filter((path) => path === EARLIER), [EARLIER]);
  assert.equal(await textOf(page, '.score__number'), VI.number(SAVED.results.overall.central, 0));
  assert.equal(await levelName(page), VI.of(FIRST_MODEL.levels[SAVED.results.overall.level - 1].name));
  assert.ok((await page.text()).includes(VI.say('versions.offer', TOLD)));
  await page.review('versions-own-result');
  const saved = await save(page);
  assert.deepEqual({ model: saved.model, answers: saved.answers, notes: saved.notes, results: asSaved(saved.results) },
    { model: SAVED.model, answers: SAVED.answers, notes: SAVED.notes, results: SAVED.results });

  await page.click('button', VI.say('versions.offer_go', TOLD));
  await page.landed(VI.say('versions.title', TOLD));
  const text = await page.text();
  assert.ok(text.includes(VI.say('versions.anew.other', { count: ANEW.length + 1 })));
  assert.ok(text.includes(`${VI.of(indicator(FIGURE_ANEW).question)} ${VI.say('versions.before', { version: FIRST_MODEL.version, answer: SAVED.answers[FIGURE_ANEW].number })}`));
  for (const id of ANEW) assert.ok(text.includes(`${VI.of(indicator(id).question)} ${said(id)}`), id);
  await page.review('versions');
  await page.click('button', VI.switch);
  await page.waitForHeading(EN.say('versions.title', TOLD));
  for (const id of ANEW) assert.ok((await page.text()).includes(said(id, EN)), id);
  await page.click('button', EN.switch);
  await page.waitForHeading(VI.say('versions.title', TOLD));
  await page.click('button', VI.say('versions.carry', TOLD));

  // What is asked anew is open, and says what was answered before.
  await page.landed(NAME);
  assert.ok((await page.text()).includes(VI.say('tasks.settled', { settled: 4, total: 7 })));
  for (const id of ['M1', 'I4']) {
    await toQuestion(page, VI, id);
    await page.waitForText(said(id));
    assert.deepEqual(await chosen(page), []);
    if (id === 'M1') {
      await page.review('versions-question');
      await page.click('button', VI.say('question.add_note'));
      assert.equal(await page.inside(`return all('#M1-note')[0].value;`), SAVED.notes.M1.note);
      for (const item of indicator(id).answer.items.keys()) await page.clickOn(`[id="M1-item-${item}-done"] + label`);
    } else {
      await page.press('4');
    }
    await page.click('button', VI.say('question.tasks'));
    await page.landed(NAME);
  }
  await toQuestion(page, VI, 'M2');
  assert.deepEqual(await chosen(page), [`M2-${SAVED.answers.M2.level}`]);
  assert.ok(!(await page.text()).includes(VI.say('versions.before', { version: '1.0.0', answer: '' })));
  await page.click('button', VI.say('question.tasks'));
  await page.landed(NAME);

  // The result before stands beside the new one.
  await page.click('button', VI.say('tasks.result'));
  await page.landed(result);
  await page.waitForText(VI.say('versions.beside'));
  const rows = await page.inside(`return all('[aria-labelledby="result-versions"] tr').map((row) => [...row.cells].map((cell) => flat(cell.innerText)));`);
  assert.deepEqual(rows[0].slice(1), [FIRST_MODEL.version, MODEL.version].map((version) => VI.say('versions.column', { version })));
  assert.equal(rows[1][1], VI.number(SAVED.results.overall.central, 0));
  assert.equal(rows[2][1], String(SAVED.results.overall.level));
  assert.equal(rows.length, 3 + MODEL.dimensions.length);
  await page.review('versions-beside');
  const now = await save(page);
  assert.equal(now.model.version, MODEL.version);
  assert.deepEqual(now.earlier.answers, SAVED.answers);
  assert.deepEqual(now.notes.M3, SAVED.notes.M3, 'a note without an answer stays');
  // It opens again with both.
  await page.reload();
  await page.waitForHeading(result);
  await page.waitForText(VI.say('versions.beside'));
  assert.deepEqual(plain(await save(page)), plain(now));
});

test('draft_of_the_first_model_is_told_of_once_and_can_be_left_as_it_is_or_carried_over', async (t) => {
  const page = await withDraft(t);
  const row = () => page.inside(`return all('.task--draft').map((one) => flat(one.innerText)).find((one) => one.includes(arguments[0]));`, NAME);
  assert.ok((await row()).includes(VI.say('versions.of', { version: FIRST_MODEL.version })));
  const unknown = Object.values(DRAFT.answers).filter((one) => one.unknown).length;
  assert.ok((await row()).includes(VI.say('result.answered.other', { count: Object.keys(DRAFT.answers).length - unknown })));
  assert.ok(!page.server.requests.includes(EARLIER), 'a list needs no questions');
  await page.click('button', NAME);
  await page.landed(VI.say('versions.title', TOLD));
  for (const id of ANEW) assert.ok((await page.text()).includes(said(id)), id);
  // Nothing was decided: it is told of again.
  await page.reload();
  await page.waitForHeading(VI.say('versions.title', TOLD));
  await page.click('button', VI.say('versions.stay', TOLD));
  await page.landed(NAME);
  // Its questions have the names that they had.
  await page.click('button', VI.of(FIRST_MODEL.dimensions[0].name));
  await page.waitFor(async () => (await page.inside(`return all('.rail').length`)) > 0, 'a question');
  await page.click('button', VI.rail(before('M2')));
  await page.landed(VI.of(before('M2').question));
  await page.click('button', VI.rail(before('M1')));
  await page.landed(VI.of(before('M1').question));
  assert.deepEqual(await chosen(page), [`M1-${SAVED.answers.M1.level}`]);
  await page.press('2');
  await page.waitFor(async () => (await chosen(page)).includes('M1-1'), 'another step');
  await isSaved(page);
  await page.click('button', /^Cluster Ready/);
  await page.waitForHeading(VI.say('start.title'));
  // It was decided: it opens where it was left.
  await page.click('button', NAME);
  await page.landed(VI.of(before('M1').question));
  assert.deepEqual(await chosen(page), ['M1-1']);
  const body = async (id) => JSON.parse((await drafts(page)).find((one) => one.id === id).body);
  assert.deepEqual([(await body('of-the-first-model')).model, (await body('of-the-first-model')).stays], [SAVED.model, true]);

  // From its result it is carried over all the same, and stays on the device beside the new one.
  await page.click('button', VI.say('question.tasks'));
  await page.landed(NAME);
  await page.click('button', VI.say('tasks.result'));
  await page.landed(result);
  await page.click('button', VI.say('versions.offer_go', TOLD));
  await page.landed(VI.say('versions.title', TOLD));
  await page.click('button', VI.say('versions.carry', TOLD));
  await page.landed(NAME);
  await page.waitFor(async () => (await drafts(page)).length === 3, 'both drafts');
  assert.deepEqual((await body('of-the-first-model')).answers, { ...DRAFT.answers, M1: { level: 1 } });
  const carried = (await drafts(page)).map((one) => JSON.parse(one.body)).find((one) => one.earlier);
  assert.equal(carried.model.version, MODEL.version);
  assert.deepEqual(carried.earlier.answers.M1, { level: 1 });
  assert.equal(carried.stays, undefined);
});

test('draft_whose_questions_do_not_come_is_left_as_it_is_and_opens_later', async (t) => {
  let missing = true;
  const page = await withDraft(t, DRAFT, { answer: (path) => (path === EARLIER && missing ? { status: 404, body: 'gone' } : undefined) });
  page.record.expect(/model-1\.0\.0|404/);
  const kept = await drafts(page);
  await page.click('button', NAME);
  await page.waitForText(VI.say('later.missing.title'));
  assert.equal(await page.heading(), VI.say('start.title'));
  assert.deepEqual(await drafts(page), kept);
  await choose(page, FILE);
  await page.waitForText(VI.say('versions.missing', { version: FIRST_MODEL.version }));
  missing = false;
  await page.click('button', NAME);
  await page.landed(VI.say('versions.title', TOLD));
});

test('file_of_a_firm_of_the_first_model_keeps_its_model_and_its_answers', async (t) => {
  const page = await open(t, hostPage('<cluster-ready id="one" lang="vi" mode="firm"></cluster-ready>'));
  const words = new Words('vi', true);
  await page.waitForHeading(words.say('start.title'));
  const model = { id: FIRM.id, version: '1.0.0', sha256: '11c5cee25bb365bbefd8e3a12792202c746ecb028d2e5bdd48847f0da1cc1132' };
  const answers = { I2: { number: 2 }, I4: { level: 1 } };
  const file = { ...JSON.parse(resultFile(FIRM, answers, { mode: 'firm', profile: { name: 'DN 07' } })), model };
  assert.deepEqual(await call(page, 'loadResult', file), { value: null });
  await page.waitForText(words.say('versions.offer', TOLD));
  assert.ok(page.server.requests.includes('/firm-1.0.0.json'));
  assert.deepEqual((await call(page, 'getResult')).value.model, model);
  await page.click('button', words.say('versions.offer_go', TOLD));
  await page.landed(words.say('versions.title', TOLD));
  assert.ok((await page.text()).includes(words.say('versions.anew.other', { count: 2 })));
  await page.click('button', words.say('versions.carry', TOLD));
  await page.landed('DN 07');
  const { value } = await call(page, 'getResult');
  assert.equal(value.model.version, FIRM.version);
  assert.deepEqual(value.answers, answers);
});

test('result_of_the_first_model_is_loaded_by_the_page_around_with_its_own_model', async (t) => {
  const page = await open(t, hostPage('<cluster-ready id="one" lang="vi"></cluster-ready>'));
  await page.waitForHeading(VI.say('start.title'));
  assert.deepEqual(await call(page, 'loadResult', SAVED), { value: null });
  await page.landed(result);
  const { value } = await call(page, 'getResult');
  assert.deepEqual([value.model, asSaved(value.results)], [SAVED.model, SAVED.results]);
  // What is begun next is of the present model.
  await call(page, 'reset');
  await page.waitForHeading(VI.say('start.title'));
  await begin(page, VI, 'Cụm Mới');
  assert.equal((await call(page, 'getResult')).value.model.version, MODEL.version);
});
