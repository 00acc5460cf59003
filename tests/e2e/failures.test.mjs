// What stands in the way of the widget on somebody else's page: a sentence for the person, a line for the web master, and
// never a blank place.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { DIST, open, without } from './harness/index.mjs';
import { LISTENING, heard, hostPage } from './product/host_page.mjs';
import { VI } from './product/words.mjs';

const BODY = '<cluster-ready id="one" lang="vi"><p id="light">Hãy gọi phòng quản lý cụm.</p></cluster-ready>';
const policy = (text) => `<meta http-equiv="Content-Security-Policy" content="${text}">`;
const only = (path, own) => (asked) => (asked === path ? own : undefined);
const HTML = { headers: { 'Content-Type': 'text/html' }, body: '<!doctype html><title>Không tìm thấy</title>' };

const ours = (lines) => lines.filter((line) => line.includes('cluster-ready:'));
const lightShows = (page) => page.inside(`return visible(document.getElementById('light'));`);

/** The widget has stopped with this sentence, one line on the console, the event and the light DOM. */
async function stopped(page, reason, sentence, line, { again = false } = {}) {
  await page.waitForText(sentence);
  assert.ok(await lightShows(page), 'the light DOM shows');
  const told = ours(await page.record.allErrors());
  assert.equal(told.length, 1, told.join('\n'));
  assert.match(told[0], line);
  assert.deepEqual((await heard(page, 'error')).map((one) => one.detail.reason), [reason]);
  assert.equal((await page.named('button', 'Thử lại')).length, again ? 1 : 0);
  await page.axe();
  await page.noHorizontalScroll();
}

/** Opens a page on which the widget will stop. */
async function failing(t, options) {
  const page = await open(t, options);
  page.record.expect(/./);
  return page;
}

test('policy_without_wasm_names_what_it_lacks', async (t) => {
  const head = policy("default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self'; connect-src 'self'; img-src data:") + LISTENING;
  const page = await failing(t, hostPage(BODY, head));
  await stopped(page, 'policy', 'Thiết lập bảo mật của trang này chưa cho công cụ chạy.', /(?:wasm-eval|WebAssembly).*script-src 'self' 'wasm-unsafe-eval'/);
  await page.review('stopped-policy');
});

test('policy_without_connections_names_what_it_lacks', async (t) => {
  const head = policy("default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self'; img-src data:") + LISTENING;
  const page = await failing(t, hostPage(BODY, head));
  await stopped(page, 'policy', 'Thiết lập bảo mật của trang này chưa cho công cụ chạy.', /connect-src.*It needs: .*connect-src 'self'/);
});

test('policy_of_trusted_types_is_told_as_what_it_is', async (t) => {
  const page = await failing(t, hostPage(BODY, LISTENING + policy("require-trusted-types-for 'script'")));
  await stopped(page, 'policy', 'Thiết lập bảo mật của trang này chưa cho công cụ chạy.', /Trusted|Sink type mismatch/);
});

test('program_with_a_wrong_media_type_runs_and_the_line_says_how_to_do_better', async (t) => {
  const answer = (path) => (path.endsWith('.wasm') ? { headers: { 'Content-Type': 'application/octet-stream' } } : undefined);
  const page = await open(t, hostPage(BODY, LISTENING, { answer }));
  await page.waitForHeading(VI.say('start.title'));
  const told = ours(await page.record.warnings());
  assert.equal(told.length, 1, told.join('\n'));
  assert.match(told[0], /app_bg\.wasm came as application\/octet-stream.*AddType application\/wasm \.wasm/);
  assert.deepEqual(await heard(page, 'error'), []);
});

for (const [what, own, line] of [
  ['page_in_place_of_the_program', HTML, /app_bg\.wasm is no WebAssembly but came as text\/html/],
  ['page_of_an_error_in_place_of_the_program', { ...HTML, status: 404 }, /app_bg\.wasm answered HTTP 404/],
]) {
  test(`${what}_is_told`, async (t) => {
    const page = await failing(t, hostPage(BODY, LISTENING, { answer: only('/app_bg.wasm', own) }));
    await stopped(page, 'files', 'Trang này thiếu tệp của công cụ', line, { again: true });
  });
}

