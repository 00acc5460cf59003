// The outbox by itself, without a browser and with a clock that the test moves: waits, limits, and what an answer means.
import assert from 'node:assert/strict';
import test from 'node:test';

import { LIMIT_MS, asked, due, pause, permitted, words } from '../../src/element/outbox-post.js';
import { isSound } from '../../src/element/outbox-store.js';
import { open } from '../../src/element/outbox.js';
import { clock } from './product/clock.mjs';

const PAGE = 'https://page.example/a/';
const ADDRESS = 'https://receiver.example/results';
const RESULT = { draft: 'd1', mark: 'm1', title: 'Cụm Một', body: '{"format":"cluster-ready-result"}' };

/** All that waits for nothing but other promises has been done. */
const settle = async () => {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
  await new Promise((next) => { setImmediate(next); });
};

/** An outbox as in a page without storage; each try is answered by the next of `answers`, a function of the request. */
async function outbox(t, answers, address = ADDRESS) {
  const { pass } = clock(t);
  Object.assign(globalThis, { document: { baseURI: PAGE }, location: { origin: new URL(PAGE).origin } });
  Object.defineProperty(globalThis, 'navigator', { value: { onLine: false }, configurable: true });
  const tries = [];
  t.mock.method(globalThis, 'fetch', (url, request) => {
    tries.push({ url, ...request, at: Date.now() });
    const answer = answers.shift() ?? (() => new Response(null, { status: 201 }));
    return Promise.resolve().then(() => answer(request));
  });
  const events = [];
  const box = await open({ address, name: 'cluster-ready-outbox', keep: false }, (state, status) => state && events.push([state, status]));
  t.after(() => box.close());
  return { box, tries, events, pass };
}

const lost = () => { throw new TypeError('Failed to fetch'); };
const answered = (status, headers = {}, body = null) => () => new Response(body, { status, headers });
const json = (status, value, type = 'application/json') => answered(status, { 'Content-Type': type }, JSON.stringify(value));

test('address_has_to_be_secure_or_the_pages_own', () => {
  const goes = (address, page = PAGE) => permitted(address, page, new URL(page).origin).href;
  assert.equal(goes('https://other.example/in#part'), 'https://other.example/in');
  assert.equal(goes('/in?a=1'), 'https://page.example/in?a=1');
  assert.equal(goes('in', 'http://intranet.example/a/'), 'http://intranet.example/a/in');
  for (const near of ['http://localhost:8080/', 'http://a.localhost/', 'http://127.0.0.1:9/', 'http://[::1]/']) assert.equal(goes(near), near);
  for (const bad of [
    'http://other.example/', 'http://page.example/', 'ftp://other.example/', 'data:text/plain,a', 'javascript:alert(1)', 'blob:https://page.example/1',
    'https://', 'http://localhost.other.example/', 'http://127.0.0.1.other.example/', 'https://name:word@other.example/',
  ]) assert.throws(() => goes(bad), /submit-url/, bad);
  assert.throws(() => permitted('in', 'file:///home/page.html', 'null'), /not secure/);
});

test('waits_grow_twofold_up_to_a_quarter_of_an_hour_and_differ_by_chance', () => {
  assert.deepEqual([1, 2, 3, 4].map((tries) => pause(tries, 0)), [2000, 4000, 8000, 16000]);
  assert.deepEqual([1, 2].map((tries) => pause(tries, 1)), [1000, 2000]);
  assert.equal(pause(30, 0), 900_000);
  assert.equal(pause(5000, 0), 900_000);
});

test('retry_after_is_read_in_seconds_and_as_a_date_within_a_day', () => {
  const now = Date.parse('2026-11-26T10:00:00Z');
  assert.equal(asked('120', now), 120_000);
  assert.equal(asked('Thu, 26 Nov 2026 10:05:00 GMT', now), 300_000);
  assert.equal(asked('Thu, 26 Nov 2026 09:00:00 GMT', now), 0);
  assert.equal(asked('99999999', now), 86_400_000);
  assert.equal(asked('soon', now), undefined);
  assert.equal(asked(null, now), undefined);
});

test('stored_time_that_no_wait_reaches_counts_as_now', () => {
  const now = Date.parse('2026-11-26T10:00:00Z');
  const [quarter, day] = [900_000, 86_400_000];
  for (const [next, bound, expected] of [
    [0, false, 0], [now + quarter, false, now + quarter], [now + quarter + 1, false, now], [now + day, true, now + day], [now + day + 1, true, now],
    [now * 2, false, now], [now * 2, true, now], [now - day, true, now - day],
  ]) assert.equal(due({ next, bound }, now), expected, `${next} ${bound}`);
});

