// What the first question does not need comes later: when, and what is seen when it does not come.
import assert from 'node:assert/strict';
import test from 'node:test';

import { open } from './harness/index.mjs';
import { begin, chosen, textOf, toQuestion } from './product/begin.mjs';
import { noGaps } from './product/gaps.mjs';
import { EN, MODEL, VI, indicator } from './product/words.mjs';

const NAME = 'Cụm Chờ Tải';
const QUESTION = indicator('M2');
/** Everything but what the widget begins with. */
const isPart = (path) => path.endsWith('.wasm') && path !== '/app_bg.wasm';
const ENGLISH_PAGE = {
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: '<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">'
    + '<body><main><cluster-ready lang="en"></cluster-ready></main><script type="module" src="./element.js"></script></body></html>',
};

/** What fails is in the console, in the words of the engine. */
const NOT_LOADED = /\.wasm|Failed to fetch|NetworkError|Load failed/;

const partsAsked = (page) => page.server.requests.filter(isPart);
const laterIsThere = (page) => page.waitFor(() => page.inside(`
  return performance.getEntriesByName(new URL('later.wasm', location).href).some((entry) => entry.responseEnd > 0);`), 'later.wasm');
const notice = (page) => textOf(page, '.notice__title');
const noticeIs = (page, text) => page.waitFor(async () => (await notice(page)) === text, `the notice “${text}”`);

/** A host that lets the parts fail in some way until `failing.how` is undefined. */
function failing(how, which = isPart) {
  const state = { how };
  return { state, answer: (path) => (which(path) ? state.how : undefined) };
}

/** On the first question, with an answer, while nothing of the parts can be loaded. */
async function answeredWithoutParts(page) {
  page.record.expect(NOT_LOADED);
  await begin(page, VI, NAME);
  await toQuestion(page, VI, QUESTION.id);
  await page.press('3');
  assert.deepEqual(await chosen(page), ['M2-2']);
}

/** A link gives the notice while the parts fail, and its page once they come. */
async function methodOpensWhenWell(page, state) {
  await page.click('button', VI.say('foot.method'));
  await noticeIs(page, VI.say('later.missing.title'));
  state.how = undefined;
  await page.click('button', VI.say('foot.method'));
  await page.landed(VI.say('method.title'));
}

test('nothing_that_comes_later_is_asked_for_before_the_first_question', async (t) => {
  const page = await open(t);
  await page.waitForHeading(VI.say('start.title'));
  await noGaps(page);
  await page.click('button', VI.say('start.full.begin'));
  await page.landed(VI.say('profile.title'));
  await noGaps(page);
  await page.typeInto('#name', NAME);
  await page.click('button', VI.say('profile.next'));
  await page.landed(NAME);
  await noGaps(page);
  assert.deepEqual(partsAsked(page), []);
  // The page itself notes when the question is there: it may be a second ago when a busy machine looks.
  await page.inside(`
    const [host] = all('cluster-ready');
    new MutationObserver((_, watch) => {
      if (!host.shadowRoot.querySelector('.question input')) return;
      globalThis.questionAt = performance.now();
      watch.disconnect();
    }).observe(host.shadowRoot, { childList: true, subtree: true });`);
  await page.click('button', VI.of(MODEL.dimensions[0].name));
  await page.landed(VI.of(MODEL.indicators[0].question));
  await laterIsThere(page);
  await noGaps(page);
  const [questionAt, parts] = await page.inside(`
    return [globalThis.questionAt, performance.getEntriesByType('resource')
      .map((entry) => [new URL(entry.name).pathname, entry.startTime]).filter(([path]) => path.endsWith('.wasm'))];`);
  for (const [path, startTime] of parts.filter(([path]) => isPart(path))) {
    assert.ok(startTime > questionAt, `${path} at ${startTime}, the question at ${questionAt}`);
  }
  assert.ok(!partsAsked(page).includes('/english.wasm'), 'English is not asked for');
});

