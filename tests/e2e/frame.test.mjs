// The widget in an iframe of another site: its height, its origin, and a sandbox that lets it keep nothing.
import assert from 'node:assert/strict';
import test from 'node:test';

import { DIST, open, serve, waitFor, without } from './harness/index.mjs';
import { textOf } from './product/begin.mjs';
import { drop, toBoundary } from './product/boundary_page.mjs';
import { around } from './product/framed.mjs';
import { hostPage } from './product/host_page.mjs';
import { CORS } from './product/web_root.mjs';
import { EN, VI } from './product/words.mjs';

const SANDBOX = 'sandbox="allow-scripts allow-forms"';

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
  const { page, height } = await around(t, { attributes: SANDBOX });
  await page.waitForHeading(VI.say('start.title'));
  await page.waitFor(async () => Math.abs((await height()) - (await contentHeight(page))) <= 1, 'the height');
  await toBoundary(page, VI, 'Cụm Trong Hộp');
  const now = await drop(page, 'formats/boundary.kml');
  assert.equal(now.kind, 'opened');
  await page.waitFor(() => textOf(page, '.measures'), 'the measures');
  await page.waitForText(VI.say('notice.no_storage.title'));
});

test('sandboxed_frame_shows_the_first_page_in_full', async (t) => {
  const { page, height } = await around(t, { attributes: SANDBOX });
  await page.waitForHeading(VI.say('start.title'));
  await page.waitForText(VI.say('notice.no_storage.title'));
  await page.waitFor(async () => Math.abs((await height()) - (await contentHeight(page))) <= 1, 'the height');
  assert.ok((await height()) > 400);
});

test('page_whose_script_comes_after_the_frame_gets_its_height_too', async (t) => {
  const page = await open(t, hostPage('<iframe data-cluster-ready src="./frame.html"></iframe>'));
  const inner = () => page.driver.executeScript(`return document.querySelector('iframe').contentDocument?.body?.getBoundingClientRect().height ?? 0;`);
  await page.waitFor(async () => (await inner()) > 400, 'the first page in the frame');
  const outer = () => page.driver.executeScript(`return document.querySelector('iframe').getBoundingClientRect().height;`);
  assert.ok((await outer()) < 400);
  await page.driver.executeScript(`document.body.append(Object.assign(document.createElement('script'), { type: 'module', src: './frame-host.js' }));`);
  await page.waitFor(async () => Math.abs((await outer()) - (await inner())) <= 5, 'the height');
});

// ── The policy of the frame ───────────────────────────────────────────────────────────────────

/** Tries what a policy may forbid: a script in the page, one that the page made itself, one of another server, a question to it. */
const TRY = `
  const [elsewhere, here, done] = arguments;
  const refused = [];
  addEventListener('securitypolicyviolation', ({ effectiveDirective }) => refused.push(effectiveDirective));
  const append = (parts) => document.body.append(Object.assign(document.createElement('script'), parts));
  const ask = (url) => fetch(url).then((answer) => answer.ok, () => false);
  (async () => {
    append({ textContent: 'document.body.dataset.ran = true;' });
    const loads = (src) => new Promise((settled) => append({ src, onload: () => settled(true), onerror: () => settled(false) }));
    const loaded = await loads(elsewhere + 'frame-host.js');
    const made = await loads(URL.createObjectURL(new Blob(['// nothing'], { type: 'text/javascript' })));
    done({ ran: 'ran' in document.body.dataset, loaded, made, asked: await ask(elsewhere), askedHere: await ask(here), refused });
  })();`;

for (const [where, attributes] of Object.entries({ sandboxed_frame: SANDBOX, frame: '' })) {
  test(`${where}_runs_no_other_script_and_asks_no_other_server`, async (t) => {
    const other = await serve(DIST, { answer: () => ({ headers: CORS }) });
    t.after(() => other.close());
    const { page, out, into } = await around(t, { attributes });
    page.record.allow(other.url);
    page.record.expect(/Content.Security.Policy|Refused to|access control checks|Not allowed by/i);
    await page.waitForHeading(VI.say('start.title'));
    const { refused, ...happened } = await page.driver.executeAsyncScript(TRY, other.url, './style.css');
    // In a sandbox the worker imports what the page made of itself.
    assert.deepEqual(happened, { ran: false, loaded: false, made: attributes === SANDBOX, asked: false, askedHere: true });
    for (const directive of [/^script-src/, /^connect-src$/]) assert.ok(refused.some((one) => directive.test(one)), `${directive}: ${refused}`);
    assert.deepEqual(other.requests, []);
    // The page around has no policy: there the same goes through.
    await out();
    const around_it = await page.driver.executeAsyncScript(TRY, other.url, './style.css');
    assert.deepEqual(around_it, { ran: true, loaded: true, made: true, asked: true, askedHere: true, refused: [] });
    await into();
  });
}

test('frame_works_where_its_server_sends_a_policy_without_scripts_in_the_page', async (t) => {
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src data:";
  const { page } = await around(t, { headers: { 'Content-Security-Policy': policy } });
  await page.waitForHeading(VI.say('start.title'));
});

test('files_are_asked_for_before_the_policy_is_there', async (t) => {
  let release;
  const wait = new Promise((now) => { release = now; });
  const asked = new Set();
  const early = waitFor(() => asked.has('/element.js'), 'element.js').finally(release);
  const page = open(t, {
    path: 'frame.html',
    answer: (path) => {
      asked.add(path);
      return path === '/frame-policy.js' ? { wait } : undefined;
    },
  });
  await Promise.all([early, page]);
  await (await page).waitForHeading(VI.say('start.title'));
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
