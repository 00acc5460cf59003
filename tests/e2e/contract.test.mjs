// What a page can ask of the element and hears from it: attributes, properties, methods, events.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { DIST, ROOT, open } from './harness/index.mjs';
import { begin, chosen, textOf, toQuestion } from './product/begin.mjs';
import { golden } from './product/golden.mjs';
import { drop, toBoundary } from './product/boundary_page.mjs';
import { LISTENING, call, headings, heard, hostPage, press } from './product/host_page.mjs';
import { answerAll } from './product/keyboard.mjs';
import { EN, MODEL, VI, indicator } from './product/words.mjs';

const QUICK = MODEL.indicators.filter((one) => one.quick);
const widget = (attributes = '') => `<cluster-ready id="one" lang="vi" ${attributes}><p>Nội dung thay thế</p></cluster-ready>`;
const data = (name) => JSON.parse(readFileSync(join(ROOT, 'data', name), 'utf8'));

/** What the browser keeps for the site: names of databases, keys of both storages. */
const kept = (page) => page.driver.executeAsyncScript(`
  const done = arguments[0];
  Promise.all([indexedDB.databases(), caches.keys()]).then(([databases, caches]) => done({
    databases: databases.map((one) => one.name).sort(), caches,
    session: Object.keys(sessionStorage).sort(), local: Object.keys(localStorage), cookies: document.cookie,
  }));`);

const answerFirst = async (page, name) => {
  await begin(page, VI, name);
  await toQuestion(page, VI, 'M2');
  await page.press('3');
  await page.waitFor(async () => (await chosen(page)).includes('M2-2'), 'the answer');
};

/** A second tab on the same page, and into it. */
const newTab = async (page) => {
  await page.browser.newWindow();
  await page.driver.get(page.url);
};

test('property_set_before_the_element_is_defined_becomes_its_attribute', async (t) => {
  const early = `<script>
    const early = document.createElement('cluster-ready');
    Object.assign(early, { id: 'one', brandName: 'Sở Công Thương', draftKey: 'a', storage: 'none' });
    document.addEventListener('DOMContentLoaded', () => document.querySelector('main').append(early));
  </script>`;
  const page = await open(t, hostPage('', early));
  await page.waitForHeading(VI.say('start.title'));
  assert.match(await textOf(page, '.masthead__name'), /^Sở Công Thương/);
  const seen = await page.driver.executeScript(`
    const one = document.getElementById('one');
    one.draftKey = 'b';
    one.mode = null;
    return [one.getAttribute('brand-name'), one.getAttribute('draft-key'), one.draftKey, one.mode, one.wasmSrc];`);
  assert.deepEqual(seen, ['Sở Công Thương', 'b', 'b', null, null]);
});

test('mode_of_the_page_is_the_only_way_to_begin', async (t) => {
  const page = await open(t, hostPage('<cluster-ready id="one" mode="quick"></cluster-ready><cluster-ready id="two" mode="full"></cluster-ready><cluster-ready id="three"></cluster-ready>'));
  await page.waitFor(async () => (await headings(page)).every(Boolean), 'the widgets');
  const ways = await page.inside(`
    return all('cluster-ready').map((one) => [...one.shadowRoot.querySelectorAll('.way h3')].map((title) => flat(title.innerText)));`);
  const [quick, full] = [VI.say('start.quick.title'), VI.say('start.full.title')];
  assert.deepEqual(ways, [[quick], [full], [quick, full]]);
  assert.deepEqual((await page.record.warnings()).filter((line) => line.includes('cluster-ready:')), []);
});

test('unknown_words_in_attributes_are_told_once_and_taken_as_the_default', async (t) => {
  const page = await open(t, hostPage(widget('mode="park" storage="cloud"')));
  await page.waitForHeading(VI.say('start.title'));
  assert.deepEqual(await page.inside(`return all('.way h3').map((title) => flat(title.innerText));`), [VI.say('start.full.title')]);
  const told = (await page.record.warnings()).filter((line) => line.includes('cluster-ready:'));
  assert.equal(told.length, 2, told.join('\n'));
  assert.match(told[0], /mode=.*park.* full is used/);
  assert.match(told[1], /storage=.*cloud.* device is used/);
});