test('without_the_parts_a_notice_says_so_and_answers_stay', async (t) => {
  const { state, answer } = failing({ status: 404, body: 'gone' });
  const page = await open(t, { answer });
  await answeredWithoutParts(page);
  await page.click('button', VI.say('foot.method'));
  await noticeIs(page, VI.say('later.missing.title'));
  assert.ok((await page.text()).includes(VI.say('later.missing.body')));
  assert.equal(await page.heading(), VI.of(QUESTION.question));
  assert.deepEqual(await chosen(page), ['M2-2']);
  await page.review('later-missing');
  // Asked for again while it still fails, then when it is back.
  const before = partsAsked(page).length;
  await page.click('button', VI.say('later.missing.again'));
  // Two parts, each asked for twice: the answer to the last is given before the files are back.
  await page.waitFor(() => partsAsked(page).length >= before + 4, 'the parts to fail again');
  await noticeIs(page, VI.say('later.missing.title'));
  state.how = undefined;
  await page.click('button', VI.say('later.missing.again'));
  await noticeIs(page, '');
  assert.deepEqual(await chosen(page), ['M2-2']);
  await page.click('button', VI.say('foot.method'));
  await page.landed(VI.say('method.title'));
  await noGaps(page);
  await page.click('button', VI.say('back'));
  await page.landed(VI.of(QUESTION.question));
  assert.deepEqual(await chosen(page), ['M2-2']);
});

test('link_works_at_once_when_the_connection_is_back', async (t) => {
  const { state, answer } = failing({ drop: true });
  const page = await open(t, { answer });
  await answeredWithoutParts(page);
  await methodOpensWhenWell(page, state);
  assert.equal(await notice(page), '');
});

/** It is said that something is on its way. */
const comes = (page) => page.waitFor(async () => (await textOf(page, '.waits--over')).includes(VI.say('later.coming')), 'that it is coming');
/** What is said only after a while is said now. */
const aWhileLater = (page) => page.inside(`
  const { shadowRoot } = all('cluster-ready')[0];
  for (const one of shadowRoot.getAnimations()) if (one.animationName === 'waits') one.finish();`);

/** A host that never answers a part, until it is asked anew after `state.how` is undefined. */
const hanging = (which) => failing({ wait: new Promise(() => {}) }, which);

for (const [what, file] of [['part', '/later.wasm'], ['style_sheet_of_a_part', '/later.css']]) {
  test(`${what}_that_hangs_is_said_at_once_and_asked_for_again`, async (t) => {
    const { state, answer } = hanging((path) => path === file);
    const page = await open(t, { answer });
    await begin(page, VI, NAME);
    await page.click('button', VI.say('boundary.title'));
    await comes(page);
    assert.equal(await page.heading(), NAME, 'the page stays meanwhile');
    await page.review(`later-${what}`);
    await aWhileLater(page);
    state.how = undefined;
    await page.click('button', VI.say('later.missing.again'));
    await page.landed(VI.say('boundary.title'));
    assert.equal(await textOf(page, '.waits--over'), '');
  });
}

test('language_that_hangs_is_said_and_asked_for_again', async (t) => {
  const { state, answer } = hanging((path) => path === '/english.wasm');
  const page = await open(t, { answer });
  await begin(page, VI, NAME);
  await page.click('button', VI.switch);
  await comes(page);
  await aWhileLater(page);
  state.how = undefined;
  await page.click('button', VI.say('later.missing.again'));
  await page.find('button', EN.switch);
  assert.equal(await textOf(page, '.waits--over'), '');
});

test('program_that_hangs_is_said_beside_what_was_pressed_and_asked_for_again', async (t) => {
  const { state, answer } = hanging((path) => path === '/app_bg.wasm');
  const page = await open(t, { answer });
  await page.waitForHeading(VI.say('start.title'));
  await page.click('button', VI.say('start.example'));
  await page.waitFor(async () => (await textOf(page, '.waits')).includes(VI.say('later.coming')), 'that it is coming');
  await aWhileLater(page);
  state.how = undefined;
  await page.click('button', VI.say('later.missing.again'));
  await page.landed(VI.like('result.title_of'));
});

