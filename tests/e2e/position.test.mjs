// Corners taken on site with the device's position: with its accuracy, kept at once, and what is said where there is none.
import assert from 'node:assert/strict';
import test from 'node:test';

import { open, without } from './harness/index.mjs';
import { textOf } from './product/begin.mjs';
import { toBoundary } from './product/boundary_page.mjs';
import { Gallery } from './product/gallery.mjs';
import { EN, VI } from './product/words.mjs';

const NAME = 'Cụm Đo Tại Chỗ';
const RADIUS_95 = Math.sqrt(-2 * Math.log(0.05));

const CORNERS = [
  { latitude: 21.2, longitude: 105.7, accuracy: 4 },
  { latitude: 21.2, longitude: 105.706, accuracy: 3 },
  { latitude: 21.205, longitude: 105.706, accuracy: 12 },
];

const origin = (page) => new URL(page.url).origin;
const permit = (page, setting) =>
  page.browser.permit('geolocation', setting, origin(page));
const stand = (page, where) => page.browser.standAt(where);
const rows = (page) =>
  page.inside(`return all('.walk__list tbody tr').filter(visible).map((row) => [...row.cells].slice(0, 3).map((cell) => flat(cell.innerText)));`);
const accuracy = (metres) => VI.say('boundary.walk.accuracy', { figure: VI.number(metres) });

const place = (lon, lat) => VI.say('boundary.walk.at', { lon: VI.number(lon, 6), lat: VI.number(lat, 6) });

/** From the first page to the way of taking corners on site. */
async function toSite(page, words = VI) {
  await toBoundary(page, VI, NAME);
  if (words !== VI) {
    await page.click('button', VI.switch);
    await page.waitForHeading(words.say('boundary.title'));
  }
  await page.click('radio', new RegExp(`^${words.say('boundary.way.walk')}`));
}

async function begin(page) {
  await page.click('button', VI.say('boundary.walk.start'));
  await page.waitForText(VI.like('boundary.walk.now'));
}

async function take(page, number, words = VI) {
  await page.click('button', words.say('boundary.walk.take', { corner: number }));
  await page.waitFor(async () => (await rows(page)).length === number, `corner ${number}`);
}

test('three_corners_taken_on_site_give_a_boundary_with_the_devices_accuracy', { skip: without('kill', 'permit', 'standAt') }, async (t) => {
  const page = await open(t, { ownBrowser: true });
  await permit(page, 'granted');
  await stand(page, CORNERS[0]);
  await toSite(page);
  assert.equal((await page.text()).includes(VI.say('boundary.walk.waiting')), false, 'nothing is asked of the device yet');
  await begin(page);
  await page.waitForText(VI.say('boundary.walk.now', { accuracy: accuracy(4) }));
  await take(page, 1);
  await page.waitForText(VI.say('boundary.walk.taken', { corner: 1, accuracy: accuracy(4) }));
  assert.deepEqual(await rows(page), [['1', place(105.7, 21.2), accuracy(4)]]);

  // Of the positions of a few seconds the most accurate one is the corner.
  await stand(page, { ...CORNERS[1], accuracy: 30 });
  await page.waitForText(VI.say('boundary.walk.poor', { accuracy: accuracy(30) }));
  await stand(page, CORNERS[1]);
  await page.waitForText(VI.say('boundary.walk.now', { accuracy: accuracy(3) }));
  await page.click('button', VI.say('boundary.walk.take', { corner: 2 }));
  for (const metres of [9, 3, 6]) await stand(page, { ...CORNERS[1], accuracy: metres });
  await page.waitFor(async () => (await rows(page)).length === 2, 'corner 2');
  assert.deepEqual((await rows(page))[1], ['2', place(105.706, 21.2), accuracy(3)]);

  // With two corners nothing is opened, and nothing is lost.
  await page.click('button', VI.say('boundary.type.open'));
  await page.waitFor(async () => (await page.focused()).text === VI.say('boundary.walk.few'), 'focus on what is missing');

  // The phone kills the browser: the corners are there.
  await page.waitFor(async () => VI.like('saved.at').test(await textOf(page, '.saved')), 'the time of saving');
  await page.killAndReopen();
  await page.waitForHeading(VI.say('start.title'));
  await page.click('button', NAME);
  await page.waitForHeading(VI.say('boundary.title'));
  await page.waitFor(async () => (await rows(page)).length === 2, 'both corners');
  await permit(page, 'granted');
  await stand(page, CORNERS[2]);
  await begin(page);
  await take(page, 3);

  // One taken out by mistake is put back where it was.
  const three = await rows(page);
  await page.click('button', VI.say('boundary.walk.remove', { corner: 2 }));
  await page.waitFor(async () => (await page.focused()).name === VI.say('boundary.walk.put_back', { corner: 2 }), 'focus on the way back');
  await page.press('Enter');
  await page.waitFor(async () => JSON.stringify(await rows(page)) === JSON.stringify(three), 'three corners again');

  await page.click('button', VI.say('boundary.type.open'));
  await page.landed(VI.say('boundary.title'));
  await page.waitFor(async () => / ha/.test(await textOf(page, '.measures')), 'the area');
  assert.ok((await textOf(page, '.file')).includes(VI.say('boundary.source.walk')));
  const sigma = Math.sqrt((4 ** 2 + 3 ** 2 + 12 ** 2) / 3) / RADIUS_95;
  const chosen = await page.inside(`
    const one = all('input[name=boundary-accuracy]:checked')[0];
    return [one.id, flat(one.labels[0].innerText)];`);
  assert.equal(chosen[0], 'accuracy-device');
  assert.ok(chosen[1].includes(VI.say('boundary.accuracy.device_text', { figure: VI.number(sigma, 1) })), chosen[1]);

  // Another choice counts, and the device's own is still there to go back to.
  await page.click('radio', new RegExp(`^${VI.say('boundary.accuracy.cadastral')}`));
  await page.click('radio', new RegExp(`^${VI.say('boundary.accuracy.device')}`));
  await page.click('button', VI.say('boundary.save'));
  await page.landed(NAME);
  await page.click('button', VI.say('foot.save'));
  const { boundary, walk } = JSON.parse((await page.takeDownload(/\.cluster-ready\.json$/)).text);
  assert.ok(Math.abs(boundary.sigma_m - sigma) < 1e-9, `${boundary.sigma_m}`);
  assert.deepEqual(boundary.crs, { system: 'wgs84' });
  assert.deepEqual(walk, CORNERS.map(({ longitude, latitude, accuracy: metres }) => [longitude, latitude, metres]));
});