test('nothing_is_written_where_the_page_wants_nothing_kept', async (t) => {
  const page = await open(t, hostPage(widget('storage="none"')));
  await answerFirst(page, 'Cụm Không Giữ');
  assert.ok((await page.text()).includes(VI.say('notice.not_kept.title')));
  await page.review('host-not-kept');
  await page.driver.executeScript(`document.dispatchEvent(new Event('visibilitychange')); dispatchEvent(new Event('pagehide'));`);
  assert.deepEqual(await kept(page), { databases: [], caches: [], session: [], local: [], cookies: '' });
  await page.reload();
  await page.waitForHeading(VI.say('start.title'));
  assert.equal((await page.all('.task--draft')).length, 0);
  assert.deepEqual(await kept(page), { databases: [], caches: [], session: [], local: [], cookies: '' });
});

test('answers_of_a_session_survive_a_reload_and_are_in_no_other_tab', async (t) => {
  const page = await open(t, hostPage(widget('storage="session"')));
  await answerFirst(page, 'Cụm Một Thẻ');
  await page.waitForText(VI.like('saved.in_tab'));
  await page.reload();
  await page.waitForHeading(VI.of(indicator('M2').question));
  await page.waitFor(async () => (await chosen(page)).includes('M2-2'), 'the answer');
  const here = await kept(page);
  assert.deepEqual(here.databases, []);
  assert.equal(here.session.length, 2, here.session.join(' '));
  await newTab(page);
  await page.waitForHeading(VI.say('start.title'));
  assert.deepEqual((await kept(page)).session, []);
  assert.equal((await page.all('.task--draft')).length, 0);
});

test('drafts_of_two_keys_keep_apart', async (t) => {
  const page = await open(t, hostPage('<cluster-ready id="one" draft-key="a"></cluster-ready><cluster-ready id="two" draft-key="a/b"></cluster-ready>'));
  const fillIn = async (id, name) => {
    await press(page, id, VI.say('start.full.begin'));
    await page.waitFor(() => page.inside(`
      const field = document.getElementById(arguments[0]).shadowRoot.getElementById('name');
      if (!field) return false;
      field.value = arguments[1];
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      return true;`, id, name), 'the name');
    await press(page, id, VI.say('profile.next'));
  };
  await fillIn('one', 'Cụm A');
  await fillIn('two', 'Cụm B');
  const both = async () => (await headings(page)).join() === 'Cụm A,Cụm B';
  await page.waitFor(both, 'both task lists');
  await page.waitFor(() => page.inside(`return all('.saved__icon').length === 2;`), 'both saved');
  await page.reload();
  await page.waitFor(both, 'both again, each with its own');
  assert.deepEqual((await kept(page)).databases, ['cluster-ready:a', 'cluster-ready:a/b']);
  await page.driver.executeAsyncScript(`document.getElementById('one').reset({ erase: true }).then(arguments[0]);`);
  await page.waitFor(async () => (await headings(page)).join() === `${VI.say('start.title')},Cụm B`, 'only the first at its start');
  await page.reload();
  await page.waitFor(async () => (await headings(page)).join() === `${VI.say('start.title')},Cụm B`, 'the second with its draft');
});

