// Erasing takes everything, wherever it lies, or says what it could not take; and the store in hard circumstances.
import assert from 'node:assert/strict';
import test from 'node:test';

import { open, without } from './harness/index.mjs';
import { begin, chosen, textOf, toQuestion } from './product/begin.mjs';
import { LISTENING, call, heard, hostPage } from './product/host_page.mjs';
import { receiver } from './product/receiver.mjs';
import { BLANK, blank, drafts } from './product/windows.mjs';
import { VI, indicator } from './product/words.mjs';

const NAME = 'Cụm công nghiệp Xóa Sạch';
const M2 = VI.of(indicator('M2').question);
const OUTBOX = 'cluster-ready-outbox';

const widget = (more = '') => `<cluster-ready id="one" lang="vi" ${more}></cluster-ready>`;
const saved = (page) => page.waitFor(async () => VI.like('saved.at').test(await textOf(page, '.saved')), 'the time of saving');
const databases = (page) => page.driver.executeAsyncScript('indexedDB.databases().then((all) => arguments[0](all.map(({ name }) => name)));');

/** Puts records into a database, which is made where it is not there; it stays open, and is not let go, with `hold`. */
const put = (page, name, version, store, keyPath, records, hold = false) => page.driver.executeAsyncScript(`
  const [name, version, store, keyPath, records, hold, done] = arguments;
  const opening = indexedDB.open(name, version);
  opening.onupgradeneeded = () => {
    if (!opening.result.objectStoreNames.contains(store)) opening.result.createObjectStore(store, { keyPath });
  };
  opening.onerror = () => done(String(opening.error));
  opening.onsuccess = () => {
    const change = opening.result.transaction(store, 'readwrite');
    for (const record of records) change.objectStore(store).put(record);
    change.oncomplete = () => {
      if (hold) window.held = opening.result; // the page's own: what a driver's script has is let go
      else opening.result.close();
      done();
    };
  };`, name, version, store, keyPath, records, hold);

const inStore = (page, name, store) => page.driver.executeAsyncScript(`
  const [name, store, done] = arguments;
  const opening = indexedDB.open(name);
  opening.onupgradeneeded = () => opening.transaction.abort();
  opening.onerror = () => done([]);
  opening.onsuccess = () => {
    const all = opening.result.transaction(store).objectStore(store).getAll();
    all.onsuccess = () => { opening.result.close(); done(all.result); };
  };`, name, store);

const waiting = (draft, address = 'https://nhan.example/in') => ({
  key: `key-of-${encodeURIComponent(draft)}`, address, draft, mark: 'm', title: `Cụm ${draft}`, body: '{}', made: 1, state: 'waiting', tries: 0, next: 0, bound: false, at: 0, status: 0, said: '',
});

async function eraseAll(page) {
  await page.click('button', VI.say('foot.erase'));
  await page.landed(VI.say('erase.title'));
  await page.click('button', VI.say('erase.do'));
}

for (const [what, more, answer] of [
  ['is_refused', 'submit-url="http://nhan.example/in"'],
  ['has_no_script', 'submit-url="https://nhan.example/in"', (path) => (path === '/outbox.js' ? { status: 404, body: 'gone' } : undefined)],
  ['is_not_named_any_more', ''],
]) {
  test(`results_that_wait_are_listed_and_erased_where_the_address_${what}`, async (t) => {
    const page = await open(t, hostPage(widget(more), LISTENING, { answer }));
    page.record.expect(/submit-url|outbox\.js/);
    await begin(page, VI, NAME);
    await put(page, OUTBOX, 1, 'entries', 'key', [waiting('Một'), waiting('Hai')]);
    await page.reload();
    await page.waitForHeading(NAME);
    await page.click('button', /^Cluster Ready/);
    await page.waitForText(VI.say('send.all'));
    await page.waitForText('Cụm Một');
    await page.click('button', `${VI.say('send.take_back')}: Cụm Hai`);
    await page.waitFor(async () => (await inStore(page, OUTBOX, 'entries')).length === 1, 'one that waits');
    await page.click('button', VI.say('foot.erase'));
    await page.landed(VI.say('erase.title'));
    await page.waitForText(VI.say('send.erase.one', { count: 1 }));
    await page.click('button', VI.say('erase.do'));
    await page.landed(VI.say('start.title'));
    assert.ok(!(await databases(page)).includes(OUTBOX));
    assert.deepEqual(await drafts(page), []);
    assert.ok(!(await page.text()).includes('Cụm Một'));
  });
}

