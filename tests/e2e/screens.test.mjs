// Every screen in every state, in both languages: axe-core, no horizontal scroll, pictures to look at.
import assert from 'node:assert/strict';
import test from 'node:test';

import { open, without } from './harness/index.mjs';
import { begin, fill, toQuestion } from './product/begin.mjs';
import { Gallery } from './product/gallery.mjs';
import { golden } from './product/golden.mjs';
import { choose, folder, resultFile } from './product/open_file.mjs';
import { pdfObjects } from './product/pdf.mjs';
import { EN, MODEL, VI, indicator } from './product/words.mjs';

const NAME = 'Cụm công nghiệp Đồng Vân';
const PROFILE = {
  name: NAME, province: '24', commune: 'Xã Đồng Vân', kind: 'multi-industry', industry: 'mechanical',
  established: '2018-03-12', assessed: '2026-11-23', declared_area_ha: 75, industrial_land_ha: 52.4, leased_land_ha: 32.5, tenants: 26,
};

/** The page in this language, from a fresh first page. */
async function pageIn(t, words) {
  const page = await open(t);
  await page.waitForHeading(VI.say('start.title'));
  if (words === EN) {
    await page.click('button', VI.switch);
    await page.waitForHeading(EN.say('start.title'));
  }
  return page;
}

async function toStart(page, words) {
  await page.click('button', /^Cluster Ready/);
  await page.landed(words.say('start.title'));
}

async function submit(page) {
  await page.inside(`all('form')[0].requestSubmit();`);
  await page.waitFor(async () => (await page.inside(`return all('.error-summary').filter(visible).length;`)) > 0, 'the summary of errors');
}

async function openAnswers(page, words, files, answers, more = {}) {
  const path = await files.file('given.cluster-ready.json', resultFile(MODEL, answers, { profile: PROFILE, ...more }));
  await page.waitForHeading(words.say('start.title'));
  await choose(page, path);
  await page.click('button', words.say('open.go'));
  await page.landed(words.say('result.title_of', { cluster: NAME }));
}

for (const words of [VI, EN]) {
  const { language } = words;

  test(`pages_around_the_questions_in_${language}`, async (t) => {
    const page = await pageIn(t, words);
    const gallery = new Gallery(page, language);
    await gallery.take('start');
    await gallery.alike('start');
    for (const screen of ['method', 'accessibility', 'erase']) {
      await page.click('button', words.say(`foot.${screen}`));
      await page.landed(words.say(`${screen}.title`));
      await gallery.take(screen);
      await page.click('button', words.say('back'));
      await page.landed(words.say('start.title'));
    }
    await page.click('button', words.say('start.full.begin'));
    await page.landed(words.say('profile.title'));
    await gallery.take('profile');
    for (const [id, text] of [['declared', '1.000'], ['industrial', 'x'], ['leased', '99999'], ['established-d', '31']]) await fill(page, id, text);
    await submit(page);
    await gallery.take('profile-errors');
    await gallery.alike('profile-errors');
    await toStart(page, words);
    await begin(page, words, NAME);
    await gallery.take('tasks-empty');
    await page.click('button', words.say('facts.title'));
    await page.landed(words.say('facts.title'));
    await gallery.take('facts');
    await fill(page, 'services-share', '120');
    await submit(page);
    await gallery.take('facts-errors');
    await toStart(page, words);
    await page.waitForText(NAME);
    await gallery.take('start-drafts');
    gallery.end();
  });

  test(`every_kind_of_question_in_${language}`, async (t) => {
    const page = await pageIn(t, words);
    const gallery = new Gallery(page, language);
    await begin(page, words, NAME);
    const kinds = { level: 'M2', number: 'M6', checklist: 'M7', derived: 'L1', numbers: 'L6', choices: 'I5' };
    for (const [kind, id] of Object.entries(kinds)) {
      assert.equal(indicator(id).answer.kind, kind);
      await toQuestion(page, words, id);
      await gallery.take(`question-${kind}`);
      await submit(page);
      await gallery.take(`question-${kind}-error`);
      if (kind === 'level') {
        await gallery.alike('question-level-error');
        await page.inside(`all('details').forEach((one) => { one.open = true; });`);
        await gallery.take('question-opened');
        await page.clickOn('h1');
        await page.press('4');
        await gallery.take('question-level-answered');
        await gallery.alike('question-level-answered');
      }
      if (kind === 'number') {
        await fill(page, 'M6-0', '62,5');
        await gallery.take('question-number-answered');
      }
      await page.click('button', words.say('question.tasks'));
      await page.landed(NAME);
    }
    await gallery.take('tasks-started');
    gallery.end();
  });

  test(`check_and_result_in_every_state_in_${language}`, async (t) => {
    const files = await folder(t);
    const page = await pageIn(t, words);
    const gallery = new Gallery(page, language);
    const states = {
      full: golden('typical-multi-industry').answers,
      withheld: golden('typical-quick-mode').answers,
      capped: golden('strong-but-no-technology').answers,
      unknown: golden('typical-with-six-unknown').answers,
      'not-rated': golden('random-04').answers,
    };
    for (const [state, answers] of Object.entries(states)) {
      await openAnswers(page, words, files, answers, { mode: state === 'withheld' ? 'quick' : 'full' });
      await gallery.take(`result-${state}`);
      if (state === 'full') await gallery.alike('result-full');
      if (state === 'full' || state === 'unknown') {
        await page.click('button', words.say('question.tasks'));
        await page.landed(NAME);
        await gallery.take(`tasks-${state}`);
        await page.click('button', words.say('tasks.check'));
        await page.landed(words.say('check.title'));
        await gallery.take(`check-${state}`);
      }
      await toStart(page, words);
    }
    await begin(page, words, 'Cụm Trống');
    await page.click('button', words.say('tasks.check'));
    await page.landed(words.say('check.title'));
    await gallery.take('check-empty');
    await page.click('button', words.say('check.result'));
    await page.landed(words.say('result.title_of', { cluster: 'Cụm Trống' }));
    await gallery.take('result-empty');
    gallery.end();
  });
}

test('result_prints_as_a4_pages', { skip: without('pdf') }, async (t) => {
  const files = await folder(t);
  const page = await pageIn(t, VI);
  await openAnswers(page, VI, files, golden('typical-multi-industry').answers);
  const pdf = await page.keepPdf('result');
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
  const objects = pdfObjects(pdf);
  const pages = objects.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  assert.ok(pages >= 2, `${pages} pages`);
  // Width of A4 in points, rounded in one way or another.
  assert.match(objects, /\/MediaBox\s*\[\s*0 0 59[456]/);
});