test('entry_that_is_not_understood_is_told_from_one_that_is', () => {
  const entry = {
    key: 'k', address: ADDRESS, ...RESULT, made: 1, state: 'waiting', tries: 0, next: 0, bound: false, at: 0, status: 0, said: '',
  };
  assert.ok(isSound(entry));
  for (const bad of [
    undefined, null, 'text', 3, {}, { ...entry, address: 'nowhere' }, { ...entry, address: undefined }, { ...entry, key: 1 }, { ...entry, body: null },
    { ...entry, made: Number.NaN }, { ...entry, tries: '1' }, { ...entry, next: Infinity }, { ...entry, state: 'later' }, { ...entry, said: {} },
  ]) assert.ok(!isSound(bad), JSON.stringify(bad));
});

test('servers_words_are_one_line_of_plain_text', () => {
  assert.equal(words('{"message":"Thiếu ngày đánh giá"}'), 'Thiếu ngày đánh giá');
  assert.equal(words('{"title":"Bad","detail":"The date\\nis missing"}'), 'The date is missing');
  assert.equal(words('{"title":"Only a title","message":" "}'), 'Only a title');
  assert.equal(words('{"message":"\\u202egnp.exe\\u0007 a"}'), 'gnp.exe a');
  assert.equal(words(JSON.stringify({ message: 'a'.repeat(1000) })).length, 300);
  for (const none of ['', 'null', '3', '[]', '{}', '{"message":{"a":1}}', '<p>no</p>']) assert.equal(words(none), '', none);
});

test('request_is_what_the_documentation_says', async (t) => {
  const { box, tries, events } = await outbox(t, []);
  await box.add(RESULT);
  const [one] = tries;
  assert.equal(one.url, ADDRESS);
  assert.deepEqual([one.method, one.credentials, one.redirect, one.referrerPolicy], ['POST', 'omit', 'error', 'no-referrer']);
  assert.equal(one.headers['Content-Type'], 'application/json');
  assert.match(one.headers['Idempotency-Key'], /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  assert.equal(one.body, RESULT.body);
  assert.deepEqual(events, [['waiting', 0], ['sending', 0], ['sent', 201]]);
  const [entry] = box.entries;
  assert.deepEqual([entry.state, entry.key, entry.title], ['sent', one.headers['Idempotency-Key'], '']);
});

test('key_is_random_without_a_secure_context_too', async (t) => {
  t.mock.method(globalThis.crypto, 'randomUUID');
  globalThis.crypto.randomUUID = undefined;
  t.after(() => { delete globalThis.crypto.randomUUID; });
  const { box, tries } = await outbox(t, []);
  await box.add(RESULT);
  assert.match(tries[0].headers['Idempotency-Key'], /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
});

for (const [what, answer, status] of [
  ['lost_connection', lost, 0],
  ...[408, 425, 429, 500, 502, 503, 504].map((code) => [`status_${code}`, answered(code), code]),
]) {
  test(`${what}_is_tried_again_later_and_later_under_the_same_key`, async (t) => {
    const { box, tries, events, pass } = await outbox(t, [answer, answer, answer]);
    await box.add(RESULT);
    assert.equal(tries.length, 1);
    for (const [least, most] of [[1000, 2000], [2000, 4000], [4000, 8000]]) {
      const before = tries.length;
      pass(least - 1);
      await settle();
      assert.equal(tries.length, before, 'not yet');
      pass(most - least + 2);
      await settle();
      assert.equal(tries.length, before + 1, 'now');
    }
    assert.equal(new Set(tries.map((one) => one.headers['Idempotency-Key'])).size, 1);
    assert.equal(box.entries[0].state, 'sent');
    assert.deepEqual(events.filter(([state]) => state === 'waiting'), [['waiting', 0], ['waiting', status], ['waiting', status], ['waiting', status]]);
  });
}

test('server_that_asks_to_wait_is_left_alone_until_then', async (t) => {
  const { box, tries, pass } = await outbox(t, [answered(429, { 'Retry-After': '3600' })]);
  await box.add(RESULT);
  box.tryAll(); // the network is back: no reason to hurry
  pass(3_599_000);
  await settle();
  assert.equal(tries.length, 1);
  pass(1_001);
  await settle();
  assert.equal(tries.length, 2);
});

test('server_that_asks_for_no_wait_is_not_hurried_all_the_same', async (t) => {
  const { box, tries, pass } = await outbox(t, Array(100).fill(answered(503, { 'Retry-After': '0' })));
  await box.add(RESULT);
  for (let second = 0; second < 60; second += 1) {
    pass(1_000);
    await settle();
  }
  assert.ok(tries.length >= 4 && tries.length <= 7, `${tries.length} tries in a minute`);
});

test('person_may_try_before_the_server_wants_it', async (t) => {
  const { box, tries } = await outbox(t, [answered(503, { 'Retry-After': '3600' })]);
  await box.add(RESULT);
  await box.again(box.entries[0].key);
  assert.equal(tries.length, 2);
  assert.equal(box.entries[0].state, 'sent');
});

test('network_that_is_back_means_a_try_at_once', async (t) => {
  const { box, tries } = await outbox(t, [lost]);
  await box.add(RESULT);
  box.tryAll();
  await settle();
  assert.equal(tries.length, 2);
});

test('conflict_on_the_key_counts_as_received', async (t) => {
  const { box, events } = await outbox(t, [lost, answered(409)]);
  await box.add(RESULT);
  box.tryAll();
  await settle();
  assert.equal(box.entries[0].state, 'sent');
  assert.deepEqual(events.at(-1), ['sent', 409]);
});

for (const [status, answer, said] of [
  [400, json(400, { message: 'Thiếu ngày' }), 'Thiếu ngày'],
  [422, json(422, { title: 'Unprocessable', detail: 'No date' }, 'application/problem+json; charset=utf-8'), 'No date'],
  [404, answered(404, { 'Content-Type': 'text/html' }, '{"message":"<b>html</b>"}'), ''],
  [413, json(413, { message: 'x'.repeat(70_000) }), ''],
  [403, answered(403), ''],
]) {
  test(`status_${status}_is_final_until_a_person_tries_again`, async (t) => {
    const { box, tries, events, pass } = await outbox(t, [answer]);
    await box.add(RESULT);
    const [entry] = box.entries;
    assert.deepEqual([entry.state, entry.status, entry.said], ['refused', status, said]);
    box.tryAll();
    pass(86_400_000);
    await settle();
    assert.equal(tries.length, 1);
    await box.again(entry.key);
    assert.equal(box.entries[0].state, 'sent');
    assert.equal(tries[1].headers['Idempotency-Key'], tries[0].headers['Idempotency-Key']);
    assert.deepEqual(events.slice(2), [['refused', status], ['sending', 0], ['sent', 201]]);
  });
}

test('try_without_an_answer_is_given_up_after_its_limit', async (t) => {
  const never = ({ signal }) => new Promise((_, fail) => { signal.addEventListener('abort', () => fail(signal.reason)); });
  const { box, tries, pass } = await outbox(t, [never]);
  const adding = box.add(RESULT);
  await settle();
  assert.equal(box.entries[0].state, 'sending');
  pass(LIMIT_MS - 1);
  await settle();
  assert.equal(box.entries[0].state, 'sending');
  pass(10_000);
  await adding;
  assert.deepEqual([box.entries[0].state, box.entries[0].status], ['waiting', 0]);
  pass(2_000);
  await settle();
  assert.equal(tries.length, 2);
});

/** A reply whose body begins and never ends; `state.cancelled` once nobody waits for more. */
function endless(status, type, state) {
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"message":"')),
    cancel: () => { state.cancelled = true; },
  });
  return () => new Response(body, { status, headers: { 'Content-Type': type } });
}

