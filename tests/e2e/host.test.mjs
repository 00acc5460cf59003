// The element as a guest in a host page: several of them, moved, taken away, in a strict and in a hostile page.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import test from 'node:test';

import { DIST, open, without } from './harness/index.mjs';
import { begin, chosen, toQuestion } from './product/begin.mjs';
import { golden } from './product/golden.mjs';
import { headings, hostPage, press } from './product/host_page.mjs';
import { answerAll } from './product/keyboard.mjs';
import { EN, MODEL, VI, indicator } from './product/words.mjs';

test('two_widgets_on_one_page_keep_apart', async (t) => {
  const page = await open(t, hostPage('<cluster-ready id="one" lang="vi"></cluster-ready><cluster-ready id="two" lang="en"></cluster-ready>'));
  await page.waitFor(async () => (await headings(page)).every(Boolean), 'both widgets');
  assert.deepEqual(await headings(page), [VI.say('start.title'), EN.say('start.title')]);
  await press(page, 'one', VI.say('start.full.begin'));
  await page.waitFor(async () => (await headings(page))[0] === VI.say('profile.title'), 'the profile in the first');
  assert.equal((await headings(page))[1], EN.say('start.title'));
  // Focus follows inside its own widget.
  await page.waitFor(() => page.inside(`return document.activeElement.id === 'one';`), 'the focus in the first');
  await page.type(' ');
  await press(page, 'two', EN.say('start.quick.begin'));
  await page.waitFor(async () => (await headings(page))[1] === EN.say('profile.title'), 'the profile in the second');
  await page.waitFor(() => page.inside(`return document.activeElement.id === 'two';`), 'the focus in the second');
  await page.inside(`
    const field = document.getElementById('one').shadowRoot.getElementById('name');
    field.value = 'Cụm Một';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));`);
  await press(page, 'one', VI.say('profile.next'));
  await page.waitFor(async () => (await headings(page))[0] === 'Cụm Một', 'the task list of the first');
  assert.equal((await headings(page))[1], EN.say('profile.title'));
  assert.equal(await page.inside(`return document.getElementById('two').shadowRoot.getElementById('name').value`), '');
  await page.noHorizontalScroll();
  await page.axe();
});

test('widget_moved_in_the_page_keeps_its_answers_and_its_page', async (t) => {
  const page = await open(t, hostPage('<div id="here"><cluster-ready id="one" lang="vi"></cluster-ready></div><div id="there"></div>'));
  await begin(page, VI, 'Cụm Di Chuyển');
  await toQuestion(page, VI, 'M2');
  await page.press('3');
  await page.driver.executeScript(`document.getElementById('there').append(document.getElementById('one'));`);
  // A task of its own later, whatever the move set going has run.
  await page.driver.executeAsyncScript('setTimeout(arguments[0], 0)');
  assert.equal(await page.heading(), VI.of(indicator('M2').question));
  assert.deepEqual(await chosen(page), ['M2-2']);
  await page.clickOn('h1');
  await page.press('5');
  assert.deepEqual(await chosen(page), ['M2-4']);
});

test('widget_taken_away_leaves_no_error_and_comes_back_with_its_draft', async (t) => {
  const page = await open(t, hostPage('<cluster-ready id="one" lang="vi"></cluster-ready>'));
  await begin(page, VI, 'Cụm Tạm Biệt');
  await toQuestion(page, VI, 'M2');
  // In the middle of saving.
  await page.press('3');
  await page.driver.executeScript(`window.kept = document.getElementById('one'); kept.remove();`);
  await page.driver.executeAsyncScript('setTimeout(arguments[0], 0)');
  await page.driver.executeScript(`document.dispatchEvent(new Event('visibilitychange')); document.body.append(window.kept);`);
  await page.waitForHeading(VI.of(indicator('M2').question));
  await page.waitFor(async () => (await chosen(page)).includes('M2-2'), 'the answer');
  // Away while a second one stays and works.
  await page.driver.executeScript(`
    const second = document.createElement('cluster-ready');
    second.id = 'two';
    second.lang = 'en';
    document.body.append(second);`);
  await page.waitFor(async () => (await headings(page)).includes(EN.of(indicator('M2').question)), 'the draft in both');
  await page.driver.executeScript(`document.getElementById('one').remove();`);
  await press(page, 'two', EN.say('foot.method'));
  await page.waitForHeading(EN.say('method.title'));
});

test('widgets_that_come_and_go_leave_nothing_behind', { skip: without('cdp') }, async (t) => {
  const page = await open(t, hostPage('<cluster-ready id="one" lang="vi"></cluster-ready>'));
  await page.waitForHeading(VI.say('start.title'));
  const left = async () => {
    // What hangs together by way of the program goes piece by piece, each in a collection of its own.
    for (let times = 0; times < 3; times += 1) {
      await page.browser.cdp('HeapProfiler.collectGarbage', {});
      await page.driver.executeAsyncScript('requestIdleCallback(arguments[0])');
    }
    const { metrics } = await page.browser.cdp('Performance.getMetrics', {});
    const memory = await page.driver.executeAsyncScript(`
      const done = arguments[0];
      import(new URL('app.js', location)).then((app) => done(app.initSync(undefined, undefined).memory.buffer.byteLength));`);
    const count = (name) => metrics.find((metric) => metric.name === name).value;
    return { listeners: count('JSEventListeners'), nodes: count('Nodes'), memory };
  };
  const comeAndGo = (times) => page.driver.executeAsyncScript(`
    const [times, name, done] = arguments;
    const next = (found) => new Promise((ready) => {
      const look = () => (found() ? ready(found()) : setTimeout(look));
      look();
    });
    (async () => {
      for (let time = 0; time < times; time += 1) {
        const element = document.createElement('cluster-ready');
        element.lang = 'vi';
        document.body.append(element);
        const button = await next(() => [...(element.shadowRoot?.querySelectorAll('button') ?? [])].find((one) => one.textContent === name));
        button.click();
        await next(() => element.shadowRoot.querySelector('#name'));
        element.remove();
        await new Promise((later) => setTimeout(later));
      }
      done();
    })();`, times, VI.say('start.full.begin'));
  await page.browser.cdp('Performance.enable', {});
  await comeAndGo(20);
  const before = await left();
  await comeAndGo(80);
  const after = await left();
  assert.ok(after.listeners <= before.listeners, `listeners: ${before.listeners}, then ${after.listeners}`);
  assert.ok(after.nodes <= before.nodes, `nodes: ${before.nodes}, then ${after.nodes}`);
  assert.ok(after.memory <= before.memory + 65_536, `bytes: ${before.memory}, then ${after.memory}`);
});

