// Sending the result to where the page asks for it, against a server that fails on purpose.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import Ajv from 'ajv/dist/2020.js';

import { ROOT, freePort, open, without } from './harness/index.mjs';
import { textOf } from './product/begin.mjs';
import { Gallery } from './product/gallery.mjs';
import { golden } from './product/golden.mjs';
import { LISTENING, call, heard, hostPage } from './product/host_page.mjs';
import { resultFile } from './product/open_file.mjs';
import { receiver } from './product/receiver.mjs';
import { EN, MODEL, VI, indicator } from './product/words.mjs';

const NAME = 'Cụm Gửi Đi';
const BRAND = 'Sở Công Thương';
const NOTES = { M2: { note: 'Hỏi ông An', evidence: 'Sổ 3', origin: 'records' } };
const RESULT = JSON.parse(resultFile(MODEL, golden('typical-multi-industry').answers, { profile: { name: NAME, assessed: '2026-11-20' }, notes: NOTES }));
const holds = new Ajv({ validateFormats: false, strict: false })
  .compile(JSON.parse(readFileSync(join(ROOT, 'docs/schema/result.schema.json'), 'utf8')));

const widget = (url, more = '') => `<cluster-ready id="one" lang="vi" brand-name="${BRAND}" submit-url="${url}" ${more}></cluster-ready>`;
const result = VI.say('result.title_of', { cluster: NAME });
const offer = VI.say('send.to', { name: BRAND });
const [WAITING, SENT, REFUSED] = ['waiting', 'received', 'refused'].map((state) => VI.say(`send.${state}.title`));

/** Opens a page that sends to the receiver. */
async function sending(t, to, { more = '', head = LISTENING, ...options } = {}) {
  const page = await open(t, { ...hostPage(widget(to.url, more), head), ...options });
  page.record.allow(to.url);
  page.record.expect(new RegExp(to.host));
  await page.waitForHeading(VI.say('start.title'));
  return page;
}

async function toForm(page) {
  assert.deepEqual(await call(page, 'loadResult', RESULT), { value: null });
  await page.waitForHeading(result);
  await page.click('button', offer);
  await page.landed(offer);
}

/** From a result on the screen: agrees and sends. */
async function agree(page) {
  await page.click('checkbox', /./);
  await page.click('button', VI.say('send.go'));
}

const again = (page) => page.click('button', VI.say('send.again'));
const states = async (page) => (await heard(page, 'submit')).map(({ detail }) => [detail.state, detail.status]);
const status = (page) => textOf(page, '[role=status].lead');
const tried = (page, to, count) => page.waitFor(() => to.tries.length >= count, `try ${count}`);

/** What the outbox has on the device, without opening it for the page; nothing where there is none. */
const onDevice = (page) => page.driver.executeAsyncScript(`
  const done = arguments[0];
  indexedDB.databases().then((all) => {
    if (!all.some(({ name }) => name === 'cluster-ready-outbox')) return done(null);
    const opening = indexedDB.open('cluster-ready-outbox');
    // Erased just now: it is not made anew.
    opening.onupgradeneeded = () => opening.transaction.abort();
    opening.onerror = () => done(null);
    opening.onsuccess = () => {
      const all = opening.result.transaction('entries').objectStore('entries').getAll();
      all.onsuccess = () => { opening.result.close(); done(all.result); };
    };
  });`);

