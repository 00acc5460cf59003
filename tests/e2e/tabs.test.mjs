// Several tabs and several widgets with the same drafts: none takes or loses what is not settled, and what is erased stays so.
import assert from 'node:assert/strict';
import test from 'node:test';

import { open, without } from './harness/index.mjs';
import { begin, chosen, fill, textOf, toQuestion, valueOf } from './product/begin.mjs';
import { headings, hostPage, press } from './product/host_page.mjs';
import { BLANK, DEAF, blank, drafts, heardOf, setDeaf, toldTo, twoWindows } from './product/windows.mjs';
import { VI, indicator } from './product/words.mjs';

const NAME = 'Cụm công nghiệp Hai Thẻ';
const M2 = VI.of(indicator('M2').question);
const needs = { skip: without('runFirst') };

const prepare = (browser) => browser.runFirst(DEAF);
const saved = (page) => page.waitFor(async () => VI.like('saved.at').test(await textOf(page, '.saved')), 'the time of saving');
const notice = (page) => textOf(page, '.notice');
const asks = async (page, title) => (await notice(page)).includes(VI.say(title));

/** Gives an answer to the first question, by its number; the page may have been drawn anew and have no focus. */
const answer = (page, level) => page.click('radio', VI.of(indicator('M2').answer.options[level].text));

/** Two tabs on the first question of one draft, both settled; the driver is in the second one. */
async function twoTabs(t) {
  const page = await open(t, { before: prepare, answer: blank });
  await begin(page, VI, NAME);
  await toQuestion(page, VI, 'M2');
  await page.press('4');
  await saved(page);
  const [first, second] = await twoWindows(page, prepare);
  await page.waitForHeading(VI.say('start.title'));
  await page.click('button', NAME);
  await page.landed(M2);
  await page.waitFor(async () => (await chosen(page)).includes('M2-3'), 'the answer');
  await saved(page);
  // The first one has heard that the second one has opened it.
  await first();
  await heardOf(page, 0);
  await second();
  return { page, first, second };
}

/** The first tab has another version that is not stored and asks; the driver is in it. */
async function conflict(t) {
  const tabs = await twoTabs(t);
  const { page, first, second } = tabs;
  await first();
  await setDeaf(page, true);
  await second();
  await answer(page, 1);
  await saved(page);
  await first();
  await answer(page, 4);
  await page.waitForText(VI.say('notice.conflict.title'));
  await setDeaf(page, false);
  return tabs;
}

test('tab_that_asks_which_version_to_keep_still_asks_after_the_other_saved_again', needs, async (t) => {
  const { page, first, second } = await conflict(t);
  const before = await toldTo(page);
  await second();
  await answer(page, 2);
  await page.waitFor(async () => (await chosen(page)).includes('M2-2'), 'the answer');
  await first();
  await heardOf(page, before);
  assert.ok(await asks(page, 'notice.conflict.title'));
  assert.deepEqual(await chosen(page), ['M2-4']);
  await page.click('button', VI.say('notice.conflict.copy'));
  await saved(page);
  assert.deepEqual((await drafts(page)).length, 2);
});

test('version_that_was_asked_about_is_kept_beside_when_the_tab_goes_on_without_an_answer', needs, async (t) => {
  const { page } = await conflict(t);
  await page.click('button', /^Cluster Ready/);
  await page.waitForHeading(VI.say('start.title'));
  await page.waitFor(async () => (await drafts(page)).length === 2, 'both versions');
  const levels = (await drafts(page)).map(({ body }) => JSON.parse(body).answers.M2.level);
  assert.deepEqual(levels.sort(), [1, 4]);
});

test('version_that_was_asked_about_is_there_after_a_reload', needs, async (t) => {
  const { page } = await conflict(t);
  await page.reload();
  await page.waitForHeading(M2);
  await page.waitFor(async () => (await chosen(page)).includes('M2-4'), 'the version of this tab');
  assert.equal((await drafts(page)).length, 2);
});

