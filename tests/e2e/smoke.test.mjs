// The product loads, inside the element's shadow root, and asks nobody else for anything.
import assert from 'node:assert/strict';
import test from 'node:test';

import { open, without } from './harness/index.mjs';

test('page_opens_with_a_heading_in_the_shadow_root', async (t) => {
  const page = await open(t);
  await page.waitFor(() => page.heading(), 'a heading');
  const lightText = await page.driver.executeScript('return document.querySelector("h1") === null;');
  assert.ok(lightText, 'the heading is not in the host page');
  await page.review('start');
  const loaded = (await page.record.requests()).map((url) => new URL(url).pathname);
  assert.ok(loaded.includes('/app_bg.wasm'), loaded.join(' '));
});

test('killed_browser_opens_the_page_again', { skip: without('kill') }, async (t) => {
  const page = await open(t, { width: 360 });
  await page.waitFor(() => page.heading(), 'a heading');
  await page.killAndReopen();
  await page.waitFor(() => page.heading(), 'a heading');
});

test('method_that_the_engine_lacks_names_what_the_test_has_to_say', { skip: !without('touch') }, async (t) => {
  const page = await open(t);
  await assert.rejects(page.browser.touch(), /needs \{ skip: without\('touch'\) \}/);
});

test('need_that_no_engine_lacks_is_a_slip', () => {
  assert.throws(() => without('pdf', 'tuch'), /no engine lacks tuch:/);
});
