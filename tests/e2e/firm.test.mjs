// One firm answers: its contribution to the cluster, without levels and legal checks, never mixed up with a cluster's score.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import Ajv from 'ajv/dist/2020.js';

import { ROOT, open, without } from './harness/index.mjs';
import { chosen, fill, textOf } from './product/begin.mjs';
import { Gallery } from './product/gallery.mjs';
import { golden } from './product/golden.mjs';
import { LISTENING, call, heard, hostPage } from './product/host_page.mjs';
import { answerDimensions } from './product/keyboard.mjs';
import { choose, folder, resultFile } from './product/open_file.mjs';
import { receiver } from './product/receiver.mjs';
import { pdfObjects } from './product/pdf.mjs';
import { EN, FIRM, MODEL, VI, Words } from './product/words.mjs';

const [F, FE] = [new Words('vi', true), new Words('en', true)];
const NAME = 'DN 07';
const CLUSTER = 'Đồng Vân';
const ABOUT = { cluster: CLUSTER, workers: 120, year: 2025 };
const PROFILE = { name: NAME, province: '24', industry: 'mechanical', assessed: '2026-11-23', firm: ABOUT };
const CASES = JSON.parse(readFileSync(join(ROOT, 'tests/data/golden-firm.json'), 'utf8')).cases;
const caseOf = (name) => CASES.find((one) => one.name === name);
const TYPICAL = caseOf('typical');
const holds = new Ajv({ validateFormats: false, strict: false })
  .compile(JSON.parse(readFileSync(join(ROOT, 'docs/schema/result.schema.json'), 'utf8')));

const widget = (more = '', lang = 'vi') => `<cluster-ready id="one" lang="${lang}" ${more}><p>Nội dung thay thế</p></cluster-ready>`;
const ofFirm = (answers, more = {}) => resultFile(FIRM, answers, { mode: 'firm', profile: PROFILE, ...more });
const question = (id) => FIRM.indicators.find((one) => one.id === id);
const about = (expected, found) => assert.ok(Math.abs(expected - found) < 1e-8, `${found}, not ${expected}`);

/** A page of somebody else's with a widget for firms, at its first page. */
async function firmPage(t, { words = F, more = '', head = LISTENING, ...options } = {}) {
  const page = await open(t, hostPage(widget(`mode="firm" ${more}`, words.language), head, options));
  await page.waitForHeading(words.say('start.title'));
  return page;
}

async function openResult(page, words, files, text) {
  await choose(page, await files.file('given.cluster-ready.json', text));
  await page.click('button', words.say('open.go'));
  await page.landed(words.say('result.title_of', { cluster: NAME }));
}

/** What the result must never say of a firm: a level, a rule, a score of the cluster. */
async function saysNothingOfACluster(page, words) {
  const text = await page.text();
  for (const level of MODEL.levels) assert.doesNotMatch(text, new RegExp(`(Mức|Level) \\d[^.]*${words.of(level.name)}`));
  for (const key of ['result.overall', 'result.no_level', 'result.level', 'result.place', 'result.limits.law', 'masthead.what']) {
    assert.ok(!text.split(' | ').includes(new Words(words.language).say(key)), key);
  }
  assert.deepEqual(await page.inside(`return all('#result-legal, #result-place, .range__levels li').length;`), 0);
}

