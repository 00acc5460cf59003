// Saved files: out and in again to the last digit; a wrong file is told in words and replaces nothing.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { ROOT, open } from './harness/index.mjs';
import { begin, textOf, toQuestion } from './product/begin.mjs';
import { golden } from './product/golden.mjs';
import { call, hostPage } from './product/host_page.mjs';
import { choose, folder, resultFile } from './product/open_file.mjs';
import { EN, MODEL, VI } from './product/words.mjs';

const NAME = 'Cụm Lưu Tệp';
const FILE = /\.cluster-ready\.json$/;

/** Opens a file from the first page and says yes; the result stands. */
async function openFile(page, path, name) {
  await page.waitForHeading(VI.say('start.title'));
  await choose(page, path);
  await page.click('button', VI.say('open.go'));
  await page.landed(VI.say('result.title_of', { cluster: name }));
}

async function save(page) {
  await page.click('button', VI.say('foot.save'));
  return page.takeDownload(FILE);
}

const message = (page) => textOf(page, '.error-summary');

async function refused(page, path, wanted) {
  await choose(page, path);
  await page.waitFor(async () => (await message(page)).includes(wanted), wanted);
  assert.ok((await message(page)).startsWith(VI.say('open.failed')));
}

test('saved_file_opens_again_with_the_same_score_to_the_last_digit', async (t) => {
  const files = await folder(t);
  const page = await open(t);
  for (const name of ['typical-multi-industry', 'random-07', 'typical-with-six-unknown']) {
    const { answers, expected } = golden(name);
    const given = await files.file(`${name}.json`, resultFile(MODEL, answers, { profile: { name: NAME } }));
    await openFile(page, given, NAME);
    const first = await save(page);
    assert.match(first.name, /^cum-luu-tep/);
    const { results } = JSON.parse(first.text);
    if (expected.overall.central !== null) {
      assert.ok(Math.abs(results.overall.central - expected.overall.central) < 1e-8, name);
    }
    assert.equal(results.overall.level, expected.overall.level);

    await page.click('button', /^Cluster Ready/);
    await openFile(page, await files.file('again.cluster-ready.json', first.text), NAME);
    const second = await save(page);
    const [one, two] = [JSON.parse(first.text), JSON.parse(second.text)];
    assert.deepEqual({ ...two, saved_at: '' }, { ...one, saved_at: '' });
    await page.click('button', /^Cluster Ready/);
  }
});

test('opened_file_is_a_draft_of_its_own', async (t) => {
  const files = await folder(t);
  const page = await open(t);
  await begin(page, VI, NAME);
  await toQuestion(page, VI, 'M2');
  await page.press('3');
  const file = await save(page);
  await page.click('button', /^Cluster Ready/);
  await openFile(page, await files.file('mine.cluster-ready.json', file.text), NAME);
  await page.click('button', /^Cluster Ready/);
  await page.waitForHeading(VI.say('start.title'));
  const drafts = () => page.inside(`return all('.task--draft').filter(visible).map((one) => flat(one.innerText));`);
  await page.waitFor(async () => (await drafts()).length === 2, 'two drafts');
  for (const draft of await drafts()) assert.ok(draft.includes(VI.say('result.answered.other', { count: 1 })), draft);
});

test('focus_goes_to_what_a_chosen_file_offers', async (t) => {
  const files = await folder(t);
  const page = await open(t);
  await page.waitForHeading(VI.say('start.title'));
  await choose(page, await files.file('a.json', resultFile(MODEL, { M2: { level: 1 } }, { profile: { name: NAME } })));
  await page.waitFor(async () => (await page.focused()).text === VI.say('open.go'), 'the focus on opening it');
  await choose(page, await files.file('b.json', '{'));
  await page.waitFor(() => page.inside(`return active()?.className === 'error-summary';`), 'the focus on what is wrong');
});

test('file_that_is_not_wanted_after_all_changes_nothing', async (t) => {
  const files = await folder(t);
  const page = await open(t);
  await page.waitForHeading(VI.say('start.title'));
  await choose(page, await files.file('a.json', resultFile(MODEL, { M2: { level: 1 } }, { profile: { name: NAME } })));
  await page.waitForText(VI.say('open.ready', { file: 'a.json', cluster: NAME }));
  await page.axe();
  await page.click('button', VI.say('open.not'));
  assert.equal(await page.heading(), VI.say('start.title'));
  assert.ok(!(await page.text()).includes(NAME));
});

