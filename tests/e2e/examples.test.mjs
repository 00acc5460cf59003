// Every page of examples/, opened from a server with the files where the example wants them, by a person who begins the
// quick way and answers. And the documentation shows no markup that is not in one of them.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import test from 'node:test';

import { ROOT, open, serve } from './harness/index.mjs';
import { begin, textOf } from './product/begin.mjs';
import { drop, toBoundary } from './product/boundary_page.mjs';
import { golden } from './product/golden.mjs';
import { call } from './product/host_page.mjs';
import { answer, answerAll } from './product/keyboard.mjs';
import { resultFile } from './product/open_file.mjs';
import { receiver } from './product/receiver.mjs';
import { EXAMPLES, TOOLS, integrity, toolServer, webRoot } from './product/web_root.mjs';
import { MODEL, VI } from './product/words.mjs';

const files = (ending) => readdirSync(EXAMPLES, { recursive: true }).filter((path) => path.endsWith(ending)).sort();
const text = (path) => readFileSync(join(ROOT, path), 'utf8');
const HTML = { 'Content-Type': 'text/html; charset=utf-8' };
const PAGES = files('.html');
const QUICK = MODEL.indicators.filter((one) => one.quick);
const ANSWERS = golden('typical-quick-mode').answers;
const DIGEST = 'sha256-OF-ELEMENT.JS-IN-INTEGRITY.JSON';
const RESULTS = 'https://results.example';

/** Opens a page of the examples on `localhost`; the server of the widget that it names is one on 127.0.0.1. `replaced` has
 * what else is to stand in the page in place of what. */
async function example(t, path, { headers = {}, digest = integrity('element.js'), replaced = {}, tools } = {}) {
  const source = readFileSync(join(EXAMPLES, path), 'utf8');
  const elsewhere = source.includes(TOOLS) && (tools ?? await toolServer(t));
  const words = { [DIGEST]: digest, ...(elsewhere && { [TOOLS]: new URL(elsewhere.url).origin }), ...replaced };
  const body = Object.entries(words).reduce((all, [from, to]) => all.replaceAll(from, to), source);
  const name = relative(dirname(path), path);
  const own = { body, headers: { ...HTML, ...headers } };
  const site = await serve(await webRoot(t, join(EXAMPLES, dirname(path))), { answer: (asked) => (asked === `/${name}` ? own : undefined) });
  t.after(() => site.close());
  const framed = source.includes('<iframe');
  const page = await open(t, { url: new URL(name, site.url.replace('127.0.0.1', 'localhost')).href, inOneProcess: framed });
  if (elsewhere) page.record.allow(elsewhere.url);
  if (framed) await page.driver.switchTo().frame(0);
  return { page, framed, isFrame: source.includes('/frame.js"') };
}

assert.ok(PAGES.length > 0);
for (const path of PAGES) {
  test(`example_${path}_asks_and_takes_an_answer`, async (t) => {
    const { page, framed, isFrame } = await example(t, path);
    await begin(page, VI, 'Cụm Theo Mẫu', { mode: 'quick' });
    await answer(page, VI, QUICK[0], ANSWERS[QUICK[0].id]);
    await page.press('Enter');
    await page.landed(VI.of(QUICK[1].question));
    if (framed) await page.driver.switchTo().defaultContent();
    else if (!isFrame) await page.axe(); // the landmarks of a frame are those of the page around it
    for (const width of [360, 1280]) {
      await page.setSize(width);
      await page.noHorizontalScroll();
      await page.screenshot(`example-${path.replace(/\W+/g, '-')}`);
    }
  });
}

const flat = (markup) => markup.replace(/\s+/g, ' ').trim();

test('markup_in_the_documentation_is_that_of_an_example', () => {
  const pages = PAGES.map((path) => flat(readFileSync(join(EXAMPLES, path), 'utf8')));
  for (const document of ['docs/embedding.md', 'README.md']) {
    const blocks = [...text(document).matchAll(/```html\n([^]*?)```/g)].map(([, block]) => flat(block));
    assert.ok(blocks.length > 0, document);
    for (const block of blocks) assert.ok(pages.some((page) => page.includes(block)), `${document}: ${block}`);
  }
});

test('links_of_documentation_and_examples_lead_to_something', () => {
  const documents = ['README.md', 'docs/embedding.md', ...files('.md').map((path) => `examples/${path}`)];
  const links = documents.flatMap((document) => [...text(document).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, to]) => join(dirname(document), to)));
  const dead = links.filter((path) => !existsSync(join(ROOT, path)));
  assert.deepEqual(dead, []);
});

// ── The strict page ───────────────────────────────────────────────────────────────────────────

const policyOf = (source) => /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(source)[1];