test('result_of_a_draft_that_is_erased_is_not_sent', async (t) => {
  const to = await receiver(t, Array(20).fill('drop'));
  const page = await open(t, hostPage(widget(`submit-url="${to.url}"`), LISTENING));
  page.record.allow(to.url);
  page.record.expect(new RegExp(to.host));
  await begin(page, VI, NAME);
  await saved(page);
  const [{ id }] = await drafts(page);
  await put(page, OUTBOX, 1, 'entries', 'key', [waiting(id, to.url), waiting('other', to.url)]);
  await page.click('button', /^Cluster Ready/);
  await page.reload();
  await page.waitForText(VI.say('send.all'));
  await page.click('button', `${VI.say('start.erase')}: ${NAME}`);
  await page.waitForText(VI.say('send.erase_with'));
  // News of sending do not take the question away.
  const before = to.tries.length;
  await page.click('button', `${VI.say('send.again')}: Cụm other`);
  await page.waitFor(() => to.tries.length > before, 'another try');
  await page.waitFor(async () => (await inStore(page, OUTBOX, 'entries')).some(({ draft, state, tries }) => draft === 'other' && state === 'waiting' && tries > 0), 'what came of it');
  await page.waitForText(VI.say('send.erase_with'));
  await page.axe();
  await page.click('button', VI.say('start.erase_sure'));
  await page.waitFor(async () => (await inStore(page, OUTBOX, 'entries')).map(({ key }) => key).join() === 'key-of-other', 'only the other result');
  assert.deepEqual(await drafts(page), []);
  assert.deepEqual((await heard(page, 'submit')).at(-1)?.detail.state, 'withdrawn');
});

test('drafts_and_results_of_a_newer_version_are_erased_too', async (t) => {
  const to = await receiver(t);
  const page = await open(t, hostPage(widget(`submit-url="${to.url}"`), LISTENING));
  page.record.allow(to.url);
  await page.waitForHeading(VI.say('start.title'));
  await put(page, 'cluster-ready', 99, 'drafts', 'id', [{ id: 'a', later: true }]);
  await put(page, OUTBOX, 99, 'entries', 'key', [waiting('Một', to.url)]);
  await page.reload();
  await page.waitForText(VI.say('newer.title'));
  assert.ok(!(await page.text()).includes(VI.say('notice.no_storage.title')));
  await page.review('notice-newer');
  await eraseAll(page);
  await page.landed(VI.say('start.title'));
  await page.waitFor(async () => {
    const all = await databases(page);
    return !all.includes('cluster-ready') && !all.includes(OUTBOX);
  }, 'nothing on the device');
  assert.deepEqual(to.tries, []);
});

test('what_another_page_holds_is_said_to_be_left', async (t) => {
  const page = await open(t, hostPage(widget(), LISTENING, { answer: blank }));
  await page.waitForHeading(VI.say('start.title'));
  const first = await page.driver.getWindowHandle();
  await page.browser.newWindow();
  await page.driver.get(new URL(BLANK, page.url).href);
  await put(page, 'cluster-ready', 99, 'drafts', 'id', [{ id: 'a' }], true);
  const second = await page.driver.getWindowHandle();
  await page.driver.switchTo().window(first);
  await page.reload();
  await page.waitForText(VI.say('newer.title'));
  await eraseAll(page);
  await page.waitForText(VI.say('erase.left.drafts'));
  await page.waitFor(() => page.inside(`return active()?.matches('.error-summary') === true;`), 'the focus on it');
  await page.axe();
  const refused = await call(page, 'reset', { erase: true });
  assert.equal(refused.refused?.reason, 'not-erased');
  // Let go, it can be erased.
  await page.driver.switchTo().window(second);
  await page.driver.executeScript('held.close();');
  await page.driver.switchTo().window(first);
  assert.deepEqual(await call(page, 'reset', { erase: true }), { value: null });
  assert.ok(!(await databases(page)).includes('cluster-ready'));
});

// ── The store in hard circumstances ───────────────────────────────────────────────────────────

