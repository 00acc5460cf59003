// The workshop kit: what is in it, and that everything in it opens in the page that comes with it.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';

import { OFFLINE, ROOT, open } from './harness/index.mjs';
import { levelName, textOf } from './product/begin.mjs';
import { answered, clear, toBoundary } from './product/boundary_page.mjs';
import { kit, unpack } from './product/kit.mjs';
import { choose } from './product/open_file.mjs';
import { MODEL, VI } from './product/words.mjs';

const { version } = JSON.parse(readFileSync(join(ROOT, 'dist/npm/package.json'), 'utf8'));
const TOP = `cluster-ready-workshop-${version}`;
const BOUNDARIES = { '1-song-lua.kmz': 10.23, '2-go-sen-shapefile.zip': 41.01, '3-ben-tham-vn2000.xlsx': 66.5 };
const RESULTS = { '1-song-lua': 1, '2-go-sen': 3, '3-ben-tham': 5 };

/** The page of an unpacked kit, opened from the disk. */
async function openKit(t) {
  const folder = unpack(t);
  const page = await open(t, { url: pathToFileURL(join(folder, 'cluster-ready.html')).href });
  await page.waitForHeading(VI.say('start.title'));
  return { folder, page };
}

test('kit_holds_the_page_the_guide_the_examples_and_the_licences', () => {
  const { name, files } = kit();
  assert.equal(name, `${TOP}.zip`);
  const wanted = [
    'README.txt', 'cluster-ready.html', 'guide.pdf',
    ...Object.keys(BOUNDARIES).map((file) => `boundaries/${file}`),
    ...Object.keys(RESULTS).map((file) => `results/${file}.cluster-ready.json`),
    ...['LICENSE-APACHE.txt', 'LICENSE-MIT.txt', 'THIRD-PARTY-LICENCES.txt'].map((file) => `licences/${file}`),
  ].map((file) => `${TOP}/${file}`).sort();
  assert.deepEqual(files.map((file) => file.name), wanted);
  assert.equal(new Set(files.map(({ time }) => time)).size, 1, 'one fixed time');
  const bytes = (file) => files.find((one) => one.name === `${TOP}/${file}`).bytes;
  assert.ok(bytes('cluster-ready.html').equals(readFileSync(OFFLINE)));
  assert.ok(bytes('licences/THIRD-PARTY-LICENCES.txt').equals(readFileSync(join(ROOT, 'dist/site/THIRD-PARTY-LICENCES.txt'))));
  const readme = bytes('README.txt').toString('utf8');
  assert.match(readme, /^\ufeffCLUSTER READY.*\r\n/);
  for (const file of [...Object.keys(BOUNDARIES), ...Object.keys(RESULTS), version]) assert.ok(readme.includes(file), file);
});

test('guide_is_two_pages_with_its_letters_in_it_and_no_moment', () => {
  const pdf = kit().files.find(({ name }) => name.endsWith('/guide.pdf')).bytes.toString('latin1');
  assert.equal(pdf.match(/\/Type \/Page\b(?!s)/g)?.length, 2, 'a page too many is text that does not fit');
  const fonts = [...pdf.matchAll(/\/Type \/FontDescriptor\b[^>]*/g)].map(([text]) => text);
  assert.equal(fonts.length, 3);
  for (const font of fonts) {
    assert.match(font, /\/FontName \/[A-Z]{6}\+Roboto-/);
    assert.match(font, /\/FontFile2 /);
  }
  assert.match(pdf, /\/MarkInfo <<[^>]*\/Marked true/, 'can be read out');
  assert.doesNotMatch(pdf, /\/CreationDate|\/ModDate|file:\/\//);
});

test('example_boundaries_are_measured_without_a_question', async (t) => {
  const { folder, page } = await openKit(t);
  assert.deepEqual(readdirSync(join(folder, 'boundaries')).sort(), Object.keys(BOUNDARIES));
  await toBoundary(page, VI, 'Cụm Tập Huấn');
  for (const [file, area] of Object.entries(BOUNDARIES)) {
    await page.drop('.drop', file, readFileSync(join(folder, 'boundaries', file)), '');
    const now = await answered(page, file);
    assert.equal(now.kind, 'opened', `${file}: ${now.refused}`);
    assert.equal(now.systems, 0, file);
    const measures = await page.waitFor(() => textOf(page, '.measures'), 'the measures');
    assert.ok(measures.includes(`${VI.number(area)} ha (±`), `${file}: ${measures}`);
    assert.ok(now.lead.includes(VI.say('boundary.lead.ok')), `${file}: ${now.lead}`);
    await clear(page, VI, now);
  }
});

test('example_results_open_with_their_level_and_are_saved_the_same_again', async (t) => {
  const { folder, page } = await openKit(t);
  for (const [file, level] of Object.entries(RESULTS)) {
    const path = join(folder, 'results', `${file}.cluster-ready.json`);
    const saved = JSON.parse(readFileSync(path, 'utf8'));
    await choose(page, path);
    await page.click('button', VI.say('open.go'));
    await page.landed(VI.say('result.title_of', { cluster: saved.profile.name }));
    assert.equal(await levelName(page), VI.of(MODEL.levels[level - 1].name));
    assert.ok((await textOf(page, '.score')).includes(VI.say('result.level_of', { level, levels: MODEL.levels.length })));
    assert.ok((await page.text()).includes(VI.say('example.mark')), 'marked as invented');
    await page.click('button', VI.say('foot.save'));
    const again = JSON.parse((await page.takeDownload(/\.cluster-ready\.json$/)).text);
    // Other answers or another model would give others: docs/offline.md says how they are made anew.
    assert.deepEqual({ ...again, saved_at: '', tool: '' }, { ...saved, saved_at: '', tool: '' });
    await page.click('button', /^Cluster Ready/);
    await page.waitForHeading(VI.say('start.title'));
  }
});