test('whole_path_of_a_firm_by_keyboard_gives_its_contribution', async (t) => {
  const page = await firmPage(t);
  const ways = await page.inside(`return all('.way h3').map((title) => flat(title.innerText));`);
  assert.deepEqual(ways, [F.say('contribution.way.title')]);
  assert.ok((await page.text()).includes(F.say('contribution.way.spec', { count: 19 })));
  await page.tabTo(F.say('contribution.begin'));
  await page.press('Enter');
  await page.landed(F.say('profile.title'));
  await page.tabTo(F.say('profile.name'));
  await page.press(...NAME, 'Tab', ...CLUSTER, 'Tab', 'Down', 'Tab', 'Down', 'Tab', ...'120', 'Tab', 'Down', 'Down');
  await page.tabTo(F.say('profile.next'));
  await page.press('Enter');
  await page.landed(NAME);
  assert.deepEqual(await page.inside(`return all('.task__name').map((one) => flat(one.innerText));`),
    [F.say('profile.title'), ...FIRM.dimensions.map((one) => F.of(one.name))], 'no boundary and no facts');
  await answerDimensions(page, F, TYPICAL.answers, NAME, FIRM.dimensions, FIRM);
  await page.tabTo(F.say('tasks.check'));
  await page.press('Enter');
  await page.landed(F.say('check.title'));
  assert.match(await textOf(page, '[aria-labelledby=check-about]'), new RegExp(`${CLUSTER}.*120`));
  await page.tabTo(F.say('check.result'));
  await page.press('Enter');
  await page.landed(F.say('result.title_of', { cluster: NAME }));

  assert.equal(await textOf(page, '.score__number'), '46');
  assert.equal(await textOf(page, '.score__name'), F.say('contribution.to_cluster', { cluster: CLUSTER }));
  assert.ok((await page.text()).includes(F.say('contribution.not_a_score')));
  assert.equal(await page.inside(`return all('.roadmap .action').length;`), 5);
  await saysNothingOfACluster(page, F);

  const { value } = await call(page, 'getResult');
  assert.ok(holds(value), JSON.stringify(holds.errors));
  assert.equal(value.mode, 'firm');
  assert.equal(value.model.id, 'cluster-ready-firm');
  const { cluster, workers, year } = value.profile.firm;
  assert.deepEqual([value.profile.name, cluster, workers], [NAME, CLUSTER, 120]);
  assert.equal(year, Number(value.profile.assessed.slice(0, 4)) - 1, 'the second year of the list');
  assert.deepEqual([value.legal, value.rules], [null, []]);
  assert.deepEqual([value.results.overall.level, value.results.level_status], [null, { status: 'none' }]);
  about(TYPICAL.expected.overall.central, value.results.overall.central);
  assert.deepEqual(value.answers, TYPICAL.answers);

  assert.deepEqual((await heard(page, 'start')).map(({ detail }) => detail), [{ mode: 'firm', example: false }]);
  assert.deepEqual((await heard(page, 'answer')).at(-1).detail, { indicator: 'T7', given: true, settled: 19, asked: 19 });
  const [{ detail: figures }] = await heard(page, 'result');
  assert.deepEqual({ ...figures, value: 0, low: 0, high: 0 }, { mode: 'firm', value: 0, low: 0, high: 0, level: null, coverage: 1 });
  about(TYPICAL.expected.overall.central, figures.value);
  assert.deepEqual(page.server.requests.filter((path) => path === '/firm.json'), ['/firm.json']);
});

for (const words of [F, FE]) {
  const { language } = words;

  test(`every_screen_of_a_firm_in_${language}`, async (t) => {
    const files = await folder(t);
    const to = await receiver(t);
    const page = await firmPage(t, { words, more: `submit-url="${to.url}"` });
    page.record.allow(to.url);
    const gallery = new Gallery(page, language);
    const toStart = async () => {
      await page.click('button', /^Cluster Ready/);
      await page.landed(words.say('start.title'));
    };
    await gallery.take('firm-start');
    await gallery.alike('firm-start');
    await page.click('button', words.say('foot.method'));
    await page.landed(words.say('method.title'));
    assert.equal(await page.inside(`return all('#method-levels, #method-law, #method-boundary').length;`), 0);
    await gallery.take('firm-method');
    await page.click('button', words.say('back'));
    await page.landed(words.say('start.title'));

    await page.click('button', words.say('contribution.begin'));
    await page.landed(words.say('profile.title'));
    await gallery.take('firm-profile');
    await fill(page, 'workers', '12,5'.replace(',', language === 'vi' ? ',' : '.'));
    await page.inside(`all('form')[0].requestSubmit();`);
    await page.waitFor(async () => (await textOf(page, '.error-summary')).includes(words.say('number.whole')), 'the summary of errors');
    await gallery.take('firm-profile-errors');
    await fill(page, 'workers', '120');
    await fill(page, 'name', NAME);
    await page.click('button', words.say('profile.next'));
    await page.landed(NAME);
    await gallery.take('firm-tasks-empty');
    for (const [kind, id] of Object.entries({ number: 'L1', numbers: 'L6', level: 'T4', choices: 'I5' })) {
      const { dimension } = question(id);
      await page.click('button', words.of(FIRM.dimensions.find((one) => one.id === dimension).name));
      await page.waitFor(async () => (await page.inside(`return all('.rail').length`)) > 0, 'a question');
      await page.click('button', words.rail(question(id)));
      await page.landed(words.of(question(id).question));
      await page.inside(`all('details').forEach((one) => { one.open = true; });`);
      await gallery.take(`firm-question-${kind}`);
      await page.click('button', words.say('question.tasks'));
      await page.landed(NAME);
    }
    await page.click('button', words.say('tasks.result'));
    await page.landed(words.say('result.title_of', { cluster: NAME }));
    await gallery.take('firm-result-empty');
    await toStart();
    await page.waitForText(NAME);
    await gallery.take('firm-start-drafts');

    for (const name of ['typical', 'six-unknown', 'one-dimension-unanswered']) {
      await openResult(page, words, files, ofFirm(caseOf(name).answers));
      await saysNothingOfACluster(page, words);
      await gallery.take(`firm-result-${name}`);
      if (name === 'typical') await gallery.alike('firm-result');
      await page.click('button', words.say('question.tasks'));
      await page.landed(NAME);
      await gallery.take(`firm-tasks-${name}`);
      await page.click('button', words.say('tasks.check'));
      await page.landed(words.say('check.title'));
      await gallery.take(`firm-check-${name}`);
      await toStart();
    }
    await openResult(page, words, files, ofFirm(TYPICAL.answers));
    await page.click('button', words.say('send.plain'));
    await page.landed(words.say('send.plain'));
    await gallery.take('firm-send');
    gallery.end();
  });
}

