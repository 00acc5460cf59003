// The first page stands before the program is there, and the program takes it over unseen.
import assert from 'node:assert/strict';
import test from 'node:test';

import { open, without } from './harness/index.mjs';
import { begin, chosen, fill, valueOf } from './product/begin.mjs';
import { noGaps } from './product/gaps.mjs';
import { LISTENING, call, heard, hostPage } from './product/host_page.mjs';
import { choose, folder, resultFile } from './product/open_file.mjs';
import { EN, MODEL, VI } from './product/words.mjs';

const FIRST_QUICK = MODEL.indicators.find((one) => one.quick);
/** A state for each of its tasks, and the controls that say so. */
const STATES = FIRST_QUICK.answer.items.map((_, item) => ['done', 'partly', 'no'][item % 3]);
const CHOSEN = STATES.map((state, item) => `${FIRST_QUICK.id}-item-${item}-${state}`);
const BAC_NINH = '24';
const today = () => new Intl.DateTimeFormat('sv').format(new Date());
const ROOM = '<style>body { margin: 0 } cluster-ready { display: block; min-block-size: 100vh }</style>';
const COUNTING = `<script>
  window.shifts = [];
  new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((entry) => entry.value)))
    .observe({ type: 'layout-shift', buffered: true });
</script>`;

/** A host that keeps the program back until `release` is called. */
function holding() {
  const state = {};
  state.wait = new Promise((resolve) => { state.release = resolve; });
  return { state, answer: (path) => (path === '/app_bg.wasm' ? { wait: state.wait } : undefined) };
}

const early = (page) => page.inside(`return all('.root.early').length > 0;`);
const takenOver = (page) => page.waitFor(() => page.inside(`return all('.root').length > 0 && !all('.root.early').length;`), 'the program');
/** The program is there, and has not been let on the page yet. */
const programIsThere = (page) => page.waitFor(() => page.inside(`return all('.root:not(.early)').length > 0;`), 'the program');
const twoFrames = (page) => page.driver.executeAsyncScript('requestAnimationFrame(() => requestAnimationFrame(() => arguments[0]()))');

/** The start on a page whose program is kept back. */
async function onStart(t, head = ROOM) {
  const { state, answer } = holding();
  const page = await open(t, hostPage('<cluster-ready id="one" lang="vi"></cluster-ready>', head, { answer }));
  await page.waitForHeading(VI.say('start.title'));
  return { page, state };
}

/** The facts of the quick way there. */
async function onFacts(t, head) {
  const { page, state } = await onStart(t, head);
  await page.click('button', VI.say('start.quick.begin'));
  await page.landed(VI.say('profile.title'));
  return { page, state };
}

/** Every element with its attributes, in whatever order they were set, and its own text. */
const outline = (page) => page.inside(`
  return [...all('.root')[0].querySelectorAll('*')].map((one) => [
    one.localName, ...[...one.attributes].map((attribute) => attribute.name + '=' + attribute.value).sort(),
    [...one.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join(''),
  ].join(' '));`);

for (const words of [VI, EN]) {
  test(`program_takes_over_the_same_first_page_without_a_jump_in_${words.language}`, async (t) => {
    const { state, answer } = holding();
    const body = `<cluster-ready id="one" lang="${words.language}"></cluster-ready><p>Chân trang</p>`;
    const page = await open(t, hostPage(body, ROOM + COUNTING, { answer }));
    await page.waitForHeading(words.say('start.title'));
    assert.ok(await early(page), 'the program is not there yet');
    await noGaps(page);
    const before = await outline(page);
    const sizes = () => page.inside(`return all('.root *').map((one) => Object.values(one.getBoundingClientRect().toJSON()).join(' '));`);
    const placesBefore = await sizes();
    state.release();
    await takenOver(page);
    assert.deepEqual(await outline(page), before);
    assert.deepEqual(await sizes(), placesBefore);
    // Two frames later, what has moved has been noted.
    await twoFrames(page);
    assert.deepEqual(await page.driver.executeScript('return window.shifts;'), []);
  });
}

for (const attributes of ['mode="firm"', 'mode="firm" submit-url="/gui"', 'mode="quick"', 'mode="full"', 'brand-name="Sở Công Thương"', 'submit-url="/gui" brand-name="Sở Công Thương" mode="full"']) {
  test(`first_page_of_${attributes.replace(/[^a-z]+/g, '_')}is_the_same_before_and_after`, async (t) => {
    const { state, answer } = holding();
    const page = await open(t, hostPage(`<cluster-ready id="one" lang="vi" ${attributes}></cluster-ready>`, ROOM, { answer }));
    await page.waitForHeading(VI.say(attributes.includes('firm') ? 'firm.start.title' : 'start.title'));
    assert.ok(await early(page), 'the program is not there yet');
    const before = await outline(page);
    state.release();
    await takenOver(page);
    assert.deepEqual(await outline(page), before);
  });
}

