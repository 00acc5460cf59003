// Files in a sandbox: where the browser does not save them, or does not tell, the text can be had in another way, and the
// page says so where the file was asked for.
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import test from 'node:test';

import { without } from './harness/index.mjs';
import { begin, textOf, toQuestion } from './product/begin.mjs';
import { drop, toBoundary } from './product/boundary_page.mjs';
import { around } from './product/framed.mjs';
import { Gallery } from './product/gallery.mjs';
import { golden } from './product/golden.mjs';
import { call } from './product/host_page.mjs';
import { answerAll } from './product/keyboard.mjs';
import { EN, MODEL, VI } from './product/words.mjs';

const NAME = 'Cụm Trong Hộp';
const SANDBOX = 'allow-scripts allow-forms';
const CASE = golden('typical-quick-mode');
const QUICK = MODEL.indicators.filter((one) => one.quick).map((one) => one.id);
const FILE = /^cum-trong-hop-[\d-]+\.cluster-ready\.json$/;

// What Chromium writes on the console of a sandbox about what it refuses.
const NO_DOWNLOAD = /Download is disallowed/;
const NO_CLIPBOARD = /Clipboard API has been blocked/;
const NO_TAB = /Blocked opening/;
// axe-core's own, against the policy of frame.html.
const OF_AXE = /^security \d+ Applying inline style/;

/** The buttons that save, by the place where they stand. */
const SAVE = { notice: '.notice .button', page: '#result-keep ~ .actions .button--plain', foot: '.foot__links .link-button' };

const frame = async (t, { sandbox, allow = '', words = VI, ...more }) => {
  const attributes = `${sandbox === undefined ? '' : `sandbox="${sandbox}"`} ${allow && `allow="${allow}"`}`;
  const framed = await around(t, { attributes, query: `?lang=${words.language}`, ...more });
  for (const pattern of [NO_CLIPBOARD, NO_TAB, OF_AXE]) framed.page.record.expect(pattern);
  return framed;
};

const toResult = async (page, words) => {
  await begin(page, words, NAME, { mode: 'quick' });
  await answerAll(page, words, CASE.answers, QUICK);
  await page.landed(words.say('check.title'));
  await page.click('button', words.say('check.result'));
  await page.landed(words.say('result.title_of', { cluster: NAME }));
};

/** Presses the button of a place by the keyboard. */
async function press(page, css) {
  await page.inside('arguments[0].focus();', await page.css(css));
  await page.press('Enter');
}

const panel = (page) => textOf(page, '.hand-over');
const title = (page) => textOf(page, '#hand-over-title');
const said = (page) => textOf(page, '#hand-over-said');
const file = async (page) => (await page.inside(`return /[\\w-]+\\.[\\w.-]*\\w/.exec(flat(all('#hand-over-lead')[0].innerText))[0];`));

/** Waits until the panel is there, with the focus, under this title. */
async function offered(page, words, key) {
  await page.waitFor(async () => await title(page) === words.say(key)
    && await page.inside(`return active()?.classList.contains('hand-over');`), `the panel “${words.say(key)}” with the focus`);
}

const saidOf = (page, words, key) =>
  page.waitFor(async () => await said(page) === words.say(key, { file: await file(page) }), words.say(key));

/** Presses a button of the panel by the keyboard, from its beginning. */
async function choose(page, words, key) {
  await page.inside(`all('.hand-over')[0].focus();`);
  await page.tabTo(words.say(key), { most: 4 });
  await page.press('Enter');
}

const selected = (page) => page.inside(`
  const area = all('#hand-over-text')[0];
  return area && active() === area && { text: area.value, whole: area.selectionStart === 0 && area.selectionEnd === area.value.length, fixed: area.readOnly };`);

/** What is on the clipboard, pasted into a field of the page around. */
async function pasted({ page, into, out }) {
  await out();
  await page.driver.executeScript(`const notes = document.getElementById('notes'); notes.value = ''; notes.focus();`);
  await page.press('Control+v');
  const text = await page.driver.executeScript(`return document.getElementById('notes').value;`);
  await into();
  return text;
}

