// Nothing is lost: reload, a killed browser, several drafts, two tabs, no storage.
import assert from 'node:assert/strict';
import test from 'node:test';

import { open, without } from './harness/index.mjs';
import { begin, chosen, fill, textOf, toQuestion, valueOf } from './product/begin.mjs';
import { twoWindows } from './product/windows.mjs';
import { VI, indicator } from './product/words.mjs';

const NAME = 'Cụm công nghiệp Bền Vững';
const M2 = VI.of(indicator('M2').question);

const drafts = (page) => page.inside(`return all('.task--draft').filter(visible).map((one) => flat(one.innerText));`);

async function firstAnswer(page) {
  await begin(page, VI, NAME);
  await toQuestion(page, VI, 'M2');
  await page.press('4');
}

async function resume(page, name = NAME) {
  await page.waitForHeading(VI.say('start.title'));
  await page.click('button', name);
}

test('answer_is_there_after_a_reload_at_once', async (t) => {
  const page = await open(t);
  await firstAnswer(page);
  await page.reload();
  await page.waitForHeading(M2);
  await page.waitFor(async () => (await chosen(page)).includes('M2-3'), 'the answer');
});

test('answer_is_there_after_the_browser_was_killed_at_once', { skip: without('kill') }, async (t) => {
  const page = await open(t, { ownBrowser: true });
  await firstAnswer(page);
  await page.killAndReopen();
  await page.waitForHeading(VI.say('start.title'));
  assert.match((await page.waitFor(() => drafts(page).then((list) => list[0]), 'the draft')), new RegExp(`${NAME}.*${VI.say('result.answered.other', { count: 1 })}, ${VI.say('result.unanswered.other', { count: 32 })}`));
  await resume(page);
  await page.landed(M2);
  assert.deepEqual(await chosen(page), ['M2-3']);
});

test('time_of_saving_is_seen_on_a_narrow_page_too', async (t) => {
  const page = await open(t, { width: 360 });
  await begin(page, VI, NAME);
  await page.click('button', VI.of({ vi: 'Quản lý' }));
  await page.landed(VI.of(indicator('M1').question));
  await page.press('0');
  await page.waitFor(async () => VI.like('saved.at').test(await textOf(page, '.saved')), 'the time of saving');
});

/** Runs before the page: every timer is due at once; `waiting` has those that are still to come. */
const AT_ONCE = `
  globalThis.waiting = new Set();
  const [wait, forget] = [setTimeout, clearTimeout];
  globalThis.setTimeout = (act, _, ...more) => {
    const id = wait((...given) => { waiting.delete(id); act(...given); }, 0, ...more);
    waiting.add(id);
    return id;
  };
  globalThis.clearTimeout = (id) => { waiting.delete(id); forget(id); };`;

test('answer_is_there_after_a_kill_once_the_page_said_saved', { skip: without('kill', 'runFirst') }, async (t) => {
  const page = await open(t, { ownBrowser: true, before: (browser) => browser.runFirst(AT_ONCE) });
  await firstAnswer(page);
  await page.waitFor(async () => VI.like('saved.at').test(await textOf(page, '.saved')), 'the time of saving');
  // Whatever the page does late must not undo what it saved.
  await page.waitFor(() => page.driver.executeScript('return waiting.size === 0;'), 'all that the page does late');
  await page.killAndReopen();
  await resume(page);
  await page.landed(M2);
  assert.deepEqual(await chosen(page), ['M2-3']);
});

test('text_typed_just_before_the_kill_is_there', { skip: without('kill') }, async (t) => {
  const page = await open(t, { ownBrowser: true });
  await begin(page, VI, NAME);
  await toQuestion(page, VI, 'M6');
  await page.tabTo(VI.say('aid.result'));
  await page.press(...'62,5');
  await page.waitFor(async () => VI.like('saved.at').test(await textOf(page, '.saved')), 'the time of saving');
  await page.killAndReopen();
  await resume(page);
  await page.landed(VI.of(indicator('M6').question));
  assert.equal(await valueOf(page, 'M6-0'), '62,5');
});

test('answer_given_in_the_moment_of_leaving_is_kept', async (t) => {
  const page = await open(t);
  await firstAnswer(page);
  // Faster than any write: both clicks in one task.
  await page.inside(`all('#M2-1')[0].click(); all('.masthead__name')[0].click();`);
  await resume(page);
  await page.landed(M2);
  assert.deepEqual(await chosen(page), ['M2-1']);
});

test('drafts_are_listed_by_name_and_one_can_be_erased', async (t) => {
  const page = await open(t);
  for (const name of ['Cụm Một', 'Cụm Hai']) {
    await begin(page, VI, name);
    await page.click('button', /^Cluster Ready/);
  }
  await page.waitForHeading(VI.say('start.title'));
  // The last one saved stands first.
  const listed = await page.waitFor(async () => {
    const list = await drafts(page);
    return list.length === 2 && list;
  }, 'two drafts');
  assert.match(listed[0], /Cụm Hai/);
  assert.match(listed[1], /Cụm Một/);

  await page.tabTo(`${VI.say('start.erase')}: Cụm Một`);
  await page.press('Enter');
  // It asks; the focus is on "keep", and "keep" keeps.
  await page.waitFor(async () => (await page.focused()).name === VI.say('erase.keep'), 'focus on "keep"');
  await page.press('Enter');
  await page.waitFor(async () => (await page.focused()).name === `${VI.say('start.erase')}: Cụm Một`, 'focus on "erase"');
  assert.equal((await drafts(page)).length, 2);
  await page.click('button', `${VI.say('start.erase')}: Cụm Một`);
  await page.click('button', VI.say('start.erase_sure'));
  await page.waitFor(async () => (await drafts(page)).length === 1, 'one draft');
  await page.reload();
  await page.waitForHeading(VI.say('start.title'));
  assert.match((await page.waitFor(() => drafts(page).then((list) => list[0]), 'the draft')), /Cụm Hai/);
});

