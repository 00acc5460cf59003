// The product loads, inside the element's shadow root, and asks nobody else for anything.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import test from 'node:test';

import { ENGINE, ROOT, open, without } from './harness/index.mjs';

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
  const page = await open(t, { ownBrowser: true, width: 360 });
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

const starts = (env) => spawnSync('node', [join(ROOT, 'tests/e2e/harness/starts.mjs')], { env: { ...process.env, ...env }, encoding: 'utf8' });

test('browser_that_cannot_be_started_is_told_in_one_line', () => {
  const program = { chromium: 'CHROMIUM', firefox: 'FIREFOX', webkit: 'WEBKITDRIVER' }[ENGINE];
  const { status, stdout } = starts({ [program]: '/bin/false' });
  assert.equal(status, 0);
  assert.match(stdout, /^.{10,}\n$/);
});

test('mistake_in_the_harness_is_not_taken_for_a_missing_browser', () => {
  assert.equal(starts({ CLUSTER_READY_ENGINE: 'mosaic' }).status, 1);
});