const downloads = (page) => readdir(page.browser.downloadFolder);

const isRefused = async (page) => (await page.record.warnings()).some((line) => NO_DOWNLOAD.test(line));

/** The browser has refused the download: there is none, and there will be none. */
async function noDownload(page) {
  if (!without('chromesWords')) await page.waitFor(() => isRefused(page), 'the refused download');
  assert.deepEqual(await downloads(page), []);
}

/** The text of a saved file says what the widget says when it is asked. */
async function isResult(page, text) {
  const own = (await call(page, 'getResult')).value;
  const file = JSON.parse(text);
  assert.deepEqual({ ...file, saved_at: '' }, { ...own, saved_at: '' });
  assert.deepEqual(file.results.counts, CASE.expected.counts);
  assert.ok(Math.abs(file.results.overall.low - CASE.expected.overall.low) < 1e-8);
}

// axe sees a frame as a page of its own; these are of the page around.
const OF_THE_PAGE_AROUND = { rules: { region: { enabled: false }, 'landmark-one-main': { enabled: false } } };

for (const words of [VI, EN]) {
  test(`sandboxed_frame_gives_the_text_of_the_file_to_copy_${words.language}`, { skip: without('clipboardRefused', 'frames') }, async (t) => {
    const framed = await frame(t, { sandbox: SANDBOX, words });
    const { page } = framed;
    await toResult(page, words);
    await page.waitForText(words.say('notice.no_storage.title'));
    await press(page, SAVE.page);
    await offered(page, words, 'save.doubtful');
    assert.match(await file(page), FILE);
    await noDownload(page);
    await page.axe(OF_THE_PAGE_AROUND);

    await choose(page, words, 'save.tab');
    await saidOf(page, words, 'save.tab.refused');

    await choose(page, words, 'save.copy');
    await saidOf(page, words, 'save.copied');
    const { text, whole, fixed } = await page.waitFor(() => selected(page), 'the text with the focus');
    assert.ok(whole && fixed);
    await isResult(page, text);
    assert.equal(await pasted(framed), text);
    await page.axe(OF_THE_PAGE_AROUND);

    await choose(page, words, 'save.close');
    await page.waitFor(async () => await panel(page) === '', 'no panel');
    assert.equal((await page.focused()).name, words.say('foot.save'));
    assert.deepEqual(await downloads(page), []);
  });

  test(`panel_of_a_file_looks_right_${words.language}`, { skip: without('frames') }, async (t) => {
    const { page, into, out } = await frame(t, { sandbox: SANDBOX, words });
    await toResult(page, words);
    const gallery = new Gallery(page, words.language);
    const { axe } = page;
    page.axe = () => axe.call(page, OF_THE_PAGE_AROUND);
    await press(page, SAVE.page);
    await offered(page, words, 'save.doubtful');
    await choose(page, words, 'save.copy');
    await saidOf(page, words, 'save.copied');
    await gallery.take('sandbox-page');
    await gallery.alike('sandbox-page');
    await press(page, SAVE.notice);
    await page.waitFor(async () => await title(page) && await said(page) === '', 'the panel anew');
    await gallery.take('sandbox-notice');
    await press(page, SAVE.foot);
    await page.waitFor(() => page.inside(`return all('.hand-over__edge + .foot').length > 0;`), 'the panel at the foot');
    await gallery.take('sandbox-foot');
    gallery.end();
  });
}