for (const words of [VI, EN]) {
  test(`what_is_shown_is_what_is_sent_after_a_yes_in_${words.language}`, async (t) => {
    const to = await receiver(t);
    const page = await sending(t, to);
    const gallery = new Gallery(page, words.language);
    await call(page, 'loadResult', RESULT);
    await page.waitForHeading(result);
    if (words === EN) {
      await page.click('button', VI.switch);
      await page.waitForHeading(EN.say('result.title_of', { cluster: NAME }));
    }
    const to_ = words.say('send.to', { name: BRAND });
    await page.click('button', to_);
    await page.landed(to_);
    await gallery.take('send-form');
    const text = await page.text();
    for (const part of [to.host, NAME, words.say('send.notes.one', { count: 1 }), words.say('send.evidence.one', { count: 1 })]) {
      assert.ok(text.includes(part), part);
    }
    assert.deepEqual(to.tries, [], 'nothing is sent before');

    await page.tabTo(words.say('send.go'));
    await page.press('Enter');
    await page.waitFor(async () => (await textOf(page, '.error-summary')).includes(words.say('send.consent_missing')), 'the error summary');
    await page.waitFor(() => page.inside(`return active()?.matches('.error-summary') === true;`), 'the focus on it');
    await gallery.take('send-form-error');
    assert.deepEqual(to.tries, [], 'nothing is sent without a yes');
    await page.tabTo(words.say('send.consent_missing'));
    await page.press('Enter');
    await page.waitFor(async () => (await page.focusedId()) === 'send-consent', 'the focus on the box');
    await page.press('Space');

    await page.click('button', words.like('send.written.other'));
    await page.waitForText('Hỏi ông An');
    await gallery.take('send-form-written');
    await page.click('button', words.like('send.exact'));
    const shown = await page.inside(`return all('.send__json')[0].textContent;`);
    await page.review(`${words.language}-send-form-all`); // the text itself may hold what the gallery takes for a gap
    await page.tabTo(words.say('send.go'));
    await page.press('Enter');
    await page.landed(words.say('send.received.title'));
    await gallery.take('send-received');

    const [one, ...others] = to.tries;
    assert.deepEqual(others, []);
    assert.equal(one.body, shown);
    assert.ok(holds(JSON.parse(one.body)), JSON.stringify(holds.errors));
    assert.equal(JSON.parse(one.body).profile.name, NAME);
    assert.equal(one.headers['content-type'], 'application/json');
    assert.match(one.key, /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    assert.deepEqual([one.headers.cookie, one.headers.referer], [undefined, undefined]);
    assert.ok((await page.text()).includes(one.key), 'the reference');
    assert.deepEqual(await states(page), [['waiting', null], ['sending', null], ['sent', 201]]);
    assert.ok(!JSON.stringify(await heard(page, 'submit')).includes(NAME));

    // Of what was received only a receipt is kept.
    const [entry] = await onDevice(page);
    assert.deepEqual([entry.state, entry.body, entry.title], ['sent', '', '']);
    await page.click('button', words.say('send.back'));
    await page.landed(words.say('result.title_of', { cluster: NAME }));
    await page.waitForText(words.like('send.received.line'));
    await gallery.take('send-result-line');
    gallery.end();
  });
}

test('server_that_fails_in_every_way_gets_one_record_in_the_end', { skip: without('kill') }, async (t) => {
  let release;
  const slow = new Promise((done) => { release = done; });
  const json = { 'Content-Type': 'application/json' };
  const to = await receiver(t, [
    'drop', 500, { wait: slow, status: 503 }, { status: 429, headers: { 'Retry-After': '3600' } }, { status: 425 },
    { status: 400, headers: json, body: JSON.stringify({ message: 'Thiếu <b>mã</b> cụm' }) }, 'keep and drop',
  ]);
  const page = await sending(t, to, { ownBrowser: true });
  const gallery = new Gallery(page, 'vi');
  await toForm(page);
  await agree(page);
  await page.landed(WAITING);
  // The first one is dropped; it is tried again by itself, and answered 500.
  await tried(page, to, 2);
  await page.waitFor(async () => (await status(page)) === VI.say('send.busy', { host: to.host, status: 500 }), 'the words for 500');
  await gallery.take('send-waiting');
  await page.waitForText(VI.say('send.kept'));

  // A slow answer: the page is reloaded meanwhile.
  await again(page);
  await tried(page, to, 3);
  await page.waitFor(async () => (await status(page)) === VI.say('send.sending', { host: to.host }), 'the words for sending');
  await gallery.take('send-sending');
  await page.reload();
  release();
  // It goes on by itself after the reload, and is told to wait for an hour.
  await tried(page, to, 4);
  await page.waitForHeading(WAITING);
  await page.waitFor(async () => (await status(page)) === VI.say('send.busy', { host: to.host, status: 429 }), 'the words for 429');
  await page.waitForText(VI.like('send.next_bound'));
  // The browser dies; the next one leaves the server alone, as it asked, until a person wants it.
  await page.killAndReopen();
  await page.waitForHeading(VI.say('start.title'));
  await page.click('button', NAME);
  await page.landed(WAITING);
  assert.equal(to.tries.length, 4);
  await again(page);
  await tried(page, to, 5);
  await page.waitFor(async () => (await status(page)) === VI.say('send.busy', { host: to.host, status: 425 }), 'the words for 425');

  await again(page);
  await page.landed(REFUSED);
  const text = await page.text();
  assert.ok(text.includes(VI.say('send.refused.contents', { host: to.host, status: 400 })));
  assert.ok(text.includes('Thiếu <b>mã</b> cụm'), 'the words of the server, as they are');
  await gallery.take('send-refused');
  await page.click('button', VI.say('foot.save'));
  assert.equal(JSON.parse((await page.takeDownload(/\.cluster-ready\.json$/)).text).profile.name, NAME);

  // Received, but the answer is lost: the next try says so, and there is one record.
  await page.click('button', VI.say('send.retry'));
  await tried(page, to, 7);
  await page.waitForHeading(SENT);
  assert.equal(to.tries.length, 8);
  assert.equal(to.kept.size, 1);
  assert.equal(new Set(to.tries.map((one) => one.key)).size, 1, 'one key throughout');
  assert.equal(new Set(to.tries.map((one) => one.body)).size, 1, 'one text throughout');
  assert.deepEqual((await states(page)).at(-1), ['sent', 409]);
  gallery.end();
});

test('offline_day_ends_with_the_network_or_with_the_next_visit', { skip: without('close', 'disconnect') }, async (t) => {
  const to = await receiver(t);
  const page = await sending(t, to, { ownBrowser: true });
  page.record.expect(/ERR_INTERNET_DISCONNECTED/);
  await toForm(page);
  await page.browser.disconnect();
  await agree(page);
  await page.landed(WAITING);
  await page.waitFor(async () => (await status(page)) === VI.say('send.offline'), 'the words for no network');
  await page.screenshot('vi-send-offline');
  assert.deepEqual(to.tries, []);
  // The browser is closed in good order and started again, with a network.
  await page.record.read();
  await page.browser.close();
  await page.browser.restart();
  await page.open();
  await tried(page, to, 1);
  await page.waitFor(async () => (await onDevice(page))[0].state === 'sent', 'the receipt');

  // And once more, with the network coming back while the page is open.
  await toForm(page);
  await page.browser.disconnect();
  await agree(page);
  await page.landed(WAITING);
  await page.waitFor(async () => (await status(page)) === VI.say('send.offline'), 'the words for no network');
  await page.browser.disconnect(false);
  await page.waitForHeading(SENT);
  assert.equal(to.kept.size, 2);
});

for (const [what, source] of [['with_locks', ''], ['without_locks', 'Object.defineProperty(Navigator.prototype, "locks", { value: undefined });']]) {
  test(`two_tabs_leave_one_record_${what}`, { skip: without('runFirst') }, async (t) => {
    let release;
    const slow = new Promise((done) => { release = done; });
    const to = await receiver(t, what === 'with_locks' ? [{ wait: slow }] : [{ wait: slow }, { wait: slow }]);
    const prepared = (browser) => browser.runFirst(source);
    const page = await sending(t, to, { before: prepared });
    await toForm(page);
    await agree(page);
    await tried(page, to, 1);
    const first = await page.driver.getWindowHandle();
    await page.browser.newWindow();
    await prepared(page.browser);
    await page.driver.get(page.url);
    await page.waitForHeading(VI.say('start.title'));
    // Its outbox is open once it has asked what is in it.
    await page.waitFor(() => page.driver.executeScript(`return performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/outbox.js'));`), 'the outbox');
    await call(page, 'loadResult', { ...RESULT, profile: { name: 'Cụm Khác' } });
    await page.click('button', offer);
    await page.landed(offer);
    await page.waitForText(VI.say('send.others'));
    if (what === 'without_locks') await tried(page, to, 2);
    else assert.equal(to.tries.length, 1, 'the first tab is still sending it');
    await page.screenshot('vi-send-others');
    release();
    await page.waitFor(async () => !(await page.text()).includes(VI.say('send.others')), 'the second tab to hear of it');
    await page.driver.switchTo().window(first);
    await page.waitForHeading(SENT);
    assert.equal(to.kept.size, 1);
    assert.equal(new Set(to.tries.map((one) => one.key)).size, 1);
    if (what === 'with_locks') assert.equal(to.tries.length, 1);
  });
}

test('what_waits_can_be_taken_back_and_is_not_sent_by_a_later_visit', async (t) => {
  const to = await receiver(t, [{ wait: new Promise(() => {}) }]);
  const page = await sending(t, to);
  await toForm(page);
  await agree(page);
  await tried(page, to, 1);
  await page.click('button', VI.say('send.take_back'));
  await page.landed(offer);
  await page.waitFor(() => page.inside(`return all('[role=status]').some((one) => flat(one.textContent) === arguments[0]);`, VI.say('send.taken_begun')), 'what it means');
  assert.deepEqual((await states(page)).at(-1), ['withdrawn', null]);
  assert.deepEqual(await onDevice(page), []);
  await page.reload();
  await page.waitForHeading(offer);
  await page.find('button', VI.say('send.go'));
  assert.equal(to.tries.length, 1);
});

test('answers_changed_after_sending_are_offered_anew_under_another_key', async (t) => {
  const to = await receiver(t);
  const page = await sending(t, to);
  await toForm(page);
  await agree(page);
  await page.landed(SENT);
  await page.click('button', VI.say('send.back'));
  await page.landed(result);
  await page.click('button', VI.say('question.tasks'));
  await page.landed(NAME);
  await page.click('button', VI.of(MODEL.dimensions[0].name));
  await page.click('button', VI.rail(indicator('M2')));
  await page.landed(VI.of(indicator('M2').question));
  await page.press('1');
  await page.click('button', VI.say('question.tasks'));
  await page.landed(NAME);
  await page.click('button', VI.say('tasks.result'));
  await page.landed(result);
  await page.waitForText(VI.say('send.changed'));
  await page.click('button', offer);
  await page.landed(offer);
  await page.waitForText(VI.like('send.before'));
  await agree(page);
  await page.landed(SENT);
  assert.equal(to.kept.size, 2);
  const levels = [...to.kept.values()].map((body) => JSON.parse(body).answers.M2.level);
  assert.equal(levels[1], 0);
  assert.notEqual(levels[0], levels[1]);
  assert.equal((await onDevice(page)).length, 1, 'one receipt for a draft');
});

for (const [what, more, source] of [
  ['page_that_keeps_nothing', 'storage="none"', ''],
  ['page_that_keeps_for_the_tab', 'storage="session"', ''],
  ['browser_without_storage', '', "Object.defineProperty(window, 'indexedDB', { value: undefined });"],
]) {
  test(`${what}_sends_as_long_as_it_is_open_and_says_so`, { skip: without('runFirst') }, async (t) => {
    const to = await receiver(t, ['drop']);
    const before = (browser) => browser.runFirst(source);
    const page = await sending(t, to, { more, before });
    await toForm(page);
    await page.waitForText(VI.say('send.not_kept'));
    await page.driver.executeScript(`window.setTimeout = ((real) => (act, wait) => (wait > 500 ? 0 : real(act, wait)))(setTimeout);`); // no try by itself
    await agree(page);
    await page.landed(WAITING);
    await page.waitForText(VI.say('send.keep_open'));
    await page.waitFor(async () => (await status(page)) === VI.say('send.no_answer', { host: to.host }), 'no answer');
    if (!source) assert.equal(await onDevice(page), null);
    await again(page);
    await page.landed(SENT);
    assert.equal(to.kept.size, 1);
  });
}

for (const [url, reason] of [['http://nhan.example/in', /not secure/], ['ftp://nhan.example/in', /not secure/], ['https://', /no address/]]) {
  test(`address_${url}_is_told_to_the_page_and_nothing_is_offered`, async (t) => {
    const page = await open(t, hostPage(widget(url), LISTENING));
    page.record.expect(/cluster-ready: submit-url/);
    const [{ detail }] = await page.waitFor(async () => {
      const told = await heard(page, 'error');
      return told.length > 0 && told;
    }, 'the event');
    assert.equal(detail.reason, 'submit-url');
    assert.match(detail.detail, reason);
    assert.equal((await page.record.allErrors()).filter((line) => line.includes('submit-url')).length, 1);
    await call(page, 'loadResult', RESULT);
    await page.waitForHeading(result);
    assert.deepEqual(await page.named('button', offer), []);
    assert.equal(await onDevice(page), null);
  });
}

test('script_for_sending_that_does_not_come_is_told_and_can_be_asked_for_again', async (t) => {
  const to = await receiver(t);
  const state = { gone: true };
  const answer = (path) => (state.gone && path === '/outbox.js' ? { status: 404, body: 'gone' } : undefined);
  const page = await open(t, hostPage(widget(to.url), LISTENING, { answer }));
  page.record.allow(to.url);
  page.record.expect(/outbox\.js/);
  await page.waitForHeading(VI.say('start.title'));
  await toForm(page);
  await page.waitForText(VI.say('send.not_loaded'));
  await page.review('vi-send-not-loaded');
  state.gone = false;
  await page.click('button', VI.say('later.missing.again'));
  await agree(page);
  await page.landed(SENT);
});

test('policy_of_the_page_that_forbids_the_address_is_explained_on_the_console', async (t) => {
  const to = await receiver(t);
  const policy = `<meta http-equiv="Content-Security-Policy" content="connect-src 'self'">`;
  const page = await sending(t, to, { head: LISTENING + policy });
  await toForm(page);
  await agree(page);
  await page.landed(WAITING);
  await page.waitFor(async () => (await page.record.warnings()).some((line) => /cluster-ready: no answer came from .*connect-src/.test(line)), 'the line');
  assert.deepEqual(to.tries, []);
});

test('erasing_everything_takes_what_waits_too', async (t) => {
  const to = await receiver(t, ['drop', 'drop']);
  const page = await sending(t, to);
  await toForm(page);
  await agree(page);
  await page.waitFor(async () => (await status(page)) === VI.say('send.no_answer', { host: to.host }), 'no answer');
  await page.click('button', VI.say('foot.erase'));
  await page.landed(VI.say('erase.title'));
  await page.waitForText(VI.say('send.erase.one', { count: 1 }));
  await page.screenshot('vi-send-erase');
  await page.click('button', VI.say('erase.do'));
  await page.landed(VI.say('start.title'));
  await page.waitFor(async () => (await onDevice(page)).length === 0, 'an empty outbox');
});

test('page_that_no_longer_sends_erases_what_was_left', async (t) => {
  const to = await receiver(t, Array(20).fill('drop'));
  const page = await sending(t, to);
  await toForm(page);
  await agree(page);
  await page.waitFor(async () => (await onDevice(page))?.length === 1, 'something that waits');
  await page.driver.executeScript(`
    const other = document.createElement('cluster-ready');
    document.getElementById('one').replaceWith(other);`);
  await page.waitFor(() => page.heading(), 'the other widget');
  const before = to.tries.length;
  await call(page, 'reset', { erase: true });
  await page.waitFor(async () => (await onDevice(page)) === null, 'no outbox');
  assert.ok(to.tries.length - before <= 1, 'at most the try that was under way');
});

test('page_says_from_the_start_that_something_may_be_sent', async (t) => {
  const to = await receiver(t);
  const page = await sending(t, to);
  await page.waitFor(() => page.server.requests.includes('/outbox.js'), 'the outbox');
  const text = await page.text();
  assert.ok(text.includes(VI.say('start.fact.device_sending')));
  assert.match(text, VI.like('foot.privacy_sending'));
  assert.ok(!text.includes(VI.say('start.fact.device_text')));
});

test('worked_example_is_not_sent', async (t) => {
  const to = await receiver(t);
  const page = await sending(t, to);
  await page.click('button', VI.say('start.example'));
  await page.waitForText(VI.say('example.mark'));
  await page.find('button', VI.say('result.print'));
  assert.deepEqual(await page.named('button', offer), []);
});

test('server_of_the_documentation_keeps_what_it_is_sent', async (t) => {
  const [, script] = /```js\n(\/\/ receive\.mjs[^]*?)```/.exec(readFileSync(join(ROOT, 'docs/embedding.md'), 'utf8'));
  const folder = await mkdtemp(join(tmpdir(), 'cluster-ready-received-'));
  await writeFile(join(folder, 'receive.mjs'), script);
  const port = await freePort();
  const to = { url: `http://127.0.0.1:${port}/`, host: `127.0.0.1:${port}` };
  const page = await sending(t, to);
  const env = { ...process.env, PAGE: new URL(page.url).origin, FOLDER: folder, PORT: String(port) };
  const server = spawn(process.execPath, [join(folder, 'receive.mjs')], { env, stdio: 'inherit' });
  t.after(async () => {
    if (server.kill()) await once(server, 'exit');
    await rm(folder, { recursive: true });
  });
  await toForm(page);
  await agree(page);
  // It may not listen yet: then it is tried again.
  await page.waitForHeading(SENT);
  const [file, ...others] = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  assert.deepEqual(others, []);
  assert.ok((await page.text()).includes(file.replace('.json', '')));
  assert.ok(holds(JSON.parse(await readFile(join(folder, file), 'utf8'))));
  const refused = await fetch(to.url, { method: 'POST', headers: { 'Idempotency-Key': file.replace('.json', '') }, body: '{}' });
  assert.deepEqual([refused.status, await refused.json()], [422, { message: 'This is not a result.' }]);
});