test('version_of_the_other_tab_that_was_chosen_stands_alone', needs, async (t) => {
  const { page } = await conflict(t);
  await page.click('button', VI.say('notice.conflict.take'));
  await page.waitFor(async () => (await chosen(page)).includes('M2-1'), 'the other version');
  await page.reload();
  await page.waitForHeading(M2);
  await page.waitFor(async () => (await chosen(page)).includes('M2-1'), 'the other version');
  assert.equal((await drafts(page)).length, 1);
});

test('text_that_is_no_answer_yet_stays_when_another_tab_saves', needs, async (t) => {
  const page = await open(t, { before: prepare });
  await begin(page, VI, NAME);
  await toQuestion(page, VI, 'M6');
  await saved(page);
  const [first, second] = await twoWindows(page, prepare);
  await page.waitForHeading(VI.say('start.title'));
  await page.click('button', NAME);
  await page.waitForHeading(VI.of(indicator('M6').question));
  await first();
  await heardOf(page, 0);
  await fill(page, 'M6-0', 'khoảng 12');
  const before = await toldTo(page);
  await second();
  await fill(page, 'M6-0', '40');
  await first();
  await heardOf(page, before);
  await page.waitFor(() => asks(page, 'notice.conflict.title'), 'the question');
  assert.equal(await valueOf(page, 'M6-0'), 'khoảng 12');
});

test('draft_erased_in_another_tab_is_not_written_back', needs, async (t) => {
  const { page, first, second } = await twoTabs(t);
  await first();
  await setDeaf(page, true);
  await second();
  await page.click('button', /^Cluster Ready/);
  await page.click('button', `${VI.say('start.erase')}: ${NAME}`);
  await page.click('button', VI.say('start.erase_sure'));
  await page.waitFor(async () => (await drafts(page)).length === 0, 'no draft');
  await first();
  await answer(page, 4);
  await page.waitForText(VI.say('gone.title'));
  await page.axe();
  assert.deepEqual(await drafts(page), []);
  // Going away without an answer brings nothing back either.
  await page.reload();
  await page.waitForHeading(VI.say('start.title'));
  assert.deepEqual(await drafts(page), []);
});

test('draft_erased_in_another_tab_can_be_kept_or_left', needs, async (t) => {
  const { page, first, second } = await twoTabs(t);
  for (const [way, left] of [['notice.conflict.copy', 1], ['gone.leave', 0]]) {
    await first();
    await setDeaf(page, true);
    await second();
    await page.driver.executeAsyncScript(`
      const done = arguments[0];
      const opening = indexedDB.open('cluster-ready');
      opening.onsuccess = () => {
        const change = opening.result.transaction('drafts', 'readwrite');
        change.objectStore('drafts').clear();
        change.oncomplete = () => { opening.result.close(); done(); };
      };`);
    await first();
    await answer(page, left ? 4 : 0);
    await page.waitForText(VI.say('gone.title'));
    await page.click('button', VI.say(way));
    await page.waitFor(async () => (await drafts(page)).length === left && !(await asks(page, 'gone.title')), way);
  }
  await page.waitForHeading(VI.say('start.title'));
});

test('every_tab_hears_that_everything_is_erased', needs, async (t) => {
  const { page, first, second } = await twoTabs(t);
  // The tab that erases has another draft open.
  await page.click('button', /^Cluster Ready/);
  await begin(page, VI, 'Cụm Khác');
  await page.click('button', VI.say('foot.erase'));
  await page.landed(VI.say('erase.title'));
  await page.click('button', VI.say('erase.do'));
  await page.landed(VI.say('start.title'));
  await first();
  await page.waitForHeading(VI.say('start.title'));
  assert.ok(!(await page.text()).includes(NAME));
  await second();
  assert.deepEqual(await drafts(page), []);
});