test('page_hears_what_happens_and_nothing_of_what_is_written', async (t) => {
  const page = await open(t, hostPage(widget('mode="quick"'), LISTENING));
  await begin(page, VI, 'Cụm Bí Mật', { mode: 'quick' });
  const { answers, expected } = golden('typical-quick-mode');
  await answerAll(page, VI, answers, QUICK.map((one) => one.id));
  await page.landed(VI.say('check.title'));
  await page.click('button', VI.say('check.result'));
  await page.landed(VI.say('result.title_of', { cluster: 'Cụm Bí Mật' }));
  await page.click('button', VI.say('foot.save'));
  await page.download(/\.cluster-ready\.json$/);

  const all = await heard(page);
  assert.ok(all.every((one) => one.target === 'cluster-ready'), 'the host is the target');
  assert.deepEqual((await heard(page, 'start')).map((one) => one.detail), [{ mode: 'quick', example: false }]);
  const said = (await heard(page, 'answer')).map((one) => one.detail);
  assert.deepEqual([...new Set(said.map((one) => one.indicator))], QUICK.map((one) => one.id));
  assert.deepEqual(said.at(-1), { indicator: QUICK.at(-1).id, given: true, settled: 10, asked: 10 });
  const [result] = (await heard(page, 'result')).map((one) => one.detail);
  assert.deepEqual(Object.keys(result).sort(), ['coverage', 'high', 'level', 'low', 'mode', 'value']);
  assert.ok(Math.abs(result.low - expected.overall.low) < 1e-9 && Math.abs(result.high - expected.overall.high) < 1e-9);
  assert.equal(result.level, null);
  const saves = (await heard(page, 'save')).map((one) => one.detail.to);
  assert.deepEqual([...new Set(saves)], ['device', 'file']);
  assert.deepEqual(await heard(page, 'error'), []);
  assert.ok(!JSON.stringify(all).includes('Bí Mật'), 'no event names the cluster');
});

test('result_goes_out_and_comes_in_again_with_every_figure', async (t) => {
  const page = await open(t, hostPage(widget(), LISTENING));
  await answerFirst(page, 'Cụm Đi Về');
  const { value: result } = await call(page, 'getResult');
  assert.equal(result.format, 'cluster-ready-result');
  assert.equal(result.profile.name, 'Cụm Đi Về');
  assert.deepEqual(result.answers.M2, { level: 2 });
  await call(page, 'reset');
  await page.waitForHeading(VI.say('start.title'));
  assert.deepEqual((await call(page, 'getResult')).value.answers, {});
  await page.waitFor(async () => (await page.all('.task--draft')).length === 1, 'the draft in the list');
  assert.deepEqual(await call(page, 'loadResult', { ...result, profile: { ...result.profile, name: 'Cụm Khác' } }), { value: null });
  await page.waitForHeading(VI.say('result.title_of', { cluster: 'Cụm Khác' }));
  const again = (await call(page, 'getResult')).value;
  assert.deepEqual([again.answers, again.results], [result.answers, result.results]);
  await page.waitFor(async () => (await heard(page, 'result')).length > 0, 'the event');
});

test('damaged_result_is_refused_with_its_place_and_nothing_changes', async (t) => {
  const page = await open(t, hostPage(widget()));
  await answerFirst(page, 'Cụm Giữ Nguyên');
  const { value: result } = await call(page, 'getResult');
  result.answers.M2 = { level: 99 };
  const { refused } = await call(page, 'loadResult', result);
  assert.equal(refused.reason, 'result-file');
  assert.match(refused.place, /^answers\.M2/);
  assert.equal(refused.message.replace(/\s/g, ' '), VI.say('open.damaged', { path: refused.place }));
  assert.equal(await page.heading(), VI.of(indicator('M2').question));
  assert.deepEqual(await chosen(page), ['M2-2']);
  const other = await call(page, 'loadResult', { hello: 1 });
  assert.equal(other.refused.message.replace(/\s/g, ' '), VI.say('open.not_ours'));
});

test('print_shows_the_result_before_the_dialog_opens', async (t) => {
  const page = await open(t, hostPage(widget()));
  await answerFirst(page, 'Cụm In Ra');
  await page.driver.executeScript(`
    window.print = () => { window.printed = document.querySelector('cluster-ready').shadowRoot.querySelector('h1').innerText; };`);
  await call(page, 'print');
  const printed = await page.driver.executeScript('return window.printed;');
  assert.equal(printed.replace(/\s/g, ' '), VI.say('result.title_of', { cluster: 'Cụm In Ra' }));
});

test('method_of_an_element_that_is_not_in_a_page_is_refused', async (t) => {
  const page = await open(t, hostPage(widget()));
  await page.waitForHeading(VI.say('start.title'));
  const said = await page.driver.executeAsyncScript(`
    document.createElement('cluster-ready').getResult().catch((error) => arguments[0](error.message));`);
  assert.match(said, /not running/);
});

