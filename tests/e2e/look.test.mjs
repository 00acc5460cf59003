// The widget's look on somebody else's page: its size, its theme, and style sheets that mean no good.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';

import { ROOT, open, without } from './harness/index.mjs';
import { begin } from './product/begin.mjs';
import { hostPage } from './product/host_page.mjs';
import { MODEL, VI, indicator } from './product/words.mjs';

const WIDGET = '<cluster-ready id="one" lang="vi"></cluster-ready>';
const QUIET = '<style>body { margin: 0 } main { display: block }</style>';

/** From the task list to the first question, at any width. */
async function toFirst(page) {
  await page.click('button', VI.of(MODEL.dimensions[0].name));
  await page.landed(VI.of(indicator('M1').question));
}

/** Place, size, colours and type of every element of the widget. */
const looks = (page) => page.inside(`
  const round = (number) => Math.round(number * 4) / 4;
  return all('.root, .root *').map((one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    return [one.localName, one.className.baseVal ?? one.className, round(x), round(y), round(width), round(height), style.color,
      style.backgroundColor, style.fontSize, style.fontFamily, style.lineHeight, style.direction, style.textAlign, style.letterSpacing,
      style.textTransform, style.visibility, style.cursor].join(' ');
  });`);

/** The looks of the start page and of a question on such a page. */
async function walk(t, width, head, attributes, picture) {
  const page = await open(t, { ...hostPage(WIDGET, head, { attributes }), width });
  await page.browser.still(); // nothing is seen half changed
  await page.waitForHeading(VI.say('start.title'));
  const start = await looks(page);
  await page.screenshot(`${picture}-start`);
  await begin(page, VI, 'Cụm Bền');
  await toFirst(page);
  await page.waitFor(() => page.inside(`return all('.saved__icon').length > 0;`), 'the draft to be saved');
  const question = await looks(page); // the time of saving has figures of one width
  await page.screenshot(`${picture}-question`);
  return { start, question };
}

/** The looks on a page that means well; the first test that asks for them takes them. */
let plain;

for (const [name, head, attributes] of [
  ['page_that_unsets_everything', '<style>* { all: unset !important } head { display: none !important }</style>', ''],
  ['page_with_large_rem', `${QUIET}<style>html { font-size: 40px } * { font-size: 3rem !important; line-height: 3 !important }</style>`, ''],
  ['page_that_runs_from_right_to_left', QUIET, 'dir="rtl"'],
  ['page_with_dark_colours', `${QUIET}<style>body { background: #000; color: #fff; font: 700 30px/2 serif; letter-spacing: 4px; text-align: right; text-transform: uppercase; visibility: visible; cursor: crosshair; word-spacing: 9px; white-space: pre; }</style>`, ''],
  ['page_that_paints_every_element', `${QUIET}<style>*, *::before { color: red !important; border: 3px dotted !important; background: lime !important; float: right; } div, button, h1, p { display: none !important; }</style>`, ''],
]) {
  test(`${name}_changes_nothing_inside`, async (t) => {
    const width = 768;
    const host = name === 'page_that_paints_every_element' ? `${head}<style>cluster-ready, main, body, html { border: 0 !important; float: none !important }</style>` : head;
    plain ??= await walk(t, width, QUIET, '', 'look-plain');
    const loud = await walk(t, width, host, attributes, `look-${name}`);
    assert.deepEqual(loud.start, plain.start);
    assert.deepEqual(loud.question, plain.question);
  });
}

test('custom_properties_and_parts_of_the_page_are_taken', async (t) => {
  const head = `<style>
    cluster-ready { --cluster-ready-accent: rgb(120, 20, 90); --cluster-ready-on-accent: rgb(255, 250, 240); --cluster-ready-radius: 11px;
      --cluster-ready-font: Georgia, serif; --cluster-ready-font-size: 20px; --cluster-ready-spacing: 6px; }
    cluster-ready::part(masthead) { background: rgb(250, 240, 230); }
    cluster-ready::part(button) { text-transform: uppercase; }
    cluster-ready::part(foot) { display: none; }
  </style>`;
  const page = await open(t, hostPage(WIDGET, head));
  await page.waitForHeading(VI.say('start.title'));
  const seen = await page.inside(`
    const style = (css) => getComputedStyle(all(css)[0]);
    const button = style('.button:not(.button--plain)');
    return {
      accent: button.backgroundColor, on: button.color, radius: style('.way').borderRadius, font: style('h1').fontFamily, size: style('.root').fontSize,
      gap: style('.ways').rowGap, masthead: style('.masthead').backgroundColor, button: button.textTransform, foot: style('.foot').display,
    };`);
  assert.deepEqual(seen, {
    accent: 'rgb(120, 20, 90)', on: 'rgb(255, 250, 240)', radius: '11px', font: 'Georgia, serif', size: '20px', gap: '24px',
    masthead: 'rgb(250, 240, 230)', button: 'uppercase', foot: 'none',
  });
  await page.screenshot('look-themed');
});

