// What the page around the widget does to it: gives it no width of its own, moves it to another document, translates it.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';

import { open, without } from './harness/index.mjs';
import { begin, textOf } from './product/begin.mjs';
import { FOLDER, toBoundary } from './product/boundary_page.mjs';
import { hostPage } from './product/host_page.mjs';
import { VI } from './product/words.mjs';

const WIDGET = '<cluster-ready id="one" lang="vi" storage="none"><p>Đang mở…</p></cluster-ready>';
const LEAST = 280;

/** Places whose width goes by what is in them: markup around the widget. */
const PLACES = {
  flex_column: ['<div style="display:flex;flex-direction:column;align-items:center">', '</div>'],
  flex_row: ['<div style="display:flex"><nav>Mục lục của trang</nav>', '</div>'],
  flex_row_of_boxes: ['<div style="display:flex;flex-wrap:wrap"><nav>Mục lục</nav><section>', '</section></div>'],
  grid_in_the_middle: ['<div style="display:grid;justify-items:center">', '</div>'],
  grid_of_content: ['<div style="display:grid;grid-template-columns:auto 1fr">', '<p>Bên cạnh</p></div>'],
  grid_of_least_content: ['<div style="display:grid;grid-template-columns:min-content 1fr">', '<p>Bên cạnh</p></div>'],
  float: ['<div style="float:left">', '</div>'],
  inline_block: ['<span style="display:inline-block">', '</span>'],
  absolute: ['<div style="position:absolute;top:0;left:0">', '</div>'],
  table_cell: ['<table><tr><td>Một ô</td><td>', '</td></tr></table>'],
  fit_content: ['<div style="width:fit-content">', '</div>'],
  fieldset: ['<fieldset style="width:min-content">', '</fieldset>'],
  dialog: ['<dialog open>', '</dialog>'],
  popover: ['<div popover id="over">', '</div>'],
  contents: ['<style>cluster-ready { display: contents }</style><div style="display:flex">', '</div>'],
};

/** How wide the widget is, and what the page has to scroll sideways. */
const size = (page) => page.inside(`
  document.getElementById('over')?.showPopover();
  const { scrollWidth, clientWidth } = document.documentElement;
  return { width: all('.app')[0].getBoundingClientRect().width, beyond: scrollWidth - clientWidth };`);

for (const [name, [before, after]] of Object.entries(PLACES)) {
  test(`widget_has_a_sensible_width_in_a_${name}`, { skip: without('narrow') }, async (t) => {
    const page = await open(t, { ...hostPage(before + WIDGET + after), width: 360 });
    await page.waitForHeading(name === 'popover' ? '' : VI.say('start.title'));
    await page.waitFor(() => page.inside(`return all('.root:not(.early) .app').length > 0;`), 'the program');
    const narrow = await size(page);
    assert.ok(narrow.width >= LEAST, `${narrow.width} px at 360`);
    if (!/flex_row$|grid_of|table|contents/.test(name)) assert.ok(narrow.beyond <= 0, `${narrow.beyond} px too wide`);
    await page.setSize(1280);
    const wide = await size(page);
    const least = name === 'grid_of_least_content' || name === 'fieldset' ? LEAST : 900;
    assert.ok(wide.width >= least && wide.beyond <= 0, `${wide.width} px at 1280, ${wide.beyond} px too wide`);
  });
}

/** Moves the widget into a frame of the page, or to the page itself. */
const move = (page, where) => page.inside(`
  const found = document.querySelector('cluster-ready') ?? document.querySelector('iframe').contentDocument.querySelector('cluster-ready');
  const place = arguments[0] === 'frame' ? document.querySelector('iframe').contentDocument.body : document.querySelector('main');
  place.append(found);`, where);

const FRAME = '<iframe title="Khung" style="width:600px;height:600px"></iframe>';
/** How a button of the widget looks, wherever it is. */
const look = (page) => page.inside(`
  const found = document.querySelector('cluster-ready') ?? document.querySelector('iframe').contentDocument.querySelector('cluster-ready');
  const style = (css) => getComputedStyle(found.shadowRoot.querySelector(css));
  return [style('.button').cursor, style('.button').backgroundColor, style('h1').fontWeight].join(' ');`);

test('widget_moved_to_another_document_keeps_its_style_there_and_back', async (t) => {
  const page = await open(t, hostPage(WIDGET + FRAME));
  await page.waitForHeading(VI.say('start.title'));
  await page.waitFor(() => page.inside(`return all('.root:not(.early) .app').length > 0;`), 'the program');
  const before = await look(page);
  for (const where of ['frame', 'page', 'frame']) {
    await move(page, where);
    assert.equal(await look(page), before, where);
  }
  // What comes later is styled there too.
  await page.inside(`
    const { shadowRoot } = document.querySelector('iframe').contentDocument.querySelector('cluster-ready');
    [...shadowRoot.querySelectorAll('button')].find((one) => one.innerText === arguments[0]).click();`, VI.say('foot.method'));
  const tables = () => page.inside(`
    const { shadowRoot } = document.querySelector('iframe').contentDocument.querySelector('cluster-ready');
    const found = shadowRoot.querySelector('.indicators');
    return found && getComputedStyle(found).minInlineSize;`);
  await page.waitFor(async () => parseFloat(await tables()) > 0, 'the style of the table');
});