for (const [what, path, own, line] of [
  ['script_that_is_not_there', '/app.js', { status: 404, body: 'gone' }, /app\.js answered HTTP 404/],
  ['page_in_place_of_the_script', '/app.js', HTML, /app\.js came as text\/html/],
  ['style_sheet_that_is_not_there', '/style.css', { status: 404, body: 'gone' }, /style\.css answered HTTP 404/],
  ['page_in_place_of_the_style_sheet', '/style.css', HTML, /style\.css came as text\/html/],
  ['page_that_says_it_is_a_style_sheet', '/style.css', { ...HTML, headers: { 'Content-Type': 'text/css' } }, /style\.css came as text\/css.* is no style sheet of this build/],
  ['empty_style_sheet', '/style.css', { headers: { 'Content-Type': 'text/css' }, body: '' }, /no style sheet of this build/],
  ['style_sheet_of_another_build', '/style.css', { headers: { 'Content-Type': 'text/css' }, body: ':host { --cluster-ready-styles: another } p { color: red }' }, /no style sheet of this build/],
  ['program_of_another_build', '/app_bg.wasm', { headers: { 'Content-Type': 'application/wasm' }, body: Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]) }, /perhaps they are of two builds/],
]) {
  test(`${what}_is_told`, async (t) => {
    const page = await failing(t, hostPage(BODY, LISTENING, { answer: only(path, own) }));
    await stopped(page, 'files', 'Trang này thiếu tệp của công cụ', line, { again: true });
  });
}

test('browser_without_webassembly_is_told_which_one_would_do', { skip: without('runFirst') }, async (t) => {
  const before = (browser) => browser.runFirst('delete globalThis.WebAssembly;');
  const page = await failing(t, { ...hostPage(BODY, LISTENING), before });
  await stopped(page, 'browser', 'Trình duyệt này quá cũ.', /has no WebAssembly/);
});

test('program_that_the_browser_cannot_read_is_told_as_its_age', async (t) => {
  const bytes = readFileSync(join(DIST, 'app_bg.wasm'));
  // A section of a number that no browser knows.
  const own = { headers: { 'Content-Type': 'application/wasm' }, body: Buffer.concat([bytes.subarray(0, 8), Buffer.from([99, 0])]) };
  const page = await failing(t, hostPage(BODY, LISTENING, { answer: only('/app_bg.wasm', own) }));
  await stopped(page, 'browser', 'Trình duyệt này quá cũ.', /cannot read app_bg\.wasm/);
});

// ── The program stops before its view is there ────────────────────────────────────────────────

const CRASH = 'Công cụ gặp lỗi và đã dừng.';

/** The program with no more memory than it begins with. */
function withoutMemory() {
  const bytes = readFileSync(join(DIST, 'app_bg.wasm'));
  const number = (at) => {
    let [value, shift, next] = [0, 0, at];
    for (;; shift += 7) {
      const byte = bytes[next];
      next += 1;
      value |= (byte & 127) << shift;
      if (byte < 128) return [value, next];
    }
  };
  for (let at = 8; at < bytes.length;) {
    const [length, content] = number(at + 1);
    if (bytes[at] === 5) {
      const [pages] = number(content + 2);
      const counted = [pages & 127 | 128, pages >> 7 & 127 | 128, pages >> 14]; // in three bytes, as often as needed
      const section = Buffer.from([1, 1, ...counted, ...counted]);
      return Buffer.concat([bytes.subarray(0, at), Buffer.from([5, section.length]), section, bytes.subarray(content + length)]);
    }
    at = content + length;
  }
  throw new Error('app_bg.wasm has no memory');
}

test('program_without_memory_is_told', async (t) => {
  const own = { headers: { 'Content-Type': 'application/wasm' }, body: withoutMemory() };
  const page = await failing(t, hostPage(BODY, LISTENING, { answer: only('/app_bg.wasm', own) }));
  // Where it goes on for a while, it is made to need more.
  await page.waitFor(async () => {
    if ((await page.text()).includes(CRASH)) return true;
    await page.inside(`all('button').filter(visible).at(-1)?.click();`);
    return false;
  }, CRASH);
  assert.ok(await lightShows(page));
  assert.deepEqual((await heard(page, 'error')).map((one) => one.detail.reason), ['crash']);
});

const TRAP = "throw new WebAssembly.RuntimeError('unreachable');";

