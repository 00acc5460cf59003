// The stand-alone site as one that can be installed: kept for use without a network, brought up to date, taken away again.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';

import { DIST, open, without } from './harness/index.mjs';
import { NAME, fullPath } from './product/full_path.mjs';
import { EN, VI } from './product/words.mjs';

const bar = (page) => page.driver.executeScript(`
  const bar = document.querySelector('#offline');
  return bar.hidden ? '' : bar.innerText;`);
const press = (page) => page.driver.executeScript(`document.querySelector('#offline button').click();`);
const says = (page, pattern) => page.waitFor(async () => pattern.test(await bar(page)), `${pattern} below the widget`, 60_000);
const caches = (page) => page.driver.executeAsyncScript('caches.keys().then(arguments[0]);');
const KEPT = /mở được khi không có mạng/;
const REMOVE = 'Gỡ bản dùng khi không có mạng';
const SURE = /Gỡ bản dùng khi không có mạng\?/;

test('second_visit_without_a_network_does_the_whole_path', async (t) => {
  const page = await open(t, { kept: true });
  await says(page, KEPT);
  await page.review('site-kept');
  await page.server.close();
  await page.open();
  await page.waitForHeading(VI.say('start.title'));
  await fullPath(page, VI);
  assert.ok((await page.text()).includes(NAME));
});

test('site_can_be_installed_from_its_manifest', { skip: without('cdp') }, async (t) => {
  const page = await open(t, { kept: true });
  await page.waitForHeading(VI.say('start.title'));
  const { url, errors, data } = await page.browser.cdp('Page.getAppManifest');
  assert.match(url, /manifest\.webmanifest$/);
  assert.deepEqual(errors, []);
  const { icons, start_url: start } = JSON.parse(data);
  assert.equal(start, './');
  for (const { src } of icons) assert.ok((await readFile(join(DIST, src))).length > 500, src);
  const { installabilityErrors } = await page.browser.cdp('Page.getInstallabilityErrors');
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), []);
});

test('new_build_waits_until_the_person_says_so', async (t) => {
  const now = await readFile(join(DIST, 'sw.js'), 'utf8');
  const state = { script: now };
  const answer = (path) => (path === '/sw.js' ? { body: state.script, headers: { 'Content-Type': 'text/javascript' } } : undefined);
  const page = await open(t, { answer, kept: true });
  await says(page, KEPT);
  const before = await caches(page);
  state.script = now.replace(/const VERSION = '[^']*'/, "const VERSION = 'anotherbuild'");
  // Not by reloading, which drivers do without the service worker.
  await page.open();
  await page.waitForHeading(VI.say('start.title'));
  await says(page, /Đã có phiên bản mới/);
  const another = `cluster-ready-anotherbuild ${page.server.url}`;
  assert.deepEqual((await caches(page)).sort(), [...before, another].sort());
  await press(page);
  await page.waitFor(async () => String(await caches(page).catch(() => '')) === another, 'only the new build');
  await page.waitForHeading(VI.say('start.title'));
  await says(page, KEPT);
});

/** Buttons below the widget. */
const buttons = (page) => page.driver.executeScript(`return [...document.querySelectorAll('#offline button')].map((one) => one.innerText);`);
const focused = (page) => page.driver.executeScript('return document.activeElement.innerText;');

test('only_the_start_offers_to_take_the_kept_copy_away', async (t) => {
  const page = await open(t, { kept: true });
  await says(page, KEPT);
  assert.deepEqual(await buttons(page), [REMOVE]);
  await page.click('button', VI.say('foot.method'));
  await page.landed(VI.say('method.title'));
  await page.waitFor(async () => (await buttons(page)).length === 0, 'no button on another page');
  await says(page, KEPT);
  await page.click('button', VI.say('back'));
  await page.landed(VI.say('start.title'));
  await page.waitFor(async () => (await buttons(page)).length === 1, 'the button at the start');
});

test('kept_copy_is_asked_about_and_then_taken_away_and_stays_away', async (t) => {
  const page = await open(t, { kept: true });
  await says(page, KEPT);
  await page.tabTo(REMOVE);
  await page.press('Enter');
  await says(page, SURE);
  // The focus is on what takes nothing away, and comes back from there.
  assert.equal(await focused(page), 'Giữ lại');
  await page.review('site-sure');
  await page.press('Enter');
  await says(page, KEPT);
  assert.equal(await focused(page), REMOVE);
  await page.press('Enter');
  await says(page, SURE);
  // A question that nobody answered is not carried to another page.
  await page.click('button', VI.say('foot.method'));
  await page.landed(VI.say('method.title'));
  await says(page, KEPT);
  assert.notDeepEqual(await caches(page), []);
  await page.click('button', VI.say('back'));
  await page.landed(VI.say('start.title'));
  await press(page);
  await says(page, SURE);
  await press(page);
  await says(page, /Đã gỡ bản dùng/);
  assert.match(await focused(page), /Đã gỡ bản dùng/);
  const registrations = () => page.driver.executeAsyncScript('navigator.serviceWorker.getRegistrations().then((all) => arguments[0](all.length));');
  assert.deepEqual([await caches(page), await registrations()], [[], 0]);
  await page.reload();
  await page.waitForHeading(VI.say('start.title'));
  // It would be kept again in an idle moment.
  await page.driver.executeAsyncScript('const idle = globalThis.requestIdleCallback ?? setTimeout; idle(() => idle(() => arguments[0]()));');
  assert.equal(await registrations(), 0);
});

test('site_speaks_the_language_of_the_widget', async (t) => {
  const page = await open(t, { kept: true });
  await says(page, KEPT);
  await page.click('button', VI.switch);
  await page.waitForHeading(EN.say('start.title'));
  await says(page, /opens without a network/);
});

/** Notes that the page asked for the site to be kept; the empty page that a browser begins with could not. */
const NOTING = `if (globalThis.ServiceWorkerContainer) {
  const register = ServiceWorkerContainer.prototype.register;
  ServiceWorkerContainer.prototype.register = function (...given) {
    globalThis.askedToKeep = true;
    return register.apply(this, given);
  };
}`;

test('nothing_is_kept_before_the_widget_itself_runs', { skip: without('runFirst') }, async (t) => {
  let release;
  const wait = new Promise((resolve) => { release = resolve; });
  const page = await open(t, {
    kept: true,
    answer: (path) => (path === '/app_bg.wasm' ? { wait } : undefined),
    before: (browser) => browser.runFirst(NOTING),
  });
  // The first page already stands, but the program is not there yet.
  await page.waitForHeading(VI.say('start.title'));
  await page.driver.executeAsyncScript('const idle = globalThis.requestIdleCallback ?? setTimeout; idle(() => idle(() => arguments[0]()));');
  const asked = () => page.driver.executeScript('return globalThis.askedToKeep === true;');
  assert.equal(await asked(), false);
  release();
  await says(page, KEPT); // what is asked for ends before the browser does
  assert.equal(await asked(), true);
});
