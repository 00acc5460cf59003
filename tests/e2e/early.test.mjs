// The first page stands before the program is there, and the program takes it over unseen.
import assert from 'node:assert/strict';
import test from 'node:test';

import { open, without } from './harness/index.mjs';
import { begin } from './product/begin.mjs';
import { noGaps } from './product/gaps.mjs';
import { hostPage } from './product/host_page.mjs';
import { choose, folder, resultFile } from './product/open_file.mjs';
import { EN, MODEL, VI } from './product/words.mjs';

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

const early = (page) => page.inside(`return all('.root[aria-busy]').length > 0;`);
const takenOver = (page) => page.waitFor(() => page.inside(`return all('.root').length > 0 && !all('.root[aria-busy]').length;`), 'the program');
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
    await page.driver.executeAsyncScript('requestAnimationFrame(() => requestAnimationFrame(() => arguments[0]()))');
    assert.deepEqual(await page.driver.executeScript('return window.shifts;'), []);
  });
}

test('button_held_down_while_the_program_comes_is_pressed_once', { skip: without('heldPress') }, async (t) => {
  const { state, answer } = holding();
  const page = await open(t, hostPage('<cluster-ready id="one" lang="vi"></cluster-ready>', ROOM, { answer }));
  await page.waitForHeading(VI.say('start.title'));
  const middle = async () => {
    const [button] = await page.named('button', VI.say('start.full.begin'));
    return page.inside(`
      arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = arguments[0].getBoundingClientRect();
      return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };`, button);
  };
  await page.driver.actions().move(await middle()).press().perform();
  assert.ok(await early(page));
  state.release();
  await takenOver(page);
  await page.driver.actions().release().perform();
  await page.landed(VI.say('profile.title'));
  // Once: nothing of the profile was pressed along with it.
  await page.driver.executeAsyncScript('requestAnimationFrame(() => requestAnimationFrame(() => arguments[0]()))');
  assert.equal(await page.heading(), VI.say('profile.title'));
});

test('click_before_the_program_is_there_is_done_when_it_comes', async (t) => {
  const { state, answer } = holding();
  const page = await open(t, hostPage('<cluster-ready id="one" lang="vi"></cluster-ready>', ROOM, { answer }));
  await page.waitForHeading(VI.say('start.title'));
  await page.click('button', VI.say('start.full.begin'));
  await page.click('button', VI.say('start.quick.begin'));
  assert.equal(await page.heading(), VI.say('start.title'));
  state.release();
  await page.landed(VI.say('profile.title'));
  await (await page.css('#name')).sendKeys('Cụm Sớm');
  await page.click('button', VI.say('profile.next'));
  // The last click counts: the quick way goes straight to its first question.
  await page.waitFor(() => page.inside(`return all('.question input').length > 0;`), 'the first question');
});

test('file_chosen_before_the_program_is_there_is_opened_when_it_comes', async (t) => {
  const files = await folder(t);
  const path = await files.file('som.json', resultFile(MODEL, { M1: { level: 2 } }));
  const { state, answer } = holding();
  const page = await open(t, hostPage('<cluster-ready id="one" lang="vi"></cluster-ready>', ROOM, { answer }));
  await page.waitForHeading(VI.say('start.title'));
  await choose(page, path);
  state.release();
  await page.click('button', VI.say('open.go'));
  await page.waitForHeading(VI.say('result.title'));
});

test('focus_stays_where_it_was_when_the_program_comes', async (t) => {
  const { state, answer } = holding();
  const page = await open(t, hostPage('<cluster-ready id="one" lang="vi"></cluster-ready>', ROOM, { answer }));
  await page.waitForHeading(VI.say('start.title'));
  await page.tabTo(VI.say('start.example'));
  state.release();
  await takenOver(page);
  assert.equal((await page.focused()).name, VI.say('start.example'));
});

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
