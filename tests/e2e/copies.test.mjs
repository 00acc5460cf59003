// Kept copies of the site that could be dead, of two builds, or not whole: each opens without a network, or does not say that it would.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';

import { DIST, open, without } from './harness/index.mjs';
import { begin } from './product/begin.mjs';
import { VI } from './product/words.mjs';

const KEPT = /Công cụ đã được lưu trên thiết bị này/;
const PART = /chưa được lưu đủ/;
const STALE = /đã được cập nhật ở một thẻ khác/;
const UPDATE = /Đã có phiên bản mới/;
const SCRIPT = { 'Content-Type': 'text/javascript' };

const bar = (page) => page.driver.executeScript(`
  const bar = document.querySelector('#offline');
  return !bar || bar.hidden ? '' : bar.innerText;`);
const says = (page, pattern) => page.waitFor(async () => pattern.test(await bar(page)), `${pattern} below the widget`, 60_000);
const press = (page) => page.driver.executeScript(`document.querySelector('#offline button').click();`);
const caches = (page) => page.driver.executeAsyncScript('caches.keys().then(arguments[0]);');
const opens = async (page, url) => {
  await page.open(url);
  await page.waitForHeading(VI.say('start.title'));
};
const built = () => readFile(join(DIST, 'sw.js'), 'utf8');
const ofVersion = (script, version) => script.replace(/const VERSION = '[^']*'/, `const VERSION = '${version}'`);

/** A host that leads from the file to the folder, as many do. */
const leading = (path) => (path === '/index.html' ? { status: 301, headers: { Location: '/' }, body: '' } : undefined);
/** A host that leaves out endings as well. */
const plain = (path) => leading(path) ?? (/^\/\w+\.html$/.test(path)
  ? { status: 308, headers: { Location: path.replace('.html', '') }, body: '' }
  : undefined);
const named = async (path) => (/^\/\w+$/.test(path) ? { headers: { 'Content-Type': 'text/html' }, body: await readFile(join(DIST, `${path}.html`)) } : undefined);

/** The service worker of an earlier version, as it kept and served. */
const earlier = (script) => `${/const FILES = \{[^}]*\};/.exec(script)[0]}
const CACHE = 'cluster-ready-earlier1';
self.addEventListener('install', (event) => event.waitUntil(caches.open(CACHE).then((cache) => Promise.all(
  Object.entries(FILES).map(async ([name, integrity]) => cache.put(name, await fetch(name, { integrity })))))));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', ({ data }) => data === 'update' && self.skipWaiting());
self.addEventListener('fetch', (event) => {
  const name = event.request.url.split(/[?#]/)[0].slice(self.registration.scope.length) || 'index.html';
  if (Object.hasOwn(FILES, name)) event.respondWith(caches.open(CACHE).then((cache) => cache.match(name)).then((kept) => kept ?? fetch(event.request)));
});`;

test('site_on_a_host_that_redirects_opens_again_and_again_and_without_a_network', async (t) => {
  const page = await open(t, { kept: true, answer: leading });
  await says(page, KEPT);
  await opens(page);
  await opens(page, new URL('index.html', page.url).href);
  await page.server.close();
  await opens(page);
  await opens(page, new URL('index.html', page.url).href);
  const redirected = await page.driver.executeAsyncScript(`
    const done = arguments[0];
    (async () => {
      const found = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) if ((await cache.match(request)).redirected) found.push(request.url);
      }
      done(found);
    })();`);
  assert.deepEqual(redirected, []);
});

test('site_on_a_host_without_endings_opens_without_a_network', async (t) => {
  const pages = {};
  for (const name of ['frame', 'start', 'english']) pages[`/${name}`] = await named(`/${name}`);
  const page = await open(t, { kept: true, answer: (path) => pages[path] ?? plain(path) });
  await says(page, KEPT);
  await page.server.close();
  await opens(page);
  await opens(page, new URL('frame.html', page.url).href);
});

test('copy_that_an_earlier_version_kept_dead_heals_itself', async (t) => {
  const now = await built();
  const state = { script: earlier(now) };
  const answer = (path) => (path === '/sw.js' ? { body: state.script, headers: SCRIPT } : leading(path));
  const page = await open(t, { kept: true, answer });
  page.record.expect(/./);
  const isActive = () => page.driver.executeAsyncScript(`
    navigator.serviceWorker.getRegistration().then((one) => arguments[0](one?.active?.state === 'activated'));`);
  await page.waitFor(isActive, 'the earlier version to keep the site', 60_000);
  await page.open().catch(() => {});
  if (!without('deadCopy')) assert.notEqual(await page.heading().catch(() => ''), VI.say('start.title'), 'the copy is dead');
  state.script = now;
  // After a visit in vain the browser looks for another service worker by itself, when it is left alone for a while.
  const looked = () => page.server.requests.filter((path) => path === '/sw.js').length;
  const before = looked();
  await page.open().catch(() => {});
  await page.waitFor(() => looked() > before, 'the browser to look', 60_000);
  await page.waitFor(async () => {
    await page.open().catch(() => {});
    return (await page.heading()) === VI.say('start.title');
  }, 'the site to open', 60_000);
  await says(page, KEPT);
  assert.ok(!(await caches(page)).includes('cluster-ready-earlier1'));
  await page.server.close();
  await opens(page);
});