test('wrong_file_is_told_in_words_and_nothing_is_replaced', async (t) => {
  const files = await folder(t);
  const page = await open(t);
  await begin(page, VI, NAME);
  await toQuestion(page, VI, 'M2');
  await page.press('3');
  const good = JSON.parse((await save(page)).text);
  await page.click('button', /^Cluster Ready/);
  await page.waitForHeading(VI.say('start.title'));
  await page.waitForText(NAME);

  const changed = (change) => {
    const copy = structuredClone(good);
    change(copy);
    return JSON.stringify(copy);
  };
  const wrong = {
    'cut.json': [JSON.stringify(good).slice(0, 300), VI.say('open.not_json', { line: 1, column: 300 }).slice(0, 20)],
    'empty.json': ['', VI.say('open.not_json', { line: 1, column: 0 }).slice(0, 14)],
    'other.json': ['{"type":"FeatureCollection","features":[]}', VI.say('open.not_ours')],
    'list.json': ['[1,2,3]', VI.say('open.not_ours')],
    'binary.json': [Buffer.from([0xff, 0xfe, 0x00, 0x50, 0x4b]), VI.say('open.not_ours')],
    'newer.json': [changed((one) => { one.format_version = 99; }), VI.say('open.newer', { version: 99 })],
    'model.json': [changed((one) => { one.model.id = 'other'; one.model.version = '9'; }), VI.say('open.other_model', { model: 'other 9' })],
    'level.json': [changed((one) => { one.answers.M2 = { level: 7 }; }), VI.say('open.damaged', { path: 'answers.M2' }).slice(0, 40)],
    'figure.json': [changed((one) => { one.answers.M6 = { number: 1e9 }; }), 'answers.M6'],
    'two.json': [changed((one) => { one.answers.M2 = { level: 1, unknown: true }; }), 'answers.M2'],
    'question.json': [changed((one) => { one.answers.X9 = { level: 1 }; }), VI.say('open.unknown_question', { path: 'answers.X9' })],
    // Hostile ones.
    'deep.json': ['['.repeat(200_000), VI.say('open.not_ours')],
    'proto.json': [changed((one) => { one.answers['__proto__x'] = { level: 1 }; }), '__proto__x'],
    'long.json': [changed((one) => { one.profile.name = 'x'.repeat(2_000_000); }), 'profile.name'],
    'large.json': [Buffer.alloc(9 * 1024 * 1024, 0x20), VI.say('open.too_large', { limit: 8 })],
  };
  for (const [name, [content, wanted]] of Object.entries(wrong)) {
    await refused(page, await files.file(name, content), wanted).catch((error) => {
      throw new Error(`${name}: ${error.message}`);
    });
    assert.equal(await page.heading(), VI.say('start.title'));
    // The message of the one before must not be taken for this one's.
    await choose(page, await files.file('good.json', JSON.stringify(good)));
    await page.waitForText(VI.say('open.ready', { file: 'good.json', cluster: NAME }));
  }
  await refused(page, await files.file('again.json', '{'), VI.say('open.not_json', { line: 1, column: 1 }).slice(0, 20));
  await page.axe();
  await page.screenshot('start-open-failed');
  assert.match(await page.inside(`return all('.task--draft').filter(visible).map((one) => flat(one.innerText)).join('|');`), new RegExp(`^Cụm Lưu Tệp.*${VI.say('result.answered.other', { count: 1 })}`));
});

const KIT = JSON.parse(readFileSync(join(ROOT, 'packaging/kit/results/1-song-lua.cluster-ready.json'), 'utf8'));

test('forged_area_and_answers_from_it_are_measured_again_before_they_are_shown', async (t) => {
  const files = await folder(t);
  const page = await open(t);
  const forged = structuredClone(KIT);
  forged.boundary.measures.area_m2 = 800_000;
  forged.boundary.measures.plane_area_m2 = 800_000;
  forged.answers.L1.number = 0.1;
  await page.waitForHeading(VI.say('start.title'));
  await choose(page, await files.file('forged.json', JSON.stringify(forged)));
  await page.waitForText(VI.say('open.other_area', { theirs: '80', ours: '10,23' }));
  await page.axe();
  await page.click('button', VI.say('open.go'));
  await page.landed(VI.say('result.title_of', { cluster: KIT.profile.name }));
  const saved = JSON.parse((await save(page)).text);
  for (const key of ['boundary', 'answers', 'results', 'legal']) assert.deepEqual(saved[key], KIT[key], key);
});

test('result_that_does_not_follow_from_the_answers_and_a_boundary_without_corners_are_told', async (t) => {
  const files = await folder(t);
  const page = await open(t);
  const better = structuredClone(KIT);
  better.results.overall.central = 99;
  await page.waitForHeading(VI.say('start.title'));
  await choose(page, await files.file('better.json', JSON.stringify(better)));
  await page.waitForText(VI.say('open.other_result'));
  const shared = structuredClone(KIT);
  shared.boundary.parts = [];
  await choose(page, await files.file('shared.json', JSON.stringify(shared)));
  await page.waitForText(VI.say('open.no_corners', { theirs: '10,23' }));
  assert.ok(!(await page.text()).includes(VI.say('open.other_result')));
});

test('file_that_the_page_itself_loads_is_measured_again_too', async (t) => {
  const page = await open(t, hostPage('<cluster-ready lang="vi"></cluster-ready>'));
  await page.waitForHeading(VI.say('start.title'));
  const forged = structuredClone(KIT);
  forged.boundary.measures.area_m2 = 800_000;
  assert.deepEqual(await call(page, 'loadResult', forged), { value: null });
  const { value } = await call(page, 'getResult');
  assert.deepEqual(value.boundary, KIT.boundary);
  assert.deepEqual(value.legal, KIT.legal);
});

test('marks_of_direction_in_a_name_turn_no_sentence', async (t) => {
  const files = await folder(t);
  const page = await open(t);
  const name = 'Cụm \u202eA\u2067 B\u200f';
  await openFile(page, await files.file('turned.json', resultFile(MODEL, { M2: { level: 1 } }, { profile: { name } })), 'Cụm A B');
  assert.equal(JSON.parse((await save(page)).text).profile.name, 'Cụm A B');
});

test('text_of_a_file_is_shown_as_text_never_as_markup', async (t) => {
  const files = await folder(t);
  const page = await open(t);
  const name = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>';
  const content = resultFile(MODEL, { M2: { level: 1 } }, {
    profile: { name, commune: name },
    notes: { M2: { note: name, evidence: name, origin: 'estimate' } },
  });
  await openFile(page, await files.file('hostile.json', content), name);
  assert.equal(await page.inside(`return all('img, script').filter((one) => one.getRootNode() !== document).length`), 0);
  await page.click('button', VI.switch);
  await page.waitForHeading(EN.say('result.title_of', { cluster: name }));
  await page.click('button', /^Cluster Ready/);
  await page.waitForHeading(EN.say('start.title'));
  await page.waitForText(name);
  assert.equal(await page.driver.executeScript('return window.hit'), null);
});