test('own_model_asks_its_own_questions_and_names_itself_in_the_result', async (t) => {
  const model = data('model.json');
  model.id = 'province-model';
  model.indicators.unshift(...model.indicators.splice(1, 1)); // a ladder first
  const [first] = model.indicators;
  first.question = { vi: 'Câu hỏi riêng của tỉnh?', en: 'A question of our own?' };
  model.indicators = model.indicators.filter((one) => one.id !== 'T7');
  const answer = (path) => (path === '/own/model.json' ? { body: JSON.stringify(model) } : undefined);
  const page = await open(t, hostPage(widget('model-src="own/model.json" draft-key="own"'), '', { answer }));
  await page.waitForHeading(VI.say('start.title'));
  assert.ok((await page.text()).includes(VI.say('start.full.spec', { count: 33 })));
  await begin(page, VI, 'Cụm Riêng');
  await page.click('button', VI.of(MODEL.dimensions[0].name));
  await page.landed('Câu hỏi riêng của tỉnh?');
  await page.press('3');
  const { value } = await call(page, 'getResult');
  assert.equal(value.model.id, 'province-model');
  assert.notEqual(value.model.sha256, undefined);
  await page.driver.executeScript(`document.getElementById('one').lang = 'en';`);
  await page.waitForHeading('A question of our own?');
  await page.reload();
  await page.waitForHeading('Câu hỏi riêng của tỉnh?');
  assert.deepEqual(await chosen(page), [`${first.id}-2`]);
  // The draft stays at its question when the model puts another one before it.
  model.indicators.unshift(model.indicators.pop());
  await page.reload();
  await page.waitForHeading('Câu hỏi riêng của tỉnh?');
  assert.deepEqual(await chosen(page), [`${first.id}-2`]);
});

test('own_model_without_a_question_of_the_boundary_keeps_it_and_answers_those_it_has', async (t) => {
  const model = data('model.json');
  model.id = 'province-model';
  model.indicators = model.indicators.filter((one) => !['L2', 'L7'].includes(one.id));
  model.indicators.find((one) => one.id === 'L1').id = 'way';
  const answer = (path) => (path === '/own.json' ? { body: JSON.stringify(model) } : undefined);
  const page = await open(t, hostPage(widget('model-src="own.json" draft-key="own"'), '', { answer }));
  await toBoundary(page, VI, 'Cụm Riêng');
  const seen = await drop(page, 'formats/boundary.geojson');
  assert.equal(seen.kind, 'opened');
  assert.notEqual(seen.measures, '');
  const result = async () => (await call(page, 'getResult')).value;
  await page.waitFor(async () => (await result()).boundary?.measures, 'the boundary to be kept');
  const kept = await result();
  assert.deepEqual(Object.keys(kept.answers), ['way']);
  assert.ok(kept.answers.way.number > 0);
  // The way to the question is offered for the one there is.
  const ways = () => page.inside(`return all('.panel button').filter(visible).map((one) => flat(one.innerText));`);
  assert.ok((await ways()).includes(VI.say('boundary.near.type', { question: 'way' })));
  assert.ok(!(await ways()).includes(VI.say('boundary.near.type', { question: 'L2' })));
  await page.reload();
  await page.waitForHeading(VI.say('boundary.title'));
  assert.equal((await result()).boundary.measures.area_m2, kept.boundary.measures.area_m2);
});