test('where_nothing_copies_the_text_is_selected_for_the_keys', { skip: without('frames') }, async (t) => {
  const framed = await frame(t, { sandbox: SANDBOX });
  const { page } = framed;
  await toResult(page, VI);
  page.record.expect(/Error: no/);
  await page.driver.executeScript(`
    document.execCommand = () => false;
    if (navigator.clipboard) navigator.clipboard.writeText = () => Promise.reject(new Error('no'));`);
  await press(page, SAVE.page);
  await offered(page, VI, 'save.doubtful');
  await choose(page, VI, 'save.copy');
  await saidOf(page, VI, 'save.by_hand');
  const { text, whole } = await selected(page);
  assert.ok(whole);
  await page.press('Control+c');
  assert.equal(await pasted(framed), text);
  await isResult(page, text);
});

test('frame_with_the_clipboard_copies_without_showing_the_text', { skip: without('frames') }, async (t) => {
  const framed = await frame(t, { sandbox: SANDBOX, allow: 'clipboard-write *' });
  const { page } = framed;
  await toResult(page, VI);
  await press(page, SAVE.page);
  await offered(page, VI, 'save.doubtful');
  await choose(page, VI, 'save.copy');
  await saidOf(page, VI, 'save.copied');
  assert.equal(await page.inside(`return all('#hand-over-text').length;`), 0);
  await isResult(page, await pasted(framed));
});

test('sandbox_with_popups_shows_the_text_in_a_new_tab', { skip: without('frames') }, async (t) => {
  const { page } = await frame(t, { sandbox: `${SANDBOX} allow-popups` });
  await toResult(page, VI);
  await press(page, SAVE.page);
  await offered(page, VI, 'save.doubtful');
  const own = (await call(page, 'getResult')).value;
  const here = await page.driver.getWindowHandle();
  const before = await page.driver.getAllWindowHandles();
  await choose(page, VI, 'save.tab');
  await saidOf(page, VI, 'save.tab.opened');
  const other = await page.waitFor(
    async () => (await page.driver.getAllWindowHandles()).find((one) => !before.includes(one)), 'a new tab');
  await page.driver.switchTo().window(other);
  const text = await page.waitFor(() => page.driver.executeScript('return document.body?.textContent;'), 'its text');
  assert.deepEqual({ ...JSON.parse(text), saved_at: '' }, { ...own, saved_at: '' });
  assert.equal(await page.driver.executeScript('return document.contentType;'), 'text/plain');
  await page.driver.close();
  await page.driver.switchTo().window(here);
});

test('sandbox_with_downloads_saves_and_asks_whether_it_did', { skip: without('frames') }, async (t) => {
  const { page } = await frame(t, { sandbox: `${SANDBOX} allow-downloads` });
  await toResult(page, VI);
  await press(page, SAVE.page);
  await offered(page, VI, 'save.doubtful');
  const { name, text } = await page.takeDownload(FILE);
  assert.equal(name, await file(page));
  await isResult(page, text);
  assert.ok(!(await isRefused(page)));
});

test('sandbox_of_the_own_site_is_read_and_nothing_is_tried_in_vain', async (t) => {
  const { page } = await frame(t, { sandbox: `${SANDBOX} allow-same-origin`, ownFrame: true });
  await begin(page, VI, NAME);
  await press(page, SAVE.foot);
  await offered(page, VI, 'save.forbidden');
  await choose(page, VI, 'save.copy');
  await saidOf(page, VI, 'save.copied');
  assert.deepEqual(await downloads(page), []);
  assert.ok(!(await isRefused(page)));
});

for (const [name, how] of Object.entries({
  sandbox_of_the_own_site_with_downloads: { sandbox: `${SANDBOX} allow-same-origin allow-downloads`, ownFrame: true },
  frame_of_another_site_without_a_sandbox: {},
})) {
  test(`${name}_saves_without_a_question`, { skip: !how.ownFrame && without('frames') }, async (t) => {
    const { page } = await frame(t, how);
    await begin(page, VI, NAME);
    await press(page, SAVE.foot);
    const saved = await page.takeDownload(FILE);
    await page.waitFor(
      () => page.inside(`return all('[role=status]').some((one) => one.textContent === arguments[0]);`, VI.say('save.done', { file: saved.name })),
      'that it is saved');
    assert.equal(await panel(page), '');
  });
}