test('what_a_tab_kept_for_the_moment_of_leaving_does_not_come_back_after_erasing', needs, async (t) => {
  const { page, first, second } = await twoTabs(t);
  await first();
  const [stored] = await drafts(page);
  // As a page leaves it behind that is left in the middle of a write: of a stored draft, and of one that never was.
  for (const record of [{ ...stored, revision: stored.revision + 1 }, { ...stored, id: 'never-stored', revision: 1 }]) {
    await first();
    await page.driver.get(new URL(BLANK, page.url).href);
    await page.driver.executeScript(`sessionStorage.setItem('cluster-ready-unwritten', JSON.stringify(arguments[0]));`, { ...record, saved_at: Date.now() });
    await second();
    await page.click('button', VI.say('foot.erase'));
    await page.landed(VI.say('erase.title'));
    await page.click('button', VI.say('erase.do'));
    await page.landed(VI.say('start.title'));
    await first();
    await page.open();
    await page.waitForHeading(VI.say('start.title'));
    await page.waitFor(() => page.driver.executeScript(`return sessionStorage.getItem('cluster-ready-unwritten') === null;`), 'the page to look at it');
    for (let turn = 0; turn < 3; turn += 1) assert.deepEqual(await drafts(page), []);
  }
});

test('record_of_the_moment_of_leaving_is_kept_beside_a_later_version_of_another_tab', async (t) => {
  const page = await open(t, { answer: blank });
  await begin(page, VI, NAME);
  await saved(page);
  const [stored] = await drafts(page);
  await page.driver.get(new URL(BLANK, page.url).href);
  const body = JSON.stringify({ ...JSON.parse(stored.body), profile: { ...JSON.parse(stored.body).profile, name: 'Cụm Chưa Ghi' } });
  await page.driver.executeScript(`sessionStorage.setItem('cluster-ready-unwritten', JSON.stringify(arguments[0]));`, { ...stored, body });
  // A stored time far ahead: a clock was wrong once.
  await page.driver.executeAsyncScript(`
    const [record, done] = arguments;
    const opening = indexedDB.open('cluster-ready');
    opening.onsuccess = () => {
      const change = opening.result.transaction('drafts', 'readwrite');
      change.objectStore('drafts').put(record);
      change.oncomplete = () => { opening.result.close(); done(); };
    };`, { ...stored, revision: stored.revision + 3, saved_at: Date.now() * 2 });
  await page.open();
  await page.waitForHeading('Cụm Chưa Ghi');
  assert.deepEqual((await drafts(page)).map(({ body: kept }) => JSON.parse(kept).profile.name).sort(), ['Cụm Chưa Ghi', NAME].sort());
});

// ── Several widgets on a page ─────────────────────────────────────────────────────────────────

const shownIn = (page, id) => page.inside(`return document.getElementById(arguments[0]).shadowRoot?.querySelector('#name')?.value;`, id);
const WIDGETS = ['a', 'b', 'c'];

for (const [what, more] of [['without_a_key', ''], ['with_one_key', 'draft-key="k"'], ['that_keep_for_the_tab', 'storage="session"']]) {
  test(`widgets_${what}_each_go_on_with_their_own_draft_after_a_reload`, async (t) => {
    const body = WIDGETS.map((id) => `<cluster-ready id="${id}" lang="vi" ${more}></cluster-ready>`).join('');
    const page = await open(t, hostPage(body));
    for (const id of WIDGETS) {
      await press(page, id, VI.say('start.full.begin'));
      await page.waitFor(async () => (await shownIn(page, id)) === '', `the facts in ${id}`);
      await page.inside(`
        const field = document.getElementById(arguments[0]).shadowRoot.querySelector('#name');
        field.value = 'Cụm ' + arguments[0];
        field.dispatchEvent(new Event('input', { bubbles: true }));`, id);
      await page.waitFor(() => page.inside(`return [...document.getElementById(arguments[0]).shadowRoot.querySelectorAll('.saved__icon')].some(visible);`, id), `${id} to be saved`);
    }
    for (let turn = 0; turn < 2; turn += 1) {
      await page.reload();
      for (const id of WIDGETS) await page.waitFor(async () => (await shownIn(page, id)) === `Cụm ${id}`, `the draft of ${id}`);
    }
    // One that was left at the start is there again.
    await press(page, 'b', VI.say('back'));
    await page.waitFor(async () => (await headings(page))[1] === VI.say('start.title'), 'the start in b');
    await page.reload();
    await page.waitFor(async () => (await shownIn(page, 'a')) === 'Cụm a' && (await shownIn(page, 'c')) === 'Cụm c', 'the drafts of the others');
    assert.equal((await headings(page))[1], VI.say('start.title'));
  });
}
