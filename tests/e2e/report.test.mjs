// The result as a report: its table of contents, its front page, and the law in the order of what to do.
import assert from 'node:assert/strict';
import test from 'node:test';

import { open, without } from './harness/index.mjs';
import { textOf } from './product/begin.mjs';
import { Gallery } from './product/gallery.mjs';
import { golden } from './product/golden.mjs';
import { choose, folder, resultFile } from './product/open_file.mjs';
import { EN, MODEL, VI } from './product/words.mjs';

const NAME = 'Cụm công nghiệp Đồng Vân';
const PROFILE = {
  name: NAME, province: '24', kind: 'multi-industry', industry: 'mechanical', established: '2018-03-12', assessed: '2026-11-23',
  declared_area_ha: 80, industrial_land_ha: 52.4, leased_land_ha: 32.5, tenants: 26, facts: { inhabitants: true },
};
const CASE = golden('typical-with-six-unknown');

/** Ids of the parts' headings and the keys of their names, in their order. */
const PARTS = [
  ['result-summary', 'result.contents.summary'],
  ['result-dimensions', 'result.dimensions'],
  ['result-certainty', 'result.contents.certainty'],
  ['result-roadmap', 'result.contents.actions'],
  ['result-legal', 'law.title'],
  ['result-place', 'result.place'],
  ['result-indicators', 'result.indicators'],
  ['result-limits', 'result.contents.method'],
];

/** The result of these answers, in this language. */
async function report(t, words, more = {}) {
  const files = await folder(t);
  const page = await open(t);
  await page.waitForHeading(VI.say('start.title'));
  if (words === EN) {
    await page.click('button', VI.switch);
    await page.waitForHeading(EN.say('start.title'));
  }
  await choose(page, await files.file('a.cluster-ready.json', resultFile(MODEL, CASE.answers, { profile: PROFILE, ...more })));
  await page.click('button', words.say('open.go'));
  await page.landed(words.say('result.title_of', { cluster: NAME }));
  // What comes a moment later would move what is below it.
  await page.waitFor(() => page.inside(`return all('.certainty__part').length > 0;`), 'how sure the result is');
  return page;
}

/** Which of the entries in sight is the current one, and how many there are. */
const current = (page) => page.inside(`
  const links = all('.contents__link').filter(visible);
  return { at: links.findIndex((one) => one.getAttribute('aria-current') === 'location'), of: links.length };`);

/** Waits until this heading has the focus, and stands in sight below what sticks on top. */
async function stands(page, id) {
  await page.waitFor(async () => (await page.focusedId()) === id, `focus on ${id}`);
  const { top, bar, height } = await page.inside(`
    const bar = all('.contents--bar').filter(visible)[0];
    return { top: active().getBoundingClientRect().top, bar: bar?.getBoundingClientRect().bottom ?? 0, height: innerHeight };`);
  assert.ok(top >= bar - 1 && top < height, `${id} at ${top}, below ${bar}`);
}