/** Runs before the page: while `full` is true a device has no room, which is found out at once or when it is written. */
const FULL = (when) => `
  globalThis.full = false;
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...given) {
    if (!globalThis.full) return put.apply(this, given);
    const error = new DOMException('no room', 'QuotaExceededError');
    if (${when === 'at_once'}) throw error;
    const { transaction } = this;
    Object.defineProperty(transaction, 'error', { value: error });
    const request = put.apply(this, given);
    transaction.abort();
    return request;
  };`;

for (const when of ['at_once', 'when_it_is_written']) {
  test(`device_without_room_${when}_is_said_and_what_was_answered_is_written_later`, { skip: without('runFirst') }, async (t) => {
    const page = await open(t, { before: (browser) => browser.runFirst(FULL(when)) });
    await begin(page, VI, NAME);
    await toQuestion(page, VI, 'M2');
    await saved(page);
    await page.driver.executeScript('window.full = true;');
    await page.press('4');
    await page.waitForText(VI.say('notice.full.title'));
    assert.deepEqual(await chosen(page), ['M2-3']);
    assert.equal(JSON.parse((await drafts(page))[0].body).answers?.M2, undefined);
    await page.review('notice-full');
    // Left and opened again, with room: nothing was lost.
    await page.reload();
    await page.waitForHeading(M2);
    await page.waitFor(async () => (await chosen(page)).includes('M2-3'), 'the answer');
    await page.waitFor(async () => JSON.parse((await drafts(page))[0].body).answers?.M2?.level === 3, 'the answer on the device');
    assert.equal((await drafts(page)).length, 1);
  });
}

test('store_that_does_not_open_is_said_and_written_to_once_it_does', { skip: without('runFirst') }, async (t) => {
  // A page holds the database and another one waits to erase it: who opens it then waits too.
  const page = await open(t, { path: BLANK, answer: blank });
  await put(page, 'cluster-ready', 1, 'drafts', 'id', [], true);
  await page.driver.executeScript(`indexedDB.deleteDatabase('cluster-ready');`);
  const first = await page.driver.getWindowHandle();
  await page.browser.newWindow();
  const second = await page.driver.getWindowHandle();
  await page.open(new URL('.', page.url).href);
  await begin(page, VI, NAME);
  await page.waitForText(VI.say('notice.no_storage.title'));
  await page.driver.switchTo().window(first);
  await page.driver.executeScript('held.close();');
  await page.driver.switchTo().window(second);
  await saved(page);
  assert.equal(await textOf(page, '.notice'), '');
  assert.equal(JSON.parse((await drafts(page))[0].body).profile.name, NAME);
});

test('tab_gives_way_to_a_newer_version_and_says_that_it_cannot_save_any_more', async (t) => {
  const page = await open(t);
  await begin(page, VI, NAME);
  await toQuestion(page, VI, 'M2');
  await saved(page);
  assert.equal(await put(page, 'cluster-ready', 99, 'drafts', 'id', []), null);
  await page.press('4');
  await page.waitForText(VI.say('newer.title'));
  assert.deepEqual(await chosen(page), ['M2-3']);
});

test('results_that_wait_are_listed_beside_drafts_of_a_newer_version', async (t) => {
  const page = await open(t, hostPage(widget(), LISTENING));
  await page.waitForHeading(VI.say('start.title'));
  await put(page, 'cluster-ready', 99, 'drafts', 'id', [{ id: 'a', later: true }]);
  await put(page, OUTBOX, 1, 'entries', 'key', [waiting('Một')]);
  await page.reload();
  await page.waitForText(VI.say('newer.title'));
  await page.waitForText(VI.say('send.all'));
  await page.waitForText('Cụm Một');
});

test('look_for_results_that_wait_leaves_no_database_behind', async (t) => {
  const page = await open(t, hostPage(widget('submit-url="http://nhan.example/in"'), LISTENING));
  page.record.expect(/submit-url/);
  await begin(page, VI, NAME);
  await page.click('button', VI.say('foot.erase'));
  await page.landed(VI.say('erase.title'));
  await page.click('button', VI.say('erase.do'));
  await page.landed(VI.say('start.title'));
  assert.ok(!(await databases(page)).includes(OUTBOX));
});