test('button_held_down_while_the_program_comes_is_pressed_once', async (t) => {
  const { page, state } = await onStart(t);
  const middle = async () => {
    const [button] = await page.named('button', VI.say('start.full.begin'));
    return page.inside(`
      arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = arguments[0].getBoundingClientRect();
      return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };`, button);
  };
  await page.driver.actions().move(await middle()).press().perform();
  state.release();
  await programIsThere(page);
  assert.ok(await early(page), 'the page is not taken away under the finger');
  await page.driver.actions().release().perform();
  await takenOver(page);
  await page.landed(VI.say('profile.title'));
  // Once: nothing of the profile was pressed along with it.
  await twoFrames(page);
  assert.equal(await page.heading(), VI.say('profile.title'));
});

test('first_question_comes_before_the_program_and_what_was_entered_stays', async (t) => {
  const { page, state } = await onFacts(t, ROOM + LISTENING);
  await fill(page, 'name', 'Cụm Sớm');
  await page.inside(`
    const province = all('#province')[0];
    province.value = '${BAC_NINH}';
    province.dispatchEvent(new Event('change', { bubbles: true }));`);
  await page.click('button', VI.say('profile.next'));
  await page.landed(VI.of(FIRST_QUICK.question));
  await page.click('button', VI.say('question.add_note'));
  await fill(page, `${FIRST_QUICK.id}-note`, 'Theo quyết định');
  for (const id of CHOSEN) await page.clickOn(`[id="${id}"] + label`);
  assert.deepEqual(await chosen(page), CHOSEN);
  assert.ok(await early(page), 'the program is not there yet');
  const focused = await page.focusedId();
  state.release();
  await takenOver(page);
  assert.equal(await page.focusedId(), focused);
  assert.deepEqual(await chosen(page), CHOSEN);
  assert.deepEqual((await heard(page)).filter(({ name }) => name !== 'save').map(({ name }) => name), ['start', 'answer']);
  const { value } = await call(page, 'getResult');
  assert.equal(value.profile.name, 'Cụm Sớm');
  assert.equal(value.profile.province, BAC_NINH);
  assert.equal(value.profile.assessed, today());
  assert.equal(value.mode, 'quick');
  assert.deepEqual(value.answers[FIRST_QUICK.id], { checklist: STATES });
  assert.equal(value.notes[FIRST_QUICK.id].note, 'Theo quyết định');
  await page.click('button', VI.say('question.next'));
  await page.waitFor(async () => await page.heading() !== VI.of(FIRST_QUICK.question), 'the next question');
});

test('tasks_and_that_nothing_is_known_exclude_each_other_before_the_program_and_after', async (t) => {
  const { page, state } = await onFacts(t, ROOM);
  await page.click('button', VI.say('profile.next'));
  await page.landed(VI.of(FIRST_QUICK.question));
  const unknown = `${FIRST_QUICK.id}-unknown`;
  const press = (id) => page.clickOn(`[id="${id}"] + label`);
  const on = () => page.inside(`return all('.choice--on input').map((one) => one.id);`);
  await press(CHOSEN[0]);
  await press(CHOSEN[1]);
  assert.deepEqual([await chosen(page), await on()], [CHOSEN.slice(0, 2), CHOSEN.slice(0, 2)]);
  await press(unknown);
  assert.deepEqual([await chosen(page), await on()], [[unknown], [unknown]]);
  await press(CHOSEN[2]);
  assert.deepEqual([await chosen(page), await on()], [[CHOSEN[2]], [CHOSEN[2]]]);
  await press(unknown);
  assert.ok(await early(page), 'the program is not there yet');
  state.release();
  await takenOver(page);
  await page.waitFor(async () => (await chosen(page)).join() === unknown, 'what was chosen last');
  assert.deepEqual((await call(page, 'getResult')).value.answers[FIRST_QUICK.id], { unknown: true });
  await press(CHOSEN[3]);
  await page.waitFor(async () => (await chosen(page)).join() === CHOSEN[3], 'the task alone');
});