for (const [lang, words] of [['vi', VI], ['en', EN]]) {
  test(`own_model_with_a_mistake_is_refused_with_its_place_in_${lang}`, async (t) => {
    const model = data('model.json');
    model.dimensions[2].weight = -1;
    const answer = (path) => (path === '/own.json' ? { body: JSON.stringify(model) } : undefined);
    const page = await open(t, hostPage(widget('model-src="own.json"').replace('lang="vi"', `lang="${lang}"`), LISTENING, { answer }));
    page.record.expect(/cluster-ready:/);
    await page.waitForText(words.say('own.model_at', { file: 'own.json', place: 'dimensions[2].weight' }));
    const [{ detail }] = await heard(page, 'error');
    assert.equal(detail.reason, 'model-src');
    assert.equal(detail.place, 'dimensions[2].weight');
    assert.match(detail.file, /\/own\.json$/);
    const told = (await page.record.allErrors()).filter((line) => line.includes('cluster-ready:'));
    assert.equal(told.length, 1);
    assert.match(told[0], /own\.json.*dimensions\[2\]\.weight.*-1 is not a positive weight/);
    assert.ok(await page.inside(`return visible(document.querySelector('cluster-ready p'));`), 'the light DOM shows again');
    await page.axe();
  });
}

test('own_rules_are_those_of_the_result_and_a_mistake_in_them_is_named', async (t) => {
  const rules = data('law.json');
  rules.sets.forEach((set) => { set.name = { vi: 'Quy định của tỉnh', en: 'Rules of the province' }; });
  const files = { '/good.json': JSON.stringify(rules), '/text.json': '{\n "format": nonsense' };
  const answer = (path) => (files[path] ? { body: files[path] } : undefined);
  const body = '<cluster-ready id="one" rules-src="good.json"></cluster-ready><cluster-ready id="two" rules-src="text.json"></cluster-ready>';
  const page = await open(t, hostPage(body, '', { answer }));
  page.record.expect(/cluster-ready:/);
  await page.waitForText(VI.say('own.not_json', { file: 'text.json', line: 2, column: 13 }));
  await answerFirst(page, 'Cụm Theo Tỉnh');
  await page.click('button', VI.say('question.tasks'));
  await page.landed('Cụm Theo Tỉnh');
  await page.click('button', VI.say('tasks.result'));
  await page.landed(VI.say('result.title_of', { cluster: 'Cụm Theo Tỉnh' }));
  await page.waitForText('Quy định của tỉnh');
});

test('own_file_that_does_not_come_is_told_with_a_way_to_try_again', async (t) => {
  const state = { there: false };
  const answer = (path) => (path === '/own.json' ? (state.there ? { body: JSON.stringify(data('model.json')) } : { status: 404, body: 'gone' }) : undefined);
  const page = await open(t, hostPage(widget('model-src="own.json"'), '', { answer }));
  page.record.expect(/cluster-ready:|own\.json/);
  await page.find('button', 'Thử lại');
  state.there = true;
  await page.click('button', 'Thử lại');
  await page.waitForHeading(VI.say('start.title'));
});

test('program_that_was_moved_is_found_with_all_its_parts', async (t) => {
  const answer = (path) => {
    if (!path.endsWith('.wasm')) return undefined;
    const [, moved] = /^\/elsewhere\/([\w-]+\.wasm)$/.exec(path) ?? [];
    if (!moved) return { status: 404, body: 'gone' };
    return { headers: { 'Content-Type': 'application/wasm' }, body: readFileSync(join(DIST, moved)) };
  };
  const page = await open(t, hostPage(widget('wasm-src="elsewhere/app_bg.wasm"'), '', { answer }));
  await page.waitForHeading(VI.say('start.title'));
  await page.click('button', VI.say('foot.method'));
  await page.landed(VI.say('method.title'));
  await page.click('button', VI.switch);
  await page.waitForHeading(EN.say('method.title'));
});

test('second_version_on_a_page_gives_way_with_one_line', async (t) => {
  const page = await open(t, hostPage(`${widget()}<script type="module" src="./element.js?second"></script>`));
  await page.waitForHeading(VI.say('start.title'));
  const told = async () => (await page.record.warnings()).filter((line) => line.includes('cluster-ready'));
  await page.waitFor(async () => (await told()).length > 0, 'the line');
  assert.equal((await told()).length, 1);
  const version = await page.driver.executeScript(`return customElements.get('cluster-ready').version;`);
  assert.equal(version, /^version = "(.+)"$/m.exec(readFileSync(join(ROOT, 'Cargo.toml'), 'utf8'))[1]);
  assert.ok((await told())[0].includes(`cluster-ready ${version}`) && (await told())[0].includes('is not used'));
});