test('widget_made_for_a_frame_and_one_that_stops_there_have_their_style', async (t) => {
  const state = {};
  const page = await open(t, hostPage(FRAME, '', { answer: (path) => (path === '/app_bg.wasm' ? state.how : undefined) }));
  page.record.expect(/cluster-ready:|404/);
  state.how = { status: 404, body: 'gone' };
  await page.inside(`
    const made = document.createElement('cluster-ready');
    made.lang = 'vi';
    document.querySelector('iframe').contentDocument.body.append(made);`);
  const inFrame = (body) => page.inside(`
    const { shadowRoot } = document.querySelector('iframe').contentDocument.querySelector('cluster-ready');
    ${body}`);
  const borderOfStop = () => inFrame(`const box = shadowRoot?.querySelector('.stopped'); return box && getComputedStyle(box).borderTopWidth;`);
  await page.waitFor(async () => await borderOfStop() === '3px', 'the stop with its style');
  await move(page, 'page');
  assert.equal(await page.inside(`return getComputedStyle(all('.stopped')[0]).borderTopWidth;`), '3px');
  await move(page, 'frame');
  state.how = undefined;
  await inFrame(`shadowRoot.querySelector('.stopped button').click();`);
  await page.waitFor(() => inFrame(`return shadowRoot.querySelector('.root:not(.early) .app') !== null;`), 'the program');
  assert.match(await look(page), /^pointer/);
});

/** Does with every text of the widget, now and later, what page translators do. */
const TRANSLATE = `
  const root = all('cluster-ready')[0].shadowRoot;
  const one = (text) => {
    if (!text.data.trim() || text.parentElement?.closest('font, style, textarea')) return;
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    inner.textContent = '[' + text.data + ']';
    outer.append(inner);
    text.replaceWith(outer);
  };
  const walk = (node) => {
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) found.push(texts.currentNode);
    found.forEach(one);
  };
  walk(root);
  new MutationObserver((changes) => {
    for (const added of changes.flatMap((change) => [...change.addedNodes])) {
      if (added.nodeType === 3) one(added);
      else if (added.nodeType === 1 && added.localName !== 'font') walk(added);
    }
  }).observe(root, { childList: true, subtree: true, characterData: true });`;

test('status_and_notices_change_on_a_translated_page', { skip: without('runFirst') }, async (t) => {
  const refusing = (browser) => browser.runFirst(`
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given) {
      if (globalThis.refuses) throw new DOMException('x', 'QuotaExceededError');
      return put.apply(this, given);
    };`);
  const page = await open(t, { before: refusing });
  await toBoundary(page, VI, 'Cụm Được Dịch');
  await page.waitFor(async () => VI.like('saved.at').test(await textOf(page, '.saved')), 'the time of saving');
  await page.inside(TRANSLATE);
  await page.waitForText(`[${VI.say('boundary.lead.none')}]`);
  await page.upload('#boundary-file', join(FOLDER, 'formats/boundary_vn2000_crs_member.geojson'));
  await page.waitFor(async () => /^\[.*14 góc/.test(await textOf(page, 'h1 ~ .lead')), 'the line on what was read');
  assert.ok(!(await page.text()).includes(VI.say('boundary.lead.none')), 'nothing of the line before stands');
  await page.inside('window.refuses = true;');
  await page.click('button', new RegExp(VI.say('boundary.save')));
  await page.waitFor(async () => (await textOf(page, '.saved')).includes(VI.say('saved.not')), 'that nothing is saved');
  assert.doesNotMatch(await textOf(page, '.saved'), VI.like('saved.at'));
  await page.waitForText(VI.say('notice.full.title'));
  await page.inside('window.refuses = false;');
});

test('first_page_that_was_translated_leads_to_where_it_led', async (t) => {
  const state = {};
  const wait = new Promise((resolve) => { state.release = resolve; });
  const page = await open(t, hostPage('<cluster-ready id="one" lang="vi"></cluster-ready>', '', {
    answer: (path) => (path === '/app_bg.wasm' ? { wait } : undefined),
  }));
  await page.waitForHeading(VI.say('start.title'));
  await page.inside(TRANSLATE);
  await page.click('button', new RegExp(VI.say('start.full.begin')));
  await page.waitForHeading(`[${VI.say('profile.title')}]`);
  await page.typeInto('#name', 'Cụm Được Dịch');
  await page.click('button', new RegExp(VI.say('profile.next')));
  state.release();
  await page.waitForHeading('[Cụm Được Dịch]');
});