/** Two copies of the site in folders of one origin, of two builds. */
async function twoFolders(t) {
  const root = await mkdtemp(join(tmpdir(), 'cluster-ready-copies-'));
  t.after(() => rm(root, { recursive: true, force: true }));
  for (const name of ['a', 'b']) await cp(DIST, join(root, name), { recursive: true });
  await writeFile(join(root, 'b/sw.js'), ofVersion(await built(), 'anotherbuild'));
  const page = await open(t, { kept: true, folder: root, path: 'a/' });
  await says(page, KEPT);
  const [a, b] = ['a/', 'b/'].map((path) => new URL(path, page.server.url).href);
  await page.open(b);
  await says(page, KEPT);
  return { page, a, b };
}

test('copies_in_two_folders_of_one_origin_both_open_without_a_network', async (t) => {
  const { page, a, b } = await twoFolders(t);
  await page.server.close();
  for (const url of [a, b, a]) {
    await opens(page, url);
    await says(page, KEPT);
  }
});

test('copy_in_one_folder_that_is_taken_away_leaves_the_other', async (t) => {
  const { page, a, b } = await twoFolders(t);
  await press(page);
  await says(page, /Câu trả lời đã lưu vẫn còn/);
  await press(page);
  await says(page, /Đã gỡ bản dùng/);
  await opens(page, a);
  await says(page, KEPT);
  await opens(page, b);
  await page.driver.executeAsyncScript('const idle = globalThis.requestIdleCallback ?? setTimeout; idle(() => idle(() => arguments[0]()));');
  assert.doesNotMatch(await bar(page), KEPT);
  await page.server.close();
  await opens(page, a);
});

const clear = (page, files) => page.driver.executeAsyncScript(`
  const [files, done] = arguments;
  (async () => {
    for (const name of await caches.keys()) {
      if (!files) await caches.delete(name);
      else for (const file of files) await (await caches.open(name)).delete(file);
    }
    done();
  })();`, files ?? null);

for (const [what, files] of [['everything', undefined], ['a_file', ['later.wasm']]]) {
  test(`copy_of_which_another_script_cleared_${what}_is_mended_before_it_is_said_to_be_kept`, async (t) => {
    const page = await open(t, { kept: true });
    await says(page, KEPT);
    await clear(page, files);
    await page.open();
    await says(page, KEPT);
    await page.server.close();
    await opens(page);
    await begin(page, VI, 'Cụm Đủ Tệp'); // needs what comes later
  });
}

test('copy_that_cannot_be_mended_is_not_said_to_be_kept', async (t) => {
  const state = { lost: false };
  const answer = (path) => (state.lost && path === '/worker.wasm' ? { status: 503, body: 'later' } : undefined);
  const page = await open(t, { kept: true, answer });
  page.record.expect(/503/);
  await says(page, KEPT);
  await clear(page, ['worker.wasm']);
  state.lost = true;
  await page.open();
  await says(page, PART);
  await page.review('site-part');
  state.lost = false;
  await page.driver.executeScript(`dispatchEvent(new Event('focus'));`);
  await says(page, KEPT);
});

test('update_in_one_tab_is_heard_in_the_other_which_goes_on_with_its_own_files', async (t) => {
  const now = await built();
  const state = { script: now };
  const answer = (path) => (path === '/sw.js' ? { body: state.script, headers: SCRIPT } : undefined);
  const page = await open(t, { answer, kept: true });
  await says(page, KEPT);
  const first = await page.driver.getWindowHandle();
  await page.browser.newWindow();
  await opens(page);
  // The files of the new build are others: who is of the build before must not be given them.
  state.script = ofVersion(now, 'anotherbuild').replace(/(self\.addEventListener\('install')/, `
    self.addEventListener('message', ({ data, ports: [port] }) => data === 'spoil' && caches.open(CACHE)
      .then((cache) => cache.put('later.wasm', new Response('of another build', { headers: { 'Content-Type': 'application/wasm' } })))
      .then(() => port.postMessage('')));
    $1`);
  await opens(page);
  await says(page, UPDATE);
  await press(page);
  await page.waitFor(async () => (await caches(page).catch(() => [])).some((name) => name.includes('anotherbuild')), 'the new build');
  await page.waitForHeading(VI.say('start.title'));
  await says(page, KEPT);
  await page.driver.executeAsyncScript(`
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => arguments[0]();
    navigator.serviceWorker.controller.postMessage('spoil', [port2]);`);
  await page.driver.switchTo().window(first);
  await says(page, STALE);
  await page.review('site-stale');
  await page.server.close();
  await page.click('button', VI.say('foot.method')); // comes later
  await page.landed(VI.say('method.title'));
  assert.match(await bar(page), STALE);
});
