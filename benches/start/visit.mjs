// Visits on a slow phone and a slow line, each in a browser that has never seen the page.
import { readFileSync } from 'node:fs';

import { Browser } from '../../tests/e2e/harness/browser.mjs';
import { waitFor } from '../../tests/e2e/harness/wait.mjs';
import { slowLine } from './line.mjs';

export const CPU_SLOWDOWN = 4;
export const LINE = { latency: 150, down: 1_600_000 / 8 };
const PROBE = readFileSync(new URL('./probe.js', import.meta.url), 'utf8');
const LIMIT_MS = 60_000;
/** How many questions are answered by hand. */
const QUESTIONS = 5;
const SCREEN = { width: 360, height: 740, deviceScaleFactor: 1, mobile: true };

async function visit({ server, steps }, walk, then) {
  const line = await slowLine(server.url, LINE);
  const browser = await Browser.start();
  try {
    await browser.cdp('Emulation.setDeviceMetricsOverride', SCREEN);
    await browser.cdp('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    await browser.cdp('Page.enable');
    await browser.cdp('Page.addScriptToEvaluateOnNewDocument', { source: `{ const STEPS = ${JSON.stringify({ ...steps, walk })};\n${PROBE} }` });
    await browser.driver.get(line.url);
    return await then(browser, line, (script, ...given) => browser.driver.executeScript(script, ...given));
  } finally {
    await browser.end();
    await line.close();
  }
}

/** Walks to the first answer without anybody's hands; times in milliseconds since the address was opened. */
export const walk = (page) => visit(page, true, async (_, line, run) => {
  const look = () => run('return startProbe.seen();');
  await waitFor(async () => (await look()).done, `the first answer on ${page.name}`, LIMIT_MS)
    .catch(async (error) => { throw new Error(`${error.message}; got as far as ${JSON.stringify(await look())}`); });
  const { origin, paint, begin, question, answered, blocking } = await look();
  return { paint, begin, question, answered, blocking, bytes: line.bytesUntil(origin + question) };
});

/** Answers the first questions with real input; the longest time until the next frame, as interaction to next paint counts it. */
export const byHand = (page) => visit(page, false, async (browser, _, run) => {
  const { clicks, control, next, ready } = page.steps;
  const press = async (css) => {
    const place = await waitFor(() => run('return startProbe.place(arguments[0]);', css), `${css} on ${page.name}`, LIMIT_MS);
    const at = { ...place, button: 'left', clickCount: 1 };
    await browser.cdp('Input.dispatchMouseEvent', { ...at, type: 'mousePressed' });
    await browser.cdp('Input.dispatchMouseEvent', { ...at, type: 'mouseReleased' });
  };
  const type = async (digit) => {
    const key = { key: digit, code: `Digit${digit}`, windowsVirtualKeyCode: digit.charCodeAt(0) };
    await browser.cdp('Input.dispatchKeyEvent', { ...key, type: 'keyDown', text: digit });
    await browser.cdp('Input.dispatchKeyEvent', { ...key, type: 'keyUp' });
  };
  const look = () => run('return startProbe.control(arguments[0]);', control);
  if (ready) await waitFor(() => run('return Boolean(startProbe.place(arguments[0]));', ready), `${ready} on ${page.name}`, LIMIT_MS);
  for (const css of clicks) await press(css);
  let before;
  for (let question = 1; question <= (next ? QUESTIONS : 1); question += 1) {
    const asked = await waitFor(async () => {
      const found = await look();
      return found && found.name !== before && found;
    }, `question ${question} on ${page.name}`, LIMIT_MS);
    await press(control);
    if (asked.isText) for (const digit of '12') await type(digit);
    await waitFor(async () => (await look()).answered, `the answer to question ${question} on ${page.name}`, LIMIT_MS);
    if (next) await press(next);
    before = asked.name;
  }
  return Math.max(0, ...(await run('return startProbe.interactions();')));
});