for (const [status, type, outcome] of [
  [201, 'application/json', 'sent'], [409, 'text/plain', 'sent'], [503, 'application/json', 'waiting'], [404, 'text/html', 'refused'], [400, 'application/json', 'refused'],
]) {
  test(`reply_${status}_whose_${type.replace('/', '_')}_never_ends_is_let_go`, async (t) => {
    const state = {};
    const { box, pass } = await outbox(t, [endless(status, type, state)]);
    const adding = box.add(RESULT);
    await settle();
    if (status === 400) pass(10_001); // its words are waited for
    await settle();
    assert.ok(state.cancelled, 'the connection is free');
    await adding;
    assert.deepEqual([box.entries[0].state, box.entries[0].status, box.entries[0].said], [outcome, status, '']);
  });
}

test('what_is_taken_back_is_stopped_and_not_tried_again', async (t) => {
  let stopped = false;
  const never = ({ signal }) => new Promise((_, fail) => {
    signal.addEventListener('abort', () => { stopped = true; fail(signal.reason); });
  });
  const { box, tries, events, pass } = await outbox(t, [never]);
  const adding = box.add(RESULT);
  await settle();
  await box.takeBack(box.entries[0].key);
  await adding;
  assert.ok(stopped);
  pass(86_400_000);
  await settle();
  assert.equal(tries.length, 1);
  assert.deepEqual(box.entries, []);
  assert.deepEqual(events.at(-1), ['withdrawn', 0]);
});

test('later_version_of_a_draft_takes_the_place_of_the_one_received', async (t) => {
  const { box, tries } = await outbox(t, []);
  await box.add(RESULT);
  await box.add({ ...RESULT, mark: 'm2' });
  assert.deepEqual(box.entries.map((one) => one.mark), ['m2']);
  assert.notEqual(tries[0].headers['Idempotency-Key'], tries[1].headers['Idempotency-Key']);
});

test('closed_outbox_tries_nothing_and_tells_nothing', async (t) => {
  const { box, tries, events, pass } = await outbox(t, [lost]);
  await box.add(RESULT);
  const told = events.length;
  box.close();
  pass(86_400_000);
  await settle();
  assert.equal(tries.length, 1);
  assert.equal(events.length, told);
});

test('address_that_may_not_be_sent_to_opens_no_outbox', async (t) => {
  const said = t.mock.method(console, 'error', () => {});
  await assert.rejects(outbox(t, [], 'http://receiver.example/'), /not secure/);
  assert.match(said.mock.calls[0].arguments[0], /^cluster-ready: submit-url=.* Nothing is sent\.$/);
});