test('strict_policy_as_a_header_is_that_of_the_page_and_reads_boundaries', async (t) => {
  const meta = policyOf(text('examples/strict-csp/index.html'));
  const headers = [...text('examples/strict-csp/README.md').matchAll(/default-src [^"\n]+/g)].map(([policy]) => policy);
  assert.ok(headers.length >= 3, 'nginx, Apache, IIS');
  for (const header of headers) assert.equal(header, `${meta}; frame-ancestors 'self'`);
  assert.ok(text('examples/strict-csp/web.config').includes(`value="${headers[0]}"`));
  const { page } = await example(t, 'strict-csp/index.html', { headers: { 'Content-Security-Policy': headers[0] } });
  await toBoundary(page, VI, 'Cụm Nghiêm');
  assert.equal((await drop(page, 'formats/boundary.kmz')).kind, 'opened');
  await page.waitFor(() => textOf(page, '.measures'), 'the measures');
});

test('script_that_is_not_the_one_of_the_digest_does_not_run', async (t) => {
  const { page } = await example(t, 'strict-csp/index.html', { digest: integrity('app.js') });
  page.record.expect(/integrity/);
  await page.waitFor(async () => (await page.record.allErrors()).some((line) => /integrity/.test(line)), 'the refusal');
  assert.ok(await page.inside(`const view = document.querySelector('cluster-ready'); return visible(view) && !view.shadowRoot;`));
});

// ── The page that listens ─────────────────────────────────────────────────────────────────────

test('page_that_listens_tells_score_and_record', async (t) => {
  const { page } = await example(t, 'events/index.html');
  const said = () => page.inside(`return document.getElementById('score').textContent;`);
  await begin(page, VI, 'Cụm Nghe', { mode: 'quick' });
  await answerAll(page, VI, ANSWERS, QUICK.map((one) => one.id));
  await page.landed(VI.say('check.title'));
  assert.equal(await said(), 'Đã xong 10 trên 10 câu.');
  await page.click('button', VI.say('check.result'));
  const { low, high } = golden('typical-quick-mode').expected.overall;
  await page.waitFor(async () => await said() === `Kết quả: từ ${VI.number(low, 0)} đến ${VI.number(high, 0)} trên 100 điểm.`, 'the range');
  await page.click('button', 'Cho xem bản ghi');
  await page.waitFor(() => page.inside(`return !document.getElementById('record').hidden;`), 'the record');
  assert.match(await textOf(page, '#record'), /Cụm Nghe.*10.*1\.1\.0/);
  // A whole assessment has a point and a level.
  await call(page, 'loadResult', JSON.parse(resultFile(MODEL, golden('typical-multi-industry').answers, { profile: { name: 'Cụm Đủ' } })));
  await page.waitFor(async () => /^Kết quả: .* trên 100 điểm\. Cấp [1-5]\.$/.test(await said()), 'the level');
  await page.screenshot('example-events-result');
});

// ── The frame that sends ──────────────────────────────────────────────────────────────────────

test('frame_that_sends_sends_from_a_page_of_another_site', async (t) => {
  const to = await receiver(t);
  const address = new URL(to.url);
  const folder = await webRoot(t, join(EXAMPLES, 'iframe'));
  const sender = text('examples/iframe/frame-with-submit.html').replaceAll(`${RESULTS}/in`, to.url).replaceAll(RESULTS, address.origin);
  const answered = (path) => (path === '/frame-with-submit.html' ? { body: sender, headers: HTML } : undefined);
  const tools = await toolServer(t, { folder, answer: answered });
  const replaced = { '/cluster-ready/frame.html': '/frame-with-submit.html' };
  const { page } = await example(t, 'iframe/index.html', { tools, replaced });
  page.record.allow(address.origin);
  await page.waitForHeading(VI.say('start.title'));
  const server = `'self' ${new URL(tools.url).origin}`;
  const policy = await page.driver.executeScript(`return document.querySelector('meta[http-equiv]').content.split('; ');`);
  assert.ok(policy.includes(`style-src ${server}`) && policy.includes(`connect-src ${server} ${address.origin}`), policy.join('; '));
  const name = 'Cụm Trong Khung';
  await call(page, 'loadResult', JSON.parse(resultFile(MODEL, golden('typical-multi-industry').answers, { profile: { name } })));
  await page.waitForHeading(VI.say('result.title_of', { cluster: name }));
  const offer = VI.say('send.to', { name: 'Sở Công Thương' });
  await page.click('button', offer);
  await page.landed(offer);
  await page.click('checkbox', /./);
  await page.click('button', VI.say('send.go'));
  await page.waitForHeading(VI.say('send.received.title'));
  assert.deepEqual(to.tries.map((one) => one.headers.origin), [new URL(tools.url).origin]);
  assert.equal(JSON.parse([...to.kept.values()][0]).profile.name, name);
});