test('erase_everything_leaves_no_draft_on_the_device', async (t) => {
  const page = await open(t);
  await firstAnswer(page);
  await page.click('button', VI.say('foot.erase'));
  await page.landed(VI.say('erase.title'));
  await page.waitForText(VI.say('erase.count.one', { count: 1 }));
  await page.click('button', VI.say('erase.keep'));
  await page.landed(M2);
  await page.click('button', VI.say('foot.erase'));
  await page.landed(VI.say('erase.title'));
  await page.click('button', VI.say('erase.do'));
  await page.landed(VI.say('start.title'));
  await page.reload();
  await page.waitForHeading(VI.say('start.title'));
  const left = await page.driver.executeAsyncScript(`
    const done = arguments[0];
    const opening = indexedDB.open('cluster-ready');
    opening.onsuccess = () => {
      const all = opening.result.transaction('drafts').objectStore('drafts').getAll();
      all.onsuccess = () => { opening.result.close(); done(all.result.length); };
    };`);
  assert.equal(left, 0);
  assert.deepEqual(await drafts(page), []);
  assert.equal(await page.driver.executeScript('return sessionStorage.length'), 0);
});

test('change_in_one_tab_is_seen_in_the_other', async (t) => {
  const page = await open(t);
  await firstAnswer(page);
  await page.waitFor(async () => VI.like('saved.at').test(await textOf(page, '.saved')), 'the time of saving');
  const [first, second] = await twoWindows(page);
  await resume(page);
  await page.landed(M2);
  await page.press('2');
  await page.waitFor(async () => VI.like('saved.at').test(await textOf(page, '.saved')), 'the time of saving');
  await first();
  await page.waitFor(async () => (await chosen(page)).includes('M2-1'), 'the answer of the other tab');
  // And back: the tab that followed writes on top of what it saw.
  await page.click('radio', VI.of(indicator('M2').answer.options[4].text));
  await page.waitFor(async () => VI.like('saved.at').test(await textOf(page, '.saved')), 'the time of saving');
  await second();
  await page.waitFor(async () => (await chosen(page)).includes('M2-4'), 'the answer of the first tab');
  assert.equal(await textOf(page, '.notice'), '');
});

test('tab_that_did_not_hear_of_a_change_overwrites_nothing', { skip: without('runFirst') }, async (t) => {
  // A browser without channels between tabs: only the revision in the store tells.
  const source = 'delete globalThis.BroadcastChannel;';
  const deaf = (browser) => browser.runFirst(source);
  const page = await open(t, { before: deaf });
  await firstAnswer(page);
  await page.waitFor(async () => VI.like('saved.at').test(await textOf(page, '.saved')), 'the time of saving');
  const first = await page.driver.getWindowHandle();
  await page.browser.newWindow();
  await deaf(page.browser);
  await page.open();
  await resume(page);
  await page.landed(M2);
  await page.press('2');
  await page.waitFor(async () => VI.like('saved.at').test(await textOf(page, '.saved')), 'the time of saving');
  await page.driver.switchTo().window(first);
  await page.press('5');
  await page.waitForText(VI.say('notice.conflict.title'));
  await page.screenshot('notice-conflict');
  await page.axe();
  // Both are kept: this one as a draft of its own.
  await page.click('button', VI.say('notice.conflict.copy'));
  await page.waitFor(async () => VI.like('saved.at').test(await textOf(page, '.saved')), 'the time of saving');
  assert.deepEqual(await chosen(page), ['M2-4']);
  await page.click('button', /^Cluster Ready/);
  await page.waitForHeading(VI.say('start.title'));
  await page.waitFor(async () => (await drafts(page)).length === 2, 'both drafts');
});

test('page_without_storage_says_so_works_and_saves_to_a_file', { skip: without('runFirst') }, async (t) => {
  const source = "Object.defineProperty(window, 'indexedDB', { value: undefined });";
  const page = await open(t, { before: (browser) => browser.runFirst(source) });
  await page.waitForText(VI.say('notice.no_storage.title'));
  await firstAnswer(page);
  await page.press('Enter');
  await page.landed(VI.of(indicator('M3').question));
  assert.ok((await page.text()).includes(VI.say('saved.not')));
  await page.review('notice-no-storage');
  await page.click('button', VI.say('foot.save'));
  const file = JSON.parse((await page.download(/\.cluster-ready\.json$/)).text);
  assert.deepEqual(file.answers.M2, { level: 3 });
  assert.equal(file.profile.name, NAME);
});