for (const [what, beginning, preparing] of [
  ['while_it_begins', TRAP, ''],
  ['in_a_task_of_its_own', '', `queueMicrotask(() => { ${TRAP} });`],
  ['in_a_promise', '', "Promise.reject(new WebAssembly.RuntimeError('unreachable'));"],
]) {
  test(`trap_${what}_is_told_as_a_crash`, async (t) => {
    // Nothing of the program's own tells of it: it is as if there were no memory left for words.
    const body = `export default async function () { ${beginning} } export function prepare() { ${preparing} }
      export function tell_parts() {} export function reach_worker() {} export function on_crash() {}`;
    const own = { headers: { 'Content-Type': 'text/javascript' }, body };
    const page = await failing(t, hostPage(BODY, LISTENING, { answer: only('/app.js', own) }));
    await page.waitForText(CRASH);
    assert.ok(await lightShows(page));
    assert.deepEqual((await heard(page, 'error')).map((one) => one.detail.reason), ['crash']);
  });
}

test('trap_of_another_program_of_the_page_is_its_own', async (t) => {
  const other = Buffer.from([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 116, 114, 97, 112, 0, 0, 10, 5, 1, 3, 0, 0, 11]);
  const own = { headers: { 'Content-Type': 'application/wasm' }, body: other };
  const page = await open(t, hostPage(BODY, LISTENING, { answer: only('/elsewhere/other.wasm', own) }));
  page.record.expect(/unreachable|RuntimeError/i);
  await page.waitForHeading(VI.say('start.title'));
  await page.driver.executeAsyncScript(`
    const done = arguments[0];
    addEventListener('error', () => setTimeout(done), { once: true });
    WebAssembly.instantiateStreaming(fetch('./elsewhere/other.wasm')).then(({ instance }) => setTimeout(instance.exports.trap));`);
  assert.equal(await page.heading(), VI.say('start.title'));
  assert.deepEqual(await heard(page, 'error'), []);
});

for (const [attribute, mode] of [['model-src', ''], ['rules-src', ''], ['model-src', 'mode="firm"']]) {
  test(`${attribute}${mode && '_of_a_firm'}_larger_than_any_is_not_read_to_its_end`, async (t) => {
    const body = `<cluster-ready id="one" lang="vi" ${mode} ${attribute}="./large.json"><p id="light">…</p></cluster-ready>`;
    const own = { headers: { 'Content-Type': 'application/json' }, body: Buffer.alloc(2 ** 21 + 1, ' ') };
    const page = await failing(t, hostPage(body, LISTENING, { answer: only('/large.json', own) }));
    await page.waitForText('Tệp large.json của trang này quá lớn.');
    const [{ detail }] = await heard(page, 'error');
    assert.equal(detail.reason, attribute);
    assert.match(detail.file, /large\.json$/);
    assert.match(ours(await page.record.allErrors())[0], /large\.json is larger than 2097152 bytes/);
  });
}

test('network_that_is_lost_offers_to_try_again_and_focus_goes_on', async (t) => {
  const state = { lost: true };
  const answer = (path) => (state.lost && path !== '/element.js' ? { drop: true } : undefined);
  const page = await failing(t, hostPage(BODY, LISTENING, { answer }));
  await stopped(page, 'network', 'Chưa tải được công cụ.', /could not be fetched/, { again: true });
  await page.review('stopped-network');
  await page.tabTo('Thử lại');
  await page.press('Enter');
  await page.waitFor(async () => (await heard(page, 'error')).length === 2, 'the second attempt to fail');
  state.lost = false;
  await page.tabTo('Thử lại');
  await page.press('Enter');
  await page.landed(VI.say('start.title'));
  assert.ok(!(await lightShows(page)));
});

test('english_page_is_told_in_english', async (t) => {
  const page = await failing(t, hostPage(BODY.replace('lang="vi"', 'lang="en"'), LISTENING, { answer: only('/app_bg.wasm', { drop: true }) }));
  await page.waitForText('The tool could not be loaded. Check the network, then try again.');
});

for (const [what, options, selector] of [['page', hostPage(BODY), '#light'], ['site', {}, 'cluster-ready > p']]) {
  test(`without_scripts_the_${what}_shows_its_own_words`, { skip: without('cdp') }, async (t) => {
    const before = (browser) => browser.cdp('Emulation.setScriptExecutionDisabled', { value: true });
    const page = await open(t, { ...options, before });
    const { root } = await page.browser.cdp('DOM.getDocument', { depth: -1, pierce: true });
    const { nodeId } = await page.browser.cdp('DOM.querySelector', { nodeId: root.nodeId, selector });
    const { model } = await page.browser.cdp('DOM.getBoxModel', { nodeId });
    assert.ok(model.width > 100 && model.height > 10, `${model.width} × ${model.height}`);
    assert.ok(!page.server.requests.includes('/element.js'));
    await page.screenshot(`without-scripts-${what}`);
  });
}