test('file_of_a_firm_opens_again_with_the_same_answers_and_the_same_contribution', async (t) => {
  const files = await folder(t);
  const page = await firmPage(t);
  await openResult(page, F, files, ofFirm(caseOf('six-unknown').answers));
  await page.click('button', F.say('foot.save'));
  const first = await page.takeDownload(/\.cluster-ready\.json$/);
  assert.match(first.name, /^dn-07/);
  const one = JSON.parse(first.text);
  assert.deepEqual([one.mode, one.profile.firm], ['firm', ABOUT]);
  await page.click('button', /^Cluster Ready/);
  await page.landed(F.say('start.title'));
  await openResult(page, F, files, first.text);
  const { value: two } = await call(page, 'getResult');
  assert.deepEqual({ ...two, saved_at: '' }, { ...one, saved_at: '' });
});

test('draft_of_a_firm_survives_a_reload_and_is_in_no_list_of_a_cluster', async (t) => {
  const body = `${widget('mode="firm"')}<cluster-ready id="two" lang="vi"></cluster-ready>`;
  const page = await open(t, hostPage(body));
  await page.waitForHeading(F.say('start.title'));
  assert.deepEqual(await call(page, 'loadResult', JSON.parse(ofFirm(TYPICAL.answers))), { value: null });
  await page.waitForHeading(F.say('result.title_of', { cluster: NAME }));
  await page.waitFor(() => page.inside(`return all('.saved__icon').length > 0;`), 'the draft to be saved');
  await page.reload();
  await page.waitForHeading(F.say('result.title_of', { cluster: NAME }));
  await call(page, 'reset');
  await page.waitFor(async () => (await page.all('.task--draft')).length === 1, 'the draft in one of the two lists');
  const lists = await page.inside(`
    return all('cluster-ready').map((host) => [...host.shadowRoot.querySelectorAll('.task--draft h3')].map((one) => flat(one.innerText)));`);
  assert.deepEqual(lists, [[NAME], []]);
});

test('figure_speaks_of_a_band_only_where_it_draws_one', async (t) => {
  const files = await folder(t);
  const page = await firmPage(t);
  const without = (left) => Object.fromEntries(Object.entries(TYPICAL.answers).filter(([id]) => !left(id)));
  const [first] = FIRM.dimensions;
  const ofFirst = FIRM.indicators.filter((one) => one.dimension === first.id).map((one) => one.id);
  // Nothing left out, one answer left out, and a whole dimension: without any answer there it has no range either.
  for (const [answers, isDrawn] of [[TYPICAL.answers, false], [without((id) => id === ofFirst[0]), true], [without((id) => ofFirst.includes(id)), undefined]]) {
    await openResult(page, F, files, ofFirm(answers));
    const drawn = await page.inside(`return all('.radar .plot-band').length > 0;`);
    const said = (await page.text()).includes(F.say('chart.radar_band'));
    assert.equal(said, drawn);
    if (isDrawn !== undefined) assert.equal(drawn, isDrawn);
    await page.click('button', /^Cluster Ready/);
    await page.landed(F.say('start.title'));
  }
});

test('file_of_a_firm_and_file_of_a_cluster_are_told_apart_in_words_and_nothing_is_lost', async (t) => {
  const files = await folder(t);
  const cluster = resultFile(MODEL, golden('typical-multi-industry').answers, { profile: { name: 'Cụm Khác' } });
  const firm = ofFirm(TYPICAL.answers);
  for (const [attributes, words, text, key, title] of [
    ['', VI, firm, 'open.of_firm', VI.say('start.title')],
    ['mode="full"', VI, firm, 'open.of_firm', VI.say('start.title')],
    ['mode="firm"', F, cluster, 'open.of_cluster', F.say('start.title')],
  ]) {
    const page = await open(t, hostPage(widget(attributes)));
    await page.waitForHeading(title);
    await choose(page, await files.file('other.cluster-ready.json', text));
    await page.waitFor(async () => (await textOf(page, '.error-summary')).includes(words.say(key)), words.say(key));
    await page.axe();
    const { refused } = await call(page, 'loadResult', JSON.parse(text));
    assert.deepEqual([refused.reason, refused.place, refused.message], ['result-file', '', words.say(key)]);
    await page.waitForHeading(title);
    await page.driver.executeScript(`document.getElementById('one').lang = 'en';`);
    const english = words === F ? FE : EN;
    await page.waitForHeading(english.say('start.title'));
    const inEnglish = await call(page, 'loadResult', JSON.parse(text));
    assert.equal(inEnglish.refused.message, english.say(key));
  }
});