test('worked_example_says_that_its_parts_are_coming', async (t) => {
  const { state, answer } = hanging((path) => path === '/worker.wasm');
  const page = await open(t, { answer });
  await page.waitFor(() => page.inside(`return all('.root:not(.early) .app').length > 0;`), 'the program');
  await page.click('button', VI.say('start.example'));
  await page.waitFor(() => page.server.requests.includes('/worker.wasm'), 'the worker to be asked for');
  await comes(page);
  await aWhileLater(page);
  state.how = undefined;
  await page.click('button', VI.say('later.missing.again'));
  await page.landed(VI.like('result.title_of'));
  assert.equal(await textOf(page, '.waits--over'), '');
});

test('part_of_another_build_is_refused_even_from_the_cache', async (t) => {
  // A sound and empty module, which the browser may keep.
  const foreign = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  const { state, answer } = failing({ body: foreign, headers: { 'Cache-Control': 'max-age=3600' } });
  const page = await open(t, { answer });
  await answeredWithoutParts(page);
  await methodOpensWhenWell(page, state);
});

test('draft_begun_while_the_old_one_is_being_loaded_stays_on_the_screen', async (t) => {
  const { state, answer } = failing(undefined);
  const page = await open(t, { answer });
  await begin(page, VI, NAME);
  await toQuestion(page, VI, QUESTION.id);
  await page.press('3');
  await laterIsThere(page);
  let release;
  state.how = { wait: new Promise((resolve) => { release = resolve; }) };
  await page.reload();
  await page.waitForHeading(VI.say('start.title'));
  await page.click('button', VI.say('start.full.begin'));
  await page.landed(VI.say('profile.title'));
  await page.typeInto('#name', 'Cụm Mới');
  release();
  await laterIsThere(page);
  await page.click('button', VI.say('profile.next'));
  await page.landed('Cụm Mới');
});

test('media_type_of_the_host_does_not_matter', async (t) => {
  const { answer } = failing({ headers: { 'Content-Type': 'text/plain' } }, (path) => path.endsWith('.wasm'));
  const page = await open(t, { answer });
  await begin(page, VI, NAME);
  await page.click('button', VI.say('foot.method'));
  await page.landed(VI.say('method.title'));
  await page.click('button', VI.switch);
  await page.waitForHeading(EN.say('method.title'));
});

test('english_page_begins_in_english_without_what_comes_later', async (t) => {
  const page = await open(t, { path: 'host.html', answer: (path) => (path === '/host.html' ? ENGLISH_PAGE : undefined) });
  await page.waitForHeading(EN.say('start.title'));
  await noGaps(page);
  // The heading may be that of the first page before the program.
  await page.waitFor(() => partsAsked(page).includes('/english.wasm'), 'the English texts');
  assert.ok(!partsAsked(page).includes('/later.wasm'));
  await begin(page, EN, NAME);
  await toQuestion(page, EN, QUESTION.id);
  await noGaps(page);
});

test('english_page_without_its_texts_says_that_it_cannot_be_opened', async (t) => {
  const { answer } = failing({ status: 404, body: 'gone' });
  const page = await open(t, { path: 'host.html', answer: (path) => (path === '/host.html' ? ENGLISH_PAGE : answer(path)) });
  page.record.expect(NOT_LOADED);
  page.record.expect(/cluster-ready:/);
  await page.waitForText('The tool could not be loaded');
});

test('language_switched_at_the_first_question_keeps_the_answer', async (t) => {
  const page = await open(t);
  await begin(page, VI, NAME);
  await toQuestion(page, VI, QUESTION.id);
  await page.press('3');
  for (const words of [EN, VI]) {
    await page.click('button', words.other.switch);
    await page.waitForHeading(words.of(QUESTION.question));
    assert.deepEqual(await chosen(page), ['M2-2']);
    await noGaps(page);
  }
  assert.ok(partsAsked(page).includes('/english.wasm'));
});

test('language_whose_texts_do_not_come_leaves_the_page_as_it_is', async (t) => {
  const { state, answer } = failing({ status: 404, body: 'gone' });
  const page = await open(t, { answer });
  await answeredWithoutParts(page);
  await page.click('button', VI.switch);
  await noticeIs(page, VI.say('later.missing.title'));
  assert.equal(await page.heading(), VI.of(QUESTION.question));
  state.how = undefined;
  await page.click('button', VI.switch);
  await page.waitForHeading(EN.of(QUESTION.question));
  assert.equal(await notice(page), '');
  assert.deepEqual(await chosen(page), ['M2-2']);
});
