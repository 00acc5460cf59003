// The widget in an iframe of another site: its height, its origin, and a sandbox that lets it keep nothing.
import assert from 'node:assert/strict';
import test from 'node:test';

import { without } from './harness/index.mjs';
import { textOf } from './product/begin.mjs';
import { drop, toBoundary } from './product/boundary_page.mjs';
import { around } from './product/framed.mjs';
import { EN, VI } from './product/words.mjs';

const contentHeight = (page) => page.driver.executeScript('return Math.ceil(document.body.getBoundingClientRect().height);');

test('frame_on_another_site_is_as_high_as_the_widget_and_reads_boundaries', { skip: without('frames') }, async (t) => {
  const { page, height } = await around(t);
  await page.waitForHeading(VI.say('start.title'));
  const fits = async () => Math.abs((await height()) - (await contentHeight(page))) <= 1;
  await page.waitFor(fits, 'the height of the first page');
  await toBoundary(page, VI, 'Cụm Trong Khung');
  const now = await drop(page, 'formats/boundary.geojson');
  assert.equal(now.kind, 'opened');
  await page.waitFor(() => textOf(page, '.measures'), 'the measures');
  await page.waitFor(fits, 'the height of the boundary');
  assert.ok((await height()) > 1500);
});

test('address_of_the_frame_chooses_language_and_way_but_no_other_files', async (t) => {
  const { page } = await around(t, { query: '?lang=en&mode=quick&model-src=/other.json&brand-name=Other' });
  await page.waitForHeading(EN.say('start.title'));
  const names = await page.driver.executeScript(`return document.querySelector('cluster-ready').getAttributeNames();`);
  assert.deepEqual(names.sort(), ['lang', 'mode']);
});

test('sandboxed_frame_works_says_that_it_keeps_nothing_and_has_its_height', { skip: without('frames') }, async (t) => {
  const { page, height } = await around(t, { attributes: 'sandbox="allow-scripts allow-forms"' });
  await page.waitForHeading(VI.say('start.title'));
  await page.waitFor(async () => Math.abs((await height()) - (await contentHeight(page))) <= 1, 'the height');
  await toBoundary(page, VI, 'Cụm Trong Hộp');
  const now = await drop(page, 'formats/boundary.kml');
  assert.equal(now.kind, 'opened');
  await page.waitFor(() => textOf(page, '.measures'), 'the measures');
  await page.waitForText(VI.say('notice.no_storage.title'));
});

test('message_from_elsewhere_does_not_change_the_height', async (t) => {
  const { page, out, into, height } = await around(t);
  await page.waitForHeading(VI.say('start.title'));
  await page.waitFor(async () => Math.abs((await height()) - (await contentHeight(page))) <= 1, 'the height');
  const before = await height();
  await out();
  await page.driver.executeAsyncScript(`
    postMessage({ type: 'cluster-ready-height', height: 77 }, '*');
    addEventListener('message', () => arguments[0](), { once: true });`);
  await into();
  assert.equal(await height(), before);
});