/** Runs before the page: counts what is read of the store. */
const COUNTING = `
  globalThis.reads = { one: 0, all: 0 };
  for (const [name, what] of [['get', 'one'], ['getAll', 'all']]) {
    const read = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function (...given) {
      if (this.name === 'drafts' && (name === 'get' || given[0] == null)) reads[what] += 1;
      return read.apply(this, given);
    };
  }`;

test('long_list_of_drafts_is_shown_without_reading_each_and_is_right_after_a_change', { skip: without('runFirst') }, async (t) => {
  const page = await open(t, { before: (browser) => browser.runFirst(COUNTING) });
  await begin(page, VI, NAME);
  await saved(page);
  const [stored] = await drafts(page);
  const named = (number) => ({ ...JSON.parse(stored.body), profile: { ...JSON.parse(stored.body).profile, name: `Cụm số ${number}.` } });
  const many = Array.from({ length: 60 }, (_, number) => ({ ...stored, id: `draft-${number}`, saved_at: number, body: JSON.stringify(named(number)) }));
  await page.click('button', /^Cluster Ready/);
  await put(page, 'cluster-ready', 1, 'drafts', 'id', many);
  const listed = () => page.inside(`return all('.task--draft').map((one) => flat(one.innerText));`);
  const all = () => page.waitFor(async () => {
    const list = await listed();
    return list.length === 61 && list;
  }, '61 drafts');
  await page.reload();
  const first = await all();
  assert.match(first[0], new RegExp(NAME));
  assert.match(first[1], /Cụm số 59\./);
  await page.reload();
  assert.deepEqual(await all(), first);
  assert.deepEqual(await page.driver.executeScript('return globalThis.reads;'), { one: 0, all: 0 });
  // Opened and changed, it is listed as it is now; erased, it is gone.
  await page.click('button', 'Cụm số 30.');
  await page.landed('Cụm số 30.');
  await page.click('button', VI.say('tasks.back'));
  await page.landed(VI.say('profile.title'));
  await page.typeInto('#name', ' đã sửa');
  await saved(page);
  await page.click('button', /^Cluster Ready/);
  await page.waitFor(async () => /Cụm số 30\. đã sửa/.test((await all())[0]), 'the changed draft first');
  await page.click('button', `${VI.say('start.erase')}: Cụm số 10.`);
  await page.click('button', VI.say('start.erase_sure'));
  await page.waitFor(async () => (await listed()).length === 60, '60 drafts');
  assert.ok(!(await listed()).some((one) => one.includes('Cụm số 10.')));
  assert.ok((await drafts(page)).every(({ id }) => !id.endsWith('draft-10')));
});

test('entry_that_is_not_understood_hides_no_other', async (t) => {
  const to = await receiver(t);
  const page = await open(t, hostPage(widget(`submit-url="${to.url}"`), LISTENING));
  page.record.allow(to.url);
  await page.waitForHeading(VI.say('start.title'));
  const far = { ...waiting('far', to.url), next: Date.now() * 2, bound: true, tries: 1 };
  await put(page, OUTBOX, 1, 'entries', 'key', [{ key: 'bad' }, { ...waiting('Hỏng', to.url), address: 'nowhere' }, far, waiting('Nơi Khác')]);
  await page.reload();
  await page.waitForText('Cụm Nơi Khác');
  // A time that no server may ask for is not waited for.
  await page.waitFor(() => to.kept.has('key-of-far'), 'the one that is due');
});

test('page_that_keeps_for_the_tab_does_not_speak_of_the_device', async (t) => {
  const page = await open(t, hostPage(widget('storage="session"')));
  await page.waitFor(() => page.inside(`return all('.root:not(.early)').length > 0 && !all('.early').length;`), 'the program');
  const texts = [await page.text()];
  await begin(page, VI, NAME);
  texts.push(await page.text());
  await page.click('button', /^Cluster Ready/);
  await page.waitForText(VI.say('tab.start.drafts'));
  texts.push(await page.text());
  await page.click('button', VI.say('tab.foot.erase'));
  await page.landed(VI.say('tab.erase.title'));
  await page.waitForText(VI.say('tab.erase.count.one', { count: 1 }));
  texts.push(await page.text());
  for (const text of texts) assert.doesNotMatch(text, /máy này/);
});