test('task_left_open_is_asked_for_by_a_button_pressed_before_the_program', async (t) => {
  const { page, state } = await onFacts(t, ROOM);
  await page.click('button', VI.say('profile.next'));
  await page.landed(VI.of(FIRST_QUICK.question));
  for (const id of CHOSEN.slice(1)) await page.clickOn(`[id="${id}"] + label`);
  await page.click('button', VI.say('question.next'));
  state.release();
  await takenOver(page);
  const message = VI.say('question.choose_row', { item: VI.of(FIRST_QUICK.answer.items[0]) });
  await page.waitForText(message);
  assert.equal(await page.heading(), VI.of(FIRST_QUICK.question));
  assert.deepEqual(await chosen(page), CHOSEN.slice(1));
});

for (const words of [VI, EN]) {
  for (const width of [360, 1280]) {
    test(`program_takes_over_facts_and_first_question_without_a_jump_in_${words.language}_at_${width}`, async (t) => {
      for (const ways of [['start.quick.begin'], ['start.quick.begin', 'profile.next']]) {
        const { state, answer } = holding();
        const body = `<cluster-ready id="one" lang="${words.language}"></cluster-ready><p>Chân trang</p>`;
        const page = await open(t, hostPage(body, ROOM + COUNTING, { answer }));
        await page.setSize(width);
        await page.waitForHeading(words.say('start.title'));
        for (const way of ways) await page.click('button', words.say(way));
        if (words === VI) await page.review(`early-${ways.length}-${words.language}`);
        await page.setSize(width);
        assert.ok(await early(page), 'the program is not there yet');
        const heading = await page.heading();
        const before = await outline(page);
        const boxes = () => page.inside(`return all('.page *').map((one) => Object.values(one.getBoundingClientRect().toJSON()).join(' '));`);
        const placesBefore = await boxes();
        await page.driver.executeScript('window.shifts = [];');
        state.release();
        await takenOver(page);
        assert.equal(await page.heading(), heading);
        assert.deepEqual(await outline(page), before);
        assert.deepEqual(await boxes(), placesBefore);
        await twoFrames(page);
        assert.deepEqual(await page.driver.executeScript('return window.shifts;'), []);
      }
    });
  }
}

test('field_being_typed_into_keeps_text_and_caret_when_the_program_comes', async (t) => {
  const { page, state } = await onFacts(t);
  await page.clickOn('#name');
  await page.type('Cụm Sm');
  await page.press('Left');
  state.release();
  await takenOver(page);
  await page.type('ớ');
  assert.equal(await valueOf(page, 'name'), 'Cụm Sớm');
  assert.equal((await call(page, 'getResult')).value.profile.name, 'Cụm Sớm');
});