for (const words of [VI, EN]) {
  test(`contents_lead_to_every_part_by_keyboard_in_${words.language}`, async (t) => {
    const page = await report(t, words);
    assert.equal(await page.inside(`return all('.contents').filter(visible).length;`), 1);
    for (const [at, [id, key]] of PARTS.entries()) {
      const name = new RegExp(`^${words.say(key)}`);
      if (at === 0) {
        // The contents, and the way back, stand before the heading that has the focus.
        await page.tabTo(name, { back: true, most: PARTS.length + 1 });
      } else {
        await page.inside(`all('.contents--rail .contents__link')[arguments[0]].focus();`, at - 1);
        await page.tabTo(name, { most: 1 });
      }
      await page.press('Enter');
      await stands(page, id);
      assert.deepEqual(await current(page), { at, of: PARTS.length });
    }
    // Scrolled by hand, the part in view is the current one.
    await page.inside('scrollTo(0, 0);');
    await page.waitFor(async () => (await current(page)).at === 0, 'the first part');
    await page.inside(`all('#result-legal')[0].scrollIntoView();`);
    await page.waitFor(async () => (await current(page)).at === 4, 'the part on the law');
    await page.axe();
  });

  test(`contents_open_over_a_narrow_page_in_${words.language}`, async (t) => {
    const page = await report(t, words);
    await page.setSize(360);
    const isOpen = () => page.inside(`return all('.contents__open')[0].open;`);
    const bar = async (number) => assert.match(await textOf(page, '.contents__count'), words.like('result.contents.count', { number, total: 8 }));
    await bar(1);
    await page.inside(`all('#contents-bar')[0].focus();`);
    await page.press('Enter');
    assert.equal(await isOpen(), true);
    assert.equal((await current(page)).of, PARTS.length);
    await page.axe();
    await page.setSize(320);
    await page.noHorizontalScroll();
    await page.screenshot(`${words.language}-report-contents`);
    await page.press('Tab', 'Tab', 'Enter');
    await stands(page, 'result-dimensions');
    assert.equal(await isOpen(), false);
    await bar(2);
    assert.equal(await textOf(page, '.contents__now'), words.say('result.dimensions'));
    // Given up, the focus is where it was.
    await page.inside(`all('#contents-bar')[0].focus();`);
    await page.press('Enter', 'Tab', 'Tab', 'Escape');
    assert.deepEqual([await isOpen(), await page.focusedId()], [false, 'contents-bar']);
  });

  test(`front_page_and_law_tell_what_to_do_in_${words.language}`, async (t) => {
    const page = await report(t, words);
    const gallery = new Gallery(page, words.language);
    await gallery.take('report');
    await gallery.alike('report');
    gallery.end();
    const legal = '[aria-labelledby="result-legal"]';
    const seen = await page.inside(`
      const texts = (css) => all(css).map((one) => flat(one.innerText));
      return { actions: texts('[aria-labelledby="front-actions"] .todo__title'), steps: texts('.roadmap .action__title'),
        points: texts('[aria-labelledby="front-law"] .todo__title'), cases: texts('.case__title'), facts: texts('.lack__fact'),
        extremes: texts('.extreme__name') };`);
    assert.deepEqual(seen.actions, seen.steps.slice(0, 3));
    assert.ok(seen.cases.length > 0);
    assert.deepEqual(seen.points, seen.cases.slice(0, 2));
    assert.ok(seen.facts.length > 1);
    assert.equal(new Set(seen.facts).size, seen.facts.length, 'each fact once');
    const values = MODEL.dimensions.map((one) => CASE.expected.dimensions[one.id].central);
    const names = [Math.max(...values), Math.min(...values)].map((one) => words.of(MODEL.dimensions[values.indexOf(one)].short));
    assert.deepEqual(seen.extremes, names);
    // The paper in full, once.
    assert.equal((await page.text()).split(words.say('method.source.paper')).length - 1, 1);
    // Nothing but what asks for nothing is folded away, and paper has that too.
    const folds = () => page.inside(`return all(arguments[0] + ' details').map((one) => one.open);`, legal);
    const before = await folds();
    assert.ok(before.length >= 2 && before.every((open) => !open));
    await page.inside(`dispatchEvent(new Event('beforeprint'));`);
    assert.ok((await folds()).every((open) => open));
    await page.axe();
    await page.inside(`dispatchEvent(new Event('afterprint'));`);
    assert.deepEqual(await folds(), before);
    // From the front to the law, and from a missing fact to where it is told.
    await page.click('button', words.say('result.front.to_law'));
    await stands(page, 'result-legal');
    await page.click('button', words.say('law.missing.plan'));
    await page.landed(words.say('facts.title'));
  });
}

test('print_opens_what_is_folded_and_folds_it_again', { skip: without('pdf') }, async (t) => {
  const page = await report(t, VI);
  await page.inside(`
    window.printed = [];
    addEventListener('beforeprint', () => {
      window.printed = all('.fold .verdict__text, .contents').map((one) => [one.className, one.checkVisibility({ contentVisibilityAuto: true })]);
    });`);
  await page.keepPdf('report');
  const printed = await page.inside(`return window.printed;`);
  const verdicts = printed.filter(([name]) => name === 'verdict__text');
  assert.ok(verdicts.length > 5 && verdicts.every(([, seen]) => seen), JSON.stringify(printed));
  assert.ok(await page.inside(`return all('.fold').length > 1 && all('.fold').every((one) => !one.open);`));
  await page.media({}, 'print');
  assert.equal(await page.inside(`return all('.contents').filter(visible).length;`), 0);
  await page.media();
});
