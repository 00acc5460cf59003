// The browsers of one test file: started once, visited anew by each test.
import { after } from 'node:test';

import { Browser } from './browser.mjs';

/** Those that nobody visits now. */
const idle = [];

const alike = (one, { inOneProcess = false }) => Boolean(one.options.inOneProcess) === inOneProcess;

/**
 * A browser that knows nothing of the tests before. With `ownBrowser` it is one that no other test uses and that can be killed,
 * closed and started again on its profile.
 */
export async function take({ ownBrowser = false, ...options }) {
  if (ownBrowser || !Browser.canBeVisited) return Browser.start({ ...options, ownBrowser });
  const found = idle.findIndex((one) => alike(one, options));
  const browser = found < 0 ? await Browser.start(options) : idle.splice(found, 1)[0];
  await browser.enter().catch(async (error) => {
    await browser.end();
    throw error;
  });
  return browser;
}

/** Ends the visit; a browser that cannot do that in good order is not used again. */
export async function giveBack(browser) {
  if (browser.options.ownBrowser || !Browser.canBeVisited) return browser.end();
  try {
    await browser.leave();
    idle.push(browser);
  } catch {
    await browser.end();
  }
}

after(async () => {
  for (const browser of idle.splice(0)) await browser.end();
});