test('panel_stands_where_the_file_was_asked_for_and_goes_with_the_page_and_with_other_answers', { skip: without('frames') }, async (t) => {
  const { page } = await frame(t, { sandbox: SANDBOX });
  await begin(page, VI, NAME);
  await press(page, SAVE.notice);
  await offered(page, VI, 'save.doubtful');
  assert.equal(await page.inside(`return all('.notice + .hand-over__edge').length;`), 1);
  await press(page, SAVE.foot);
  await page.waitFor(() => page.inside(`return all('.hand-over__edge + .foot').length > 0;`), 'the panel at the foot');
  assert.equal(await page.inside(`return all('.hand-over').length;`), 1);

  await page.click('button', VI.switch);
  await page.waitFor(async () => await title(page) === EN.say('save.doubtful'), 'the panel in the other language');
  await page.click('button', EN.switch);
  await page.waitFor(async () => await title(page) === VI.say('save.doubtful'), 'the panel in the first language');

  await toQuestion(page, VI, 'M2');
  assert.equal(await panel(page), '');
  await press(page, SAVE.foot);
  await offered(page, VI, 'save.doubtful');
  await page.click('radio', /.*/);
  await page.waitFor(async () => await panel(page) === '', 'no panel for other answers');
});

const TEXTS = ['geojson', 'kml', 'csv'];

async function toMeasures(page) {
  await toBoundary(page, VI, NAME);
  assert.equal((await drop(page, 'formats/boundary.geojson')).kind, 'opened');
  await page.waitFor(() => textOf(page, '.measures'), 'the measures');
}

/** Asks for the boundary in a format; the panel stands in that part of the page. */
async function ask(page, format) {
  await page.click('button', VI.say(`boundary.download.${format}`));
  await page.waitFor(async () => (await title(page)) && (await file(page)).endsWith(`.${format}`), `the panel of ${format}`);
  await offered(page, VI, 'save.doubtful');
  assert.equal(await page.inside(`return all('#boundary-download ~ * .hand-over').length;`), 1);
}

async function copied(page) {
  await choose(page, VI, 'save.copy');
  await saidOf(page, VI, 'save.copied');
  return (await selected(page)).text;
}

test('boundary_in_a_sandbox_is_given_as_text_and_its_workbook_as_a_table', { skip: without('clipboardRefused', 'frames') }, async (t) => {
  const framed = await frame(t, { sandbox: SANDBOX });
  const { page } = framed;
  await toMeasures(page);
  for (const format of TEXTS) {
    await ask(page, format);
    const text = await copied(page);
    assert.ok(text.length > 200);
    assert.equal(await pasted(framed), text);
  }
  await ask(page, 'xlsx');
  assert.ok((await panel(page)).includes(VI.say('save.way.binary', { other: VI.say('boundary.download.csv') })));
  assert.deepEqual(await page.named('button', VI.say('save.copy')), []);
  assert.deepEqual(await page.named('button', VI.say('save.tab')), []);
  for (const width of [360, 1280]) {
    await page.setSize(width);
    await page.noHorizontalScroll();
    await page.screenshot('vi-sandbox-boundary');
  }
  await noDownload(page);
});

test('text_of_a_boundary_to_copy_is_that_of_the_file', { skip: without('clipboardRefused', 'frames') }, async (t) => {
  const { page } = await frame(t, { sandbox: `${SANDBOX} allow-downloads` });
  await toMeasures(page);
  for (const format of TEXTS) {
    await ask(page, format);
    const saved = await page.takeDownload(await file(page));
    // A text field has line feeds only.
    assert.equal(await copied(page), saved.text.replaceAll('\r\n', '\n'));
  }
  await ask(page, 'xlsx');
  const { bytes } = await page.takeDownload(await file(page));
  assert.equal(bytes.subarray(0, 2).toString(), 'PK');
});