test('widget_fits_its_place_from_280_to_1600_pixels', { skip: without('narrow') }, async (t) => {
  for (const width of [280, 320, 768, 1600]) {
    const page = await open(t, { ...hostPage(WIDGET, QUIET), width });
    await page.waitForHeading(VI.say('start.title'));
    await page.noHorizontalScroll();
    await page.screenshot('look-width-start');
    await begin(page, VI, 'Cụm công nghiệp Vừa Khung');
    await page.noHorizontalScroll();
    await page.screenshot('look-width-tasks');
    await toFirst(page);
    await page.noHorizontalScroll();
    await page.screenshot('look-width-question');
    await page.click('button', VI.say('question.tasks'));
    await page.landed('Cụm công nghiệp Vừa Khung');
    await page.click('button', VI.say('tasks.result'));
    await page.landed(VI.say('result.title_of', { cluster: 'Cụm công nghiệp Vừa Khung' }));
    await page.noHorizontalScroll();
    await page.screenshot('look-width-result');
  }
});

test('narrow_column_of_a_wide_page_is_what_counts', { skip: without('narrow') }, async (t) => {
  const head = `${QUIET}<style>main { inline-size: 280px }</style>`;
  const narrow = await open(t, { ...hostPage(WIDGET, QUIET), width: 280 });
  await narrow.waitForHeading(VI.say('start.title'));
  const wide = await open(t, { ...hostPage(WIDGET, head), width: 1600 });
  await wide.waitForHeading(VI.say('start.title'));
  assert.deepEqual(await looks(wide), await looks(narrow));
});

test('nothing_is_tinted_by_hovering_as_what_is_chosen_is', async () => {
  const folder = join(ROOT, 'style');
  const sheets = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
  const rules = [...sheets.join('\n').matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors, body]) => selectors.split(',').map((one) => [one.trim(), body]));
  const hovered = rules.filter(([selector]) => selector.includes(':hover') && !selector.includes('--on'));
  assert.ok(hovered.length > 5);
  assert.deepEqual(hovered.filter(([, body]) => body.includes('--_tint')).map(([selector]) => selector), []);
});

/** Whether the widget stands on a dark sheet. */
const isDark = (page) => page.inside(`return getComputedStyle(all('.root')[0]).backgroundColor === 'rgb(18, 25, 28)';`);
const DARK = { 'prefers-color-scheme': 'dark' };

test('own_site_is_dark_for_whoever_prefers_it_and_every_page_keeps_its_contrast', { skip: without('media') }, async (t) => {
  const page = await open(t);
  await page.waitForHeading(VI.say('start.title'));
  assert.equal(await isDark(page), false);
  await page.media(DARK);
  assert.equal(await isDark(page), true);
  const look = async (name) => {
    await page.screenshot(`look-dark-${name}`);
    await page.axe();
  };
  await look('start');
  await begin(page, VI, 'Cụm Tối');
  await look('tasks');
  await toFirst(page);
  await page.press('1');
  await look('question');
  await page.click('button', VI.say('question.tasks'));
  await page.landed('Cụm Tối');
  await page.click('button', VI.say('tasks.check'));
  await page.landed(VI.say('check.title'));
  await look('check');
  await page.click('button', VI.say('check.result'));
  await page.landed(VI.say('result.title_of', { cluster: 'Cụm Tối' }));
  await look('result');
  await page.media(DARK, 'print');
  assert.equal(await isDark(page), false);
});

test('page_around_says_whether_the_widget_may_be_dark', { skip: without('media') }, async (t) => {
  for (const [said, dark] of [['', false], ['light dark', true], ['light', false], ['dark', true]]) {
    const page = await open(t, hostPage(WIDGET, `${QUIET}<style>:root { color-scheme: ${said || 'normal'} }</style>`));
    await page.waitForHeading(VI.say('start.title'));
    await page.media(DARK);
    assert.equal(await isDark(page), dark, said);
  }
});
