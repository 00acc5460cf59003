// What an assessment cannot hold is told where it was entered, and nothing of it is called saved.
import assert from 'node:assert/strict';
import test from 'node:test';

import { open, without } from './harness/index.mjs';
import { begin, fill, textOf, toQuestion, valueOf } from './product/begin.mjs';
import { toBoundary } from './product/boundary_page.mjs';
import { call, hostPage } from './product/host_page.mjs';
import { resultFile } from './product/open_file.mjs';
import { EN, MODEL, VI, Words, indicator } from './product/words.mjs';

const NAME = 'Cụm Quá Dài';
const tooLong = (limit, words = VI) => words.say('refused.text', { limit: words.number(limit) });

/** Enters a text at once, as by pasting it. */
const enter = (page, id, text) => page.inside(`
  const field = all('[id="' + arguments[0] + '"]')[0];
  field.value = arguments[1];
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));`, id, text);

const unfold = (page) => page.inside(`for (const one of all('details')) one.open = true;`);

/** The words at a field, and no word of being saved while they stand. */
async function refusedAt(page, id, words) {
  await page.waitFor(async () => (await textOf(page, `[id="${id}-error"]`)).endsWith(words), `${id}: ${words}`);
  assert.doesNotMatch(await textOf(page, '.saved'), VI.like('saved.at'), id);
}

const said = async (page) => VI.like('saved.at').test(await textOf(page, '.saved'));

test('note_over_its_limit_is_told_at_the_field_and_holds_the_way_on', async (t) => {
  const page = await open(t);
  await begin(page, VI, NAME);
  await toQuestion(page, VI, 'M2');
  await page.press('3');
  await unfold(page);
  await enter(page, 'M2-note', 'n'.repeat(10_001));
  await refusedAt(page, 'M2-note', tooLong(10_000));
  // Beside the way on, and not in the masthead too.
  assert.equal(await textOf(page, '.saved'), VI.say('saved.refused'));
  await page.axe();
  // Another change is saved, and the note is still told.
  await page.click('radio', VI.of(indicator('M2').answer.options[1].text));
  await refusedAt(page, 'M2-note', tooLong(10_000));
  // The text stays where it was entered, in the other language too.
  await page.click('button', VI.switch);
  await page.waitForHeading(EN.of(indicator('M2').question));
  await unfold(page);
  assert.equal((await valueOf(page, 'M2-note')).length, 10_001);
  await refusedAt(page, 'M2-note', tooLong(10_000, EN));
  await page.click('button', EN.switch);
  await page.waitForHeading(VI.of(indicator('M2').question));
  await unfold(page);
  await page.click('button', VI.say('question.next'));
  await page.waitFor(() => page.inside(`return active()?.className === 'error-summary';`), 'focus on the summary of errors');
  await page.press('Tab', 'Enter');
  assert.equal(await page.focusedId(), 'M2-note');
  await enter(page, 'M2-note', 'n'.repeat(10_000));
  await page.waitFor(() => said(page), 'saved');
  await page.reload();
  await page.waitForHeading(VI.of(indicator('M2').question));
  assert.equal((await valueOf(page, 'M2-note')).length, 10_000);
});

test('every_other_text_over_its_limit_is_told_at_its_field', async (t) => {
  const page = await open(t);
  await page.waitForHeading(VI.say('start.title'));
  await page.click('button', VI.say('start.full.begin'));
  await page.landed(VI.say('profile.title'));
  for (const id of ['name', 'commune']) {
    await enter(page, id, 'n'.repeat(1001));
    await refusedAt(page, id, tooLong(1000));
  }
  await page.click('button', VI.say('profile.next'));
  await page.waitFor(() => page.inside(`return all('.error-summary li').length === 2;`), 'both in the summary');
  await enter(page, 'commune', 'Xã A');
  await enter(page, 'name', NAME);
  await page.waitFor(() => said(page), 'saved');
  await page.click('button', VI.say('profile.next'));
  await page.landed(NAME);
  await page.click('button', VI.say('facts.title'));
  await page.landed(VI.say('facts.title'));
  await enter(page, 'decision', 'n'.repeat(1001));
  await refusedAt(page, 'decision', tooLong(1000));
  await page.click('button', VI.say('facts.next'));
  assert.equal(await page.heading(), VI.say('facts.title'), 'the way on waits');
  await enter(page, 'decision', '512/QĐ-UBND');
  await page.click('button', VI.say('facts.next'));
  await page.landed(NAME);
  await toQuestion(page, VI, 'M2');
  await unfold(page);
  await enter(page, 'M2-evidence', 'n'.repeat(10_001));
  await refusedAt(page, 'M2-evidence', tooLong(10_000));
});