test('denied_permission_tells_the_way_out_and_can_be_tried_again', { skip: without('permit', 'standAt', 'standAgain') }, async (t) => {
  const page = await open(t);
  await permit(page, 'denied');
  await toSite(page);
  await page.click('button', VI.say('boundary.walk.start'));
  await page.waitForText(VI.say('boundary.walk.denied'));
  const said = await page.text();
  assert.ok(said.includes(VI.say('boundary.walk.denied.out')) && said.includes(VI.say('boundary.walk.without')));
  await page.axe();
  await page.screenshot('vi-boundary-walk-denied');
  await permit(page, 'granted');
  await stand(page, CORNERS[0]);
  await page.click('button', VI.say('boundary.walk.again'));
  await page.waitForText(VI.say('boundary.walk.now', { accuracy: accuracy(4) }));
  assert.equal((await page.text()).includes(VI.say('boundary.walk.denied')), false);
});

test('device_that_cannot_tell_its_position_goes_on_trying', { skip: without('permit', 'standAt', 'standAgain') }, async (t) => {
  const page = await open(t);
  await permit(page, 'granted');
  // Without coordinates the browser has no position to give.
  await stand(page, {});
  await toSite(page);
  await page.click('button', VI.say('boundary.walk.start'));
  await page.waitForText(VI.say('boundary.walk.unavailable'));
  assert.ok((await page.text()).includes(VI.say('boundary.walk.unavailable.out')));
  await stand(page, CORNERS[0]);
  await page.waitForText(VI.say('boundary.walk.now', { accuracy: accuracy(4) }));
  assert.equal((await page.text()).includes(VI.say('boundary.walk.unavailable')), false);
});

test('page_whose_policy_withholds_the_position_says_so', { skip: without('permit', 'permissionsPolicy') }, async (t) => {
  const policy = { headers: { 'Permissions-Policy': 'geolocation=()', 'Content-Type': 'text/html; charset=utf-8' } };
  const page = await open(t, { answer: (path) => (path === '/' ? policy : undefined) });
  await permit(page, 'granted');
  page.record.expect(/Permissions policy violation|Feature Policy|Permissions Policy/);
  await toSite(page);
  await page.click('button', VI.say('boundary.walk.start'));
  await page.waitForText(VI.say('boundary.walk.withheld.out'));
});

test('page_without_encryption_says_so', { skip: without('runFirst') }, async (t) => {
  const page = await open(t, {
    before: (browser) => browser.runFirst(`Object.defineProperty(window, 'isSecureContext', { get: () => false });`),
  });
  await toSite(page);
  await page.click('button', VI.say('boundary.walk.start'));
  await page.waitForText(VI.say('boundary.walk.insecure.out'));
});

test('device_is_asked_for_nothing_once_another_way_is_chosen', { skip: without('runFirst', 'permit', 'standAt') }, async (t) => {
  const page = await open(t, {
    before: (browser) => browser.runFirst(`
        window.watches = new Set();
        const [watch, clear] = ['watchPosition', 'clearWatch'].map((name) => Geolocation.prototype[name]);
        Geolocation.prototype.watchPosition = function (...all) { const id = watch.apply(this, all); window.watches.add(id); return id; };
        Geolocation.prototype.clearWatch = function (id) { window.watches.delete(id); return clear.call(this, id); };`),
  });
  const watches = () => page.driver.executeScript('return window.watches.size');
  await permit(page, 'granted');
  await stand(page, CORNERS[0]);
  await toSite(page);
  assert.equal(await watches(), 0);
  await begin(page);
  assert.equal(await watches(), 1);
  await page.click('radio', new RegExp(`^${VI.say('boundary.way.type')}`));
  await page.waitFor(async () => (await watches()) === 0, 'no watch');
  await page.click('radio', new RegExp(`^${VI.say('boundary.way.walk')}`));
  await begin(page);
  await page.click('button', VI.say('question.tasks'));
  await page.landed(NAME);
  await page.waitFor(async () => (await watches()) === 0, 'no watch on another page');
});

for (const words of [VI, EN]) {
  test(`corners_taken_on_site_in_${words.language}`, { skip: without('permit', 'standAt') }, async (t) => {
    const page = await open(t);
    const gallery = new Gallery(page, words.language);
    await permit(page, 'granted');
    await stand(page, CORNERS[0]);
    await toSite(page, words);
    await gallery.take('boundary-walk-start');
    await page.click('button', words.say('boundary.walk.start'));
    await page.waitForText(words.like('boundary.walk.now'));
    for (const [index, corner] of CORNERS.entries()) {
      await stand(page, corner);
      await take(page, index + 1, words);
    }
    await gallery.take('boundary-walk');
    await gallery.alike('boundary-walk');
    gallery.end();
  });
}
