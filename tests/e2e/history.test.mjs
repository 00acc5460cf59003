// The browser's Back and Forward lead through the widget's pages, where the page around it asks for that.
import assert from 'node:assert/strict';
import test from 'node:test';

import { open } from './harness/index.mjs';
import { begin, chosen, toQuestion } from './product/begin.mjs';
import { hostPage } from './product/host_page.mjs';
import { VI, indicator } from './product/words.mjs';

const NAME = 'Cụm Quay Lại';
const back = (page) => page.driver.executeScript('history.back();');
const forward = (page) => page.driver.executeScript('history.forward();');
const question = (id) => VI.of(indicator(id).question);

test('back_and_forward_on_the_site_lead_through_its_pages', async (t) => {
  const page = await open(t);
  await begin(page, VI, NAME);
  await toQuestion(page, VI, 'M2');
  await page.press('3');
  await page.click('button', VI.say('foot.method'));
  await page.landed(VI.say('method.title'));
  await back(page);
  await page.landed(question('M2'));
  assert.deepEqual(await chosen(page), ['M2-2']);
  // The way from the list led over the first question of the part.
  for (const heading of [question('M1'), NAME, VI.say('profile.title')]) {
    await back(page);
    await page.landed(heading);
  }
  for (const heading of [NAME, question('M1'), question('M2')]) {
    await forward(page);
    await page.landed(heading);
  }
  assert.deepEqual(await chosen(page), ['M2-2']);
  // Going on from there forgets what lay ahead.
  await page.click('button', VI.say('question.next'));
  await page.landed(question('M3'));
  await back(page);
  await page.landed(question('M2'));
});

test('back_from_the_start_goes_into_the_draft_that_was_left_and_a_reload_keeps_the_way', async (t) => {
  const page = await open(t);
  await begin(page, VI, NAME);
  await toQuestion(page, VI, 'M2');
  await page.press('3');
  await page.reload();
  await page.waitForHeading(question('M2'));
  await back(page);
  await page.landed(question('M1'));
  await back(page);
  await page.landed(NAME);
  await page.click('button', /^Cluster Ready/);
  await page.landed(VI.say('start.title'));
  await back(page);
  await page.landed(NAME);
  for (const heading of [VI.say('profile.title'), VI.say('start.title')]) {
    await back(page);
    await page.landed(heading);
  }
});

test('history_of_a_page_around_is_its_own_unless_it_says_otherwise', async (t) => {
  const page = await open(t, hostPage('<cluster-ready id="one" lang="vi"></cluster-ready>'));
  const length = () => page.driver.executeScript('return history.length;');
  await page.waitForHeading(VI.say('start.title'));
  const before = await length();
  await begin(page, VI, NAME);
  assert.equal(await length(), before);
  assert.equal(await page.driver.executeScript('return history.state;'), null);
});

test('what_the_page_around_keeps_in_its_history_stays', async (t) => {
  const page = await open(t, hostPage('<cluster-ready id="one" lang="vi" history></cluster-ready>', '<script>history.replaceState({ own: 1 }, "");</script>'));
  await begin(page, VI, NAME);
  await page.waitFor(() => page.driver.executeScript('return history.state.own === 1 && "clusterReady" in history.state;'), 'both in the state');
  await back(page);
  await page.landed(VI.say('profile.title'));
  assert.equal(await page.driver.executeScript('return history.state.own;'), 1);
});