test('name_of_the_cluster_of_a_firm_over_its_limit_is_told_at_its_field', async (t) => {
  const words = new Words('vi', true);
  const page = await open(t, hostPage('<cluster-ready lang="vi" mode="firm"></cluster-ready>'));
  await page.waitForHeading(words.say('start.title'));
  await page.click('button', words.say('contribution.begin'));
  await page.landed(words.say('profile.title'));
  await enter(page, 'cluster', 'n'.repeat(1001));
  await refusedAt(page, 'cluster', tooLong(1000, words));
});

/** A page with an assessment of these parts, on its boundary. */
async function boundaryOf(t, more, options) {
  const page = await open(t, { ...hostPage('<cluster-ready lang="vi"></cluster-ready>'), ...options });
  await page.waitForHeading(VI.say('start.title'));
  const file = JSON.parse(resultFile(MODEL, { M2: { level: 1 } }, { profile: { name: NAME, declared_area_ha: 9 }, ...more }));
  assert.deepEqual(await call(page, 'loadResult', file), { value: null });
  return page;
}

async function toBoundaryPage(page) {
  await page.landed(VI.say('result.title_of', { cluster: NAME }));
  await page.click('button', VI.say('question.tasks'));
  await page.landed(NAME);
  await page.click('button', VI.say('boundary.title'));
  await page.landed(VI.say('boundary.title'));
}

const RING = [[105.7, 21.2], [105.706, 21.2], [105.706, 21.205], [105.7, 21.205]];
const BOUNDARY = { file_name: '', format: 'table', crs: { system: 'wgs84' }, sigma_m: 0.1, parts: [[RING]], measures: null };

test('institution_with_too_long_a_name_or_one_too_many_is_told_at_its_field', async (t) => {
  const added = Array.from({ length: 100 }, (_, n) => ({ name: `Trường ${n}`, lon: 105.9, lat: 21.1 }));
  const page = await boundaryOf(t, { boundary: BOUNDARY, places: { university: null, institute: null, added } });
  await toBoundaryPage(page);
  await page.waitForText(VI.say('boundary.near.add'));
  await unfold(page);
  await enter(page, 'near-name', 'n'.repeat(1001));
  await enter(page, 'near-lon', '105,8°');
  await enter(page, 'near-lat', '21 B');
  await page.click('button', VI.say('boundary.near.save_university'));
  await refusedAt(page, 'near-name', VI.say('refused.places', { limit: '100' }));
  assert.equal((await valueOf(page, 'near-name')).length, 1001, 'what was entered stays');
  await enter(page, 'near-lat', '21 km');
  await page.click('button', VI.say('boundary.near.save_university'));
  await page.waitForText(VI.say('boundary.near.lat_wrong'));
});

test('explanation_over_its_limit_is_told_at_its_field', async (t) => {
  const page = await boundaryOf(t, { boundary: BOUNDARY });
  await toBoundaryPage(page);
  await page.waitForText(VI.say('boundary.declared.why'));
  await enter(page, 'boundary-explanation', 'n'.repeat(1001));
  await refusedAt(page, 'boundary-explanation', tooLong(1000));
});

test('corner_taken_on_site_beyond_the_limit_is_told_where_it_is_taken', { skip: without('permit', 'standAt') }, async (t) => {
  const walk = Array.from({ length: 2000 }, (_, n) => [105.7 + n * 1e-6, 21.2, 4]);
  const page = await boundaryOf(t, { walk }, { ownBrowser: true });
  await page.browser.permit('geolocation', 'granted', new URL(page.url).origin);
  await page.browser.standAt({ latitude: 21.3, longitude: 105.7, accuracy: 4 });
  await toBoundaryPage(page);
  await page.click('radio', new RegExp(`^${VI.say('boundary.way.walk')}`));
  await page.click('button', VI.say('boundary.walk.start'));
  await page.waitForText(VI.like('boundary.walk.now'));
  await page.click('button', VI.say('boundary.walk.take', { corner: 2001 }));
  await page.waitForText(VI.say('boundary.move.too_many.other', { count: '2.000' }));
});

test('boundary_whose_distances_no_answer_holds_is_told_and_kept_without_them', async (t) => {
  const page = await open(t);
  await toBoundary(page, VI, NAME);
  const ring = [[2.3, 48.8], [2.31, 48.8], [2.31, 48.81], [2.3, 48.8]];
  const far = { type: 'Polygon', coordinates: [ring] };
  await page.drop('.drop', 'far.geojson', JSON.stringify(far));
  await page.waitForText(VI.say('boundary.problem.abroad'));
  await page.axe();
  await page.reload();
  await page.waitForHeading(VI.say('boundary.title'));
  await page.waitForText(VI.say('boundary.problem.abroad'));
  await page.click('button', VI.say('question.tasks'));
  await toQuestion(page, VI, 'L1');
  assert.equal(await valueOf(page, 'L1-0'), '');
});