test('word_of_an_input_method_is_finished_before_the_program_takes_over', { skip: without('compose', 'cdp') }, async (t) => {
  const { page, state } = await onFacts(t);
  await page.clickOn('#name');
  const growing = (text) => page.browser.cdp('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await growing('Cu');
  state.release();
  await programIsThere(page);
  await growing('Cụm');
  assert.ok(await early(page), 'the word is not finished');
  await page.browser.cdp('Input.insertText', { text: 'Cụm' });
  await takenOver(page);
  assert.equal(await valueOf(page, 'name'), 'Cụm');
  assert.equal(await page.focusedId(), 'name');
});

test('figure_that_has_to_be_checked_waits_for_the_program', async (t) => {
  const { page, state } = await onFacts(t);
  await page.click('button', VI.say('profile.more'));
  await fill(page, 'declared', 'bốn mươi');
  await page.click('button', VI.say('profile.next'));
  assert.equal(await page.heading(), VI.say('profile.title'));
  assert.equal(await page.inside(`return all('.awaited').length;`), 1);
  state.release();
  await page.waitForText(VI.say('number.not'));
  assert.equal(await valueOf(page, 'declared'), 'bốn mươi');
  await page.waitFor(() => page.inside(`return active()?.closest('.error-summary') !== null;`), 'the focus on the summary');
});

test('what_can_wait_is_folded_in_the_quick_way_alone_before_and_with_the_program', async (t) => {
  for (const [mode, open] of [['quick', false], ['full', true]]) {
    const { page, state } = await onStart(t);
    await page.click('button', VI.say(`start.${mode}.begin`));
    await page.landed(VI.say('profile.title'));
    const isOpen = () => page.inside(`return all('details').map((one) => one.open);`);
    assert.ok(await early(page), 'the program is not there yet');
    assert.deepEqual(await isOpen(), [open]);
    state.release();
    await takenOver(page);
    assert.deepEqual(await isOpen(), [open]);
  }
});

test('facts_entered_before_a_program_that_does_not_come_stay_and_go_on', async (t) => {
  let missing = true;
  let fail;
  const until = new Promise((resolve) => { fail = resolve; });
  const page = await open(t, hostPage('<cluster-ready id="one" lang="vi"></cluster-ready>', ROOM, {
    answer: (path) => (path === '/app_bg.wasm' && missing ? { wait: until, status: 404, body: 'gone' } : undefined),
  }));
  page.record.expect(/./);
  await page.waitForHeading(VI.say('start.title'));
  await page.click('button', VI.say('start.quick.begin'));
  await page.landed(VI.say('profile.title'));
  await fill(page, 'name', 'Cụm Sớm');
  fail();
  await page.waitForText('Trang này thiếu tệp của công cụ');
  assert.equal(await valueOf(page, 'name'), 'Cụm Sớm');
  await page.review('early-stopped');
  missing = false;
  await page.click('button', 'Thử lại');
  await takenOver(page);
  assert.equal(await page.heading(), VI.say('profile.title'));
  assert.equal((await call(page, 'getResult')).value.profile.name, 'Cụm Sớm');
});

test('way_back_from_facts_that_are_empty_needs_no_program', async (t) => {
  const { page, state } = await onFacts(t);
  await page.click('button', VI.say('back'));
  await page.landed(VI.say('start.title'));
  await page.click('button', VI.say('start.full.begin'));
  await page.landed(VI.say('profile.title'));
  state.release();
  await takenOver(page);
  assert.equal(await page.heading(), VI.say('profile.title'));
  assert.equal((await call(page, 'getResult')).value.mode, 'full');
});

test('click_before_the_program_is_there_is_done_when_it_comes', async (t) => {
  const { page, state } = await onStart(t);
  await page.click('button', VI.say('foot.method'));
  await page.click('button', VI.say('foot.accessibility'));
  assert.equal(await page.heading(), VI.say('start.title'));
  state.release();
  // The last click counts.
  await page.landed(VI.say('accessibility.title'));
});

test('file_chosen_before_the_program_is_there_is_opened_when_it_comes', async (t) => {
  const files = await folder(t);
  const path = await files.file('som.json', resultFile(MODEL, { M2: { level: 2 } }));
  const { page, state } = await onStart(t);
  await choose(page, path);
  state.release();
  await page.click('button', VI.say('open.go'));
  await page.waitForHeading(VI.say('result.title'));
});

test('focus_stays_where_it_was_when_the_program_comes', async (t) => {
  const { page, state } = await onStart(t);
  await page.tabTo(VI.say('start.example'));
  state.release();
  await takenOver(page);
  assert.equal((await page.focused()).name, VI.say('start.example'));
});

/** How far the page is scrolled, or an element of it. */
const scrolled = (page, scroller) => page.inside(
  `return (document.querySelector(arguments[0]) ?? document.scrollingElement).scrollTop;`, scroller ?? null);
/** Scrolls down to an element and says how far. */
async function scrollDown(page, css, scroller) {
  await page.inside(`all(arguments[0])[0].scrollIntoView({ block: 'start', behavior: 'instant' });`, css);
  const before = await scrolled(page, scroller);
  assert.ok(before > 300, `scrolled by ${before}`);
  return before;
}
/** It is still there, but for the part of a pixel that an engine rounds. */
async function staysScrolled(page, before, scroller) {
  const now = await scrolled(page, scroller);
  assert.ok(Math.abs(now - before) <= 1, `scrolled by ${now} instead of ${before}`);
}

for (const scroller of [undefined, 'main']) {
  const name = scroller ? 'place_of_its_own' : 'page';
  const head = scroller ? `${ROOM}<style>main { block-size: 400px; overflow: auto }</style>` : ROOM;

  test(`${name}_that_was_scrolled_stays_there_when_the_program_comes`, async (t) => {
    const { page, state } = await onStart(t, head);
    await page.setSize(360);
    const before = await scrollDown(page, '#start-facts', scroller);
    state.release();
    await takenOver(page);
    await staysScrolled(page, before, scroller);
    await twoFrames(page);
    await staysScrolled(page, before, scroller);
  });

  test(`${name}_that_was_scrolled_to_a_field_stays_there_when_the_program_comes`, async (t) => {
    const { page, state } = await onFacts(t, head);
    await page.setSize(360);
    await fill(page, 'commune', 'Xã Trung Nghĩa');
    const before = await scrollDown(page, '#commune', scroller);
    state.release();
    await takenOver(page);
    await staysScrolled(page, before, scroller);
    assert.equal(await page.focusedId(), 'commune');
    assert.equal(await valueOf(page, 'commune'), 'Xã Trung Nghĩa');
  });
}

test('tab_with_an_open_draft_does_not_show_the_first_page_in_between', async (t) => {
  const { state, answer } = holding();
  state.release();
  let wait;
  const page = await open(t, hostPage('<cluster-ready id="one" lang="vi">Đang mở…</cluster-ready>', ROOM, {
    answer: (path) => (path === '/app_bg.wasm' && wait ? { wait } : answer(path)),
  }));
  await begin(page, VI, 'Cụm Đang Làm');
  await page.waitFor(() => page.inside(`return all('.saved__icon').length > 0;`), 'the draft to be saved');
  let release;
  wait = new Promise((resolve) => { release = resolve; });
  await page.reload();
  await page.waitFor(() => page.server.requests.filter((path) => path === '/style.css').length === 2, 'the style sheet');
  assert.equal(await page.heading(), '');
  release();
  await page.waitForHeading('Cụm Đang Làm');
  assert.equal(page.server.requests.filter((path) => path === '/start.html').length, 1);
});

test('answer_given_while_the_store_is_being_opened_is_saved', async (t) => {
  // Another page of the site is making the database meanwhile, for as long as it likes.
  const slow = `<script>
    const request = indexedDB.open('cluster-ready', 1);
    request.onupgradeneeded = () => {
      const drafts = request.result.createObjectStore('drafts', { keyPath: 'id' });
      const goOn = () => { if (!window.released) drafts.count().onsuccess = goOn; };
      goOn();
    };
    request.onsuccess = () => request.result.close();
  </script>`;
  const page = await open(t, hostPage('<cluster-ready id="one" lang="vi"></cluster-ready>', slow));
  await begin(page, VI, 'Cụm Kịp Lưu');
  assert.equal((await page.all('.saved__icon')).length, 0);
  await page.driver.executeScript('window.released = true;');
  await page.waitFor(() => page.inside(`return all('.saved__icon').length > 0;`), 'the draft to be saved');
  await page.reload();
  await page.waitForHeading('Cụm Kịp Lưu');
});

/** The site before its script comes: it is brought by `goOn()` in the page. */
function unscripted(then = () => undefined) {
  const early = { headers: { 'Content-Type': 'text/javascript' }, body: `globalThis.goOn = () => import('./element.js?again');` };
  let asked = 0;
  return (path) => (path === '/element.js' && (asked += 1) === 1 ? early : then(path));
}

test('site_shows_its_first_page_without_a_script_and_keeps_a_click_on_it', async (t) => {
  const page = await open(t, { answer: unscripted() });
  assert.equal(await page.heading(), VI.say('start.title'));
  for (const width of [360, 1280]) {
    await page.setSize(width);
    await page.noHorizontalScroll();
    await page.screenshot('early-unscripted');
  }
  const before = await outline(page);
  await page.click('button', VI.say('start.quick.begin'));
  assert.deepEqual(await outline(page), before);
  await page.driver.executeScript('goOn();');
  await page.landed(VI.say('profile.title'));
});

test('site_is_taken_over_without_a_jump', async (t) => {
  const { state, answer } = holding();
  const page = await open(t, { answer: unscripted(answer) });
  const before = await outline(page);
  await page.driver.executeScript(`
    window.shifts = [];
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((entry) => entry.value))).observe({ type: 'layout-shift', buffered: true });
    goOn();`);
  state.release();
  await takenOver(page);
  assert.deepEqual(await outline(page), before);
  await twoFrames(page);
  assert.deepEqual(await page.driver.executeScript('return window.shifts;'), []);
});

test('site_that_was_scrolled_stays_there_when_the_program_comes', async (t) => {
  const { state, answer } = holding();
  const page = await open(t, { width: 360, answer });
  await page.waitForHeading(VI.say('start.title'));
  const before = await scrollDown(page, '#start-facts');
  state.release();
  await takenOver(page);
  await staysScrolled(page, before);
});

test('site_with_an_open_draft_goes_on_with_it', async (t) => {
  const page = await open(t);
  await begin(page, VI, 'Cụm Đang Làm');
  await page.waitFor(() => page.inside(`return all('.saved__icon').length > 0;`), 'the draft to be saved');
  await page.reload();
  await page.waitForHeading('Cụm Đang Làm');
});
