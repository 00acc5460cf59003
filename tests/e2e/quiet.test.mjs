// A page that does not ask for sending: once everything is there, nothing leaves it, and nothing needs to.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { ROOT, open } from './harness/index.mjs';
import { begin, textOf } from './product/begin.mjs';
import { golden } from './product/golden.mjs';
import { LISTENING, call, heard, hostPage } from './product/host_page.mjs';
import { answerDimensions } from './product/keyboard.mjs';
import { EN, VI } from './product/words.mjs';

const NAME = 'Cụm Yên Lặng';
const BOUNDARY = join(ROOT, 'tests/data/boundary/formats/boundary.geojson');
const WATCHING = `<script>
  window.blocked = [];
  document.addEventListener('securitypolicyviolation', (event) => window.blocked.push(event.blockedURI));
</script>`;

test('whole_path_makes_no_request_once_everything_is_loaded', async (t) => {
  // A host that lets its files be kept: starting a worker asks for its script each time, and the browser has it.
  const answer = () => ({ headers: { 'Cache-Control': 'max-age=3600' } });
  const page = await open(t, hostPage('<cluster-ready lang="vi"></cluster-ready>', LISTENING + WATCHING, { answer }));
  // Everything that the product has: the worked example with its worker, and the second language.
  await page.waitForHeading(VI.say('start.title'));
  await page.click('button', VI.say('start.example'));
  await page.waitForText(VI.say('example.mark'));
  await page.waitFor(() => page.inside(`return all('.map').filter(visible).length > 0;`), 'the map of the example');
  await page.click('button', VI.switch);
  await page.waitForText(EN.say('example.mark'));
  await page.click('button', EN.switch);
  await page.waitForText(VI.say('example.mark'));
  await call(page, 'reset', { erase: true });
  await page.waitForHeading(VI.say('start.title'));

  // The page forbids every connection, and does mean it.
  await page.driver.executeAsyncScript(`
    const [done] = arguments;
    const meta = Object.assign(document.createElement('meta'), { httpEquiv: 'Content-Security-Policy', content: "connect-src 'none'" });
    document.head.append(meta);
    fetch('./element.js').then(() => done('came'), () => done('refused'));`).then((said) => assert.equal(said, 'refused'));
  page.record.expect(/element\.js/);
  await page.waitFor(async () => (await page.driver.executeScript('return window.blocked.length;')) === 1, 'the refusal to be told');
  const before = [await page.record.requests(), [...page.server.requests]];

  const { answers, expected } = golden('typical-multi-industry');
  await begin(page, VI, NAME);
  await answerDimensions(page, VI, answers, NAME);
  await page.click('button', VI.say('boundary.title'));
  await page.landed(VI.say('boundary.title'));
  await page.upload('input[type=file]', BOUNDARY);
  await page.waitFor(async () => (await textOf(page, '.measures')).includes(VI.number(29.75)), 'the area');
  await page.click('button', VI.say('boundary.save'));
  await page.landed(NAME);
  await page.click('button', VI.say('tasks.result'));
  await page.landed(VI.say('result.title_of', { cluster: NAME }));
  assert.equal(await textOf(page, '.score__number'), VI.number(expected.overall.central, 0));
  assert.ok(!(await page.text()).includes(VI.say('send.title')), 'no word of sending');
  await page.click('button', VI.say('foot.save'));
  await page.takeDownload(/\.cluster-ready\.json$/);
  assert.equal((await call(page, 'getResult')).value.profile.name, NAME);

  assert.deepEqual(page.server.requests, before[1]);
  const made = (await page.record.requests()).slice(before[0].length).filter((url) => !url.startsWith('blob:'));
  assert.deepEqual(made.filter((url) => !url.endsWith('/worker.js')), []);
  assert.equal(await page.driver.executeScript('return window.blocked.length;'), 1, 'nothing was even tried');
  assert.deepEqual([...await heard(page, 'submit'), ...await heard(page, 'error')], []);
  assert.ok(!page.server.requests.includes('/outbox.js'), 'the script for sending is not loaded');
});