test('own_model_has_to_be_for_firms_where_firms_answer_and_for_clusters_elsewhere', async (t) => {
  const own = structuredClone(FIRM);
  own.id = 'province-firm-model';
  own.indicators[0].question = { vi: 'Câu hỏi riêng của tỉnh?', en: 'A question of our own?' };
  const served = { '/firm-own.json': JSON.stringify(own), '/cluster-own.json': JSON.stringify(MODEL) };
  const answer = (path) => (served[path] ? { body: served[path] } : undefined);
  const page = await firmPage(t, { more: 'model-src="firm-own.json" draft-key="own"', answer });
  await call(page, 'loadResult', JSON.parse(resultFile(own, {}, { mode: 'firm', profile: PROFILE })));
  const { value } = await call(page, 'getResult');
  assert.deepEqual([value.model.id, value.mode], ['province-firm-model', 'firm']);
  assert.ok(!page.server.requests.includes('/firm.json'));
  for (const [attributes, file] of [['mode="firm"', 'cluster-own.json'], ['mode="quick"', 'firm-own.json']]) {
    const other = await open(t, hostPage(widget(`${attributes} model-src="${file}"`), LISTENING, { answer }));
    other.record.expect(/cluster-ready:/);
    await other.waitForText(VI.say('own.model_at', { file, place: 'subject' }));
    const [{ detail }] = await heard(other, 'error');
    assert.deepEqual([detail.reason, detail.place], ['model-src', 'subject']);
  }
});

test('questions_for_firms_that_do_not_come_are_told_with_a_way_to_try_again', async (t) => {
  const state = { there: false };
  const answer = (path) => (path === '/firm.json' && !state.there ? { status: 404, body: 'gone' } : undefined);
  const page = await open(t, hostPage(widget('mode="firm"'), LISTENING, { answer }));
  page.record.expect(/cluster-ready:|firm\.json/);
  await page.find('button', 'Thử lại');
  assert.equal((await heard(page, 'error'))[0].detail.reason, 'files');
  state.there = true;
  await page.click('button', 'Thử lại');
  await page.waitForHeading(F.say('start.title'));
});

test('contribution_is_sent_after_a_yes_and_holds_to_the_schema', async (t) => {
  const to = await receiver(t);
  const page = await firmPage(t, { more: `submit-url="${to.url}" brand-name="Sở Công Thương"` });
  page.record.allow(to.url);
  await call(page, 'loadResult', JSON.parse(ofFirm(TYPICAL.answers)));
  await page.waitForHeading(F.say('result.title_of', { cluster: NAME }));
  const offer = F.say('send.to', { name: 'Sở Công Thương' });
  await page.click('button', offer);
  await page.landed(offer);
  const text = await page.text();
  for (const part of [CLUSTER, F.say('contribution.workers'), F.say('send.result_points', { points: 46 })]) assert.ok(text.includes(part), part);
  await page.click('checkbox', /./);
  await page.click('button', F.say('send.go'));
  await page.landed(F.say('send.received.title'));
  const sent = JSON.parse(to.tries[0].body);
  assert.ok(holds(sent), JSON.stringify(holds.errors));
  assert.deepEqual([sent.mode, sent.profile.firm, sent.legal], ['firm', ABOUT, null]);
});

test('contribution_prints_on_a4', { skip: without('pdf') }, async (t) => {
  const page = await firmPage(t);
  await call(page, 'loadResult', JSON.parse(ofFirm(TYPICAL.answers)));
  await page.waitForHeading(F.say('result.title_of', { cluster: NAME }));
  const pdf = await page.keepPdf('firm-result');
  assert.match(pdfObjects(pdf), /\/MediaBox\s*\[\s*0 0 59[456]/);
});

test('frame_for_firms_is_chosen_by_its_address', async (t) => {
  const page = await open(t, { path: 'frame.html?lang=vi&mode=firm' });
  await page.waitForHeading(F.say('start.title'));
  assert.deepEqual(await chosen(page), []);
});