test('lang_attribute_of_the_element_is_followed', async (t) => {
  const page = await open(t, hostPage('<cluster-ready id="one" lang="en"></cluster-ready>'));
  await page.waitForHeading(EN.say('start.title'));
  await page.driver.executeScript(`document.getElementById('one').lang = 'vi';`);
  await page.waitForHeading(VI.say('start.title'));
  await page.driver.executeScript(`document.getElementById('one').lang = 'xx';`);
  await page.driver.executeAsyncScript('setTimeout(arguments[0], 0)');
  assert.equal(await page.heading(), VI.say('start.title'), 'a language that is not there changes nothing');
});

test('styles_of_the_host_do_not_reach_into_the_widget', async (t) => {
  const head = '<style>* { font-size: 40px !important; color: red !important; text-transform: uppercase; } h1, button { display: none !important; }</style>';
  const page = await open(t, hostPage('<cluster-ready id="one" lang="vi"></cluster-ready>', head));
  await page.waitForHeading(VI.say('start.title'));
  const colour = await page.inside(`return getComputedStyle(all('h1')[0]).color`);
  assert.notEqual(colour, 'rgb(255, 0, 0)');
  assert.equal(await page.inside(`return getComputedStyle(all('h1')[0]).textTransform`), 'none');
  await page.screenshot('host-loud-styles');
});

test('strict_content_security_policy_is_enough_for_the_widget', async (t) => {
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data: blob:";
  const page = await open(t, hostPage('<cluster-ready id="one" lang="vi"></cluster-ready>',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`));
  await begin(page, VI, 'Cụm Nghiêm');
  for (const id of ['M2', 'M6', 'L6', 'I5', 'M7']) {
    await toQuestion(page, VI, id);
    await page.click('button', VI.say('question.tasks'));
    await page.landed('Cụm Nghiêm');
  }
  await page.click('button', VI.say('tasks.result'));
  await page.landed(VI.say('result.title_of', { cluster: 'Cụm Nghiêm' }));
  // `open` fails the test on any violation: they are errors of the console.
});

test('whole_quick_path_asks_only_for_the_files_of_the_element', async (t) => {
  const page = await open(t);
  await begin(page, VI, 'Cụm Kín', { mode: 'quick' });
  const { answers } = golden('typical-quick-mode');
  await answerAll(page, VI, answers, MODEL.indicators.filter((one) => one.quick).map((one) => one.id));
  await page.landed(VI.say('check.title'));
  await page.click('button', VI.say('check.result'));
  await page.landed(VI.say('result.title_of', { cluster: 'Cụm Kín' }));
  await page.click('button', VI.say('foot.save'));
  await page.download(/\.cluster-ready\.json$/);
  // What left the page, by path; `open` fails the test on any other origin.
  const others = ['index.html', 'THIRD-PARTY-LICENCES.txt', 'english.wasm', 'english.html', 'element.d.ts', 'outbox.js', 'pdf.wasm', 'overlay.wasm', 'sw.js'];
  // A browser takes icon and manifest of a site when it likes.
  const counts = (name) => !others.includes(name) && !/^(firm|frame|icon|manifest|model)/.test(name);
  const own = readdirSync(DIST).filter(counts).map((name) => `/${name}`);
  const asked = () => [...new Set(page.server.requests.filter((path) => counts(path.slice(1))))].sort();
  // The worker comes when nothing else is to do, which may be after the last page.
  await page.waitFor(() => asked().includes('/worker.wasm') && asked().includes('/tables.wasm'), 'the worker to be asked for');
  assert.deepEqual(asked(), ['/', ...own].sort());
});


test('page_says_who_publishes_it_and_how_they_are_reached', async (t) => {
  const said = (page) => page.inside(`return all('.foot a').map((one) => [one.getAttribute('href'), one.innerText]);`);
  const page = await open(t, hostPage('<cluster-ready id="one" lang="vi" publisher="Sở Công Thương" contact="sct@tinh.example"></cluster-ready>'));
  await page.waitForHeading(VI.say('start.title'));
  await page.waitForText(VI.say('foot.by', { publisher: 'Sở Công Thương' }));
  assert.deepEqual(await said(page), [['mailto:sct@tinh.example', 'sct@tinh.example']]);
  await page.axe();
  const silent = await open(t, hostPage('<cluster-ready id="one" lang="vi"></cluster-ready>'));
  await begin(silent, VI, 'Cụm Không Tên');
  assert.doesNotMatch(await silent.text(), VI.like('foot.by'));
});
