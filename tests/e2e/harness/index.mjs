// The harness for browser tests: `const page = await open(t)` gives a page with the built product.
import { Page } from './page.mjs';
import { DIST } from './place.mjs';
import { giveBack, take } from './pool.mjs';
import { serve } from './server.mjs';

export { without } from './engines/abilities.mjs';
export { FIRST } from './engines/listen.mjs';
export { Page } from './page.mjs';
export { DIST, ENGINE, OFFLINE, ROOT, SCREENSHOTS } from './place.mjs';
export { freePort } from './port.mjs';
export { serve } from './server.mjs';
export { waitFor } from './wait.mjs';

const NOTHING = { body: '// nothing', headers: { 'Content-Type': 'text/javascript' } };
const plain = (path) => (path === '/site.js' ? NOTHING : undefined);

/**
 * Opens the built product for one test, on an origin of its own in a browser that knows nothing of the tests before.
 * When the test ends: no console error, no request to elsewhere, and all that the page has kept is gone.
 *
 * @param {import('node:test').TestContext} t
 * @param {{ width?: number, path?: string, folder?: string, answer?: Function, before?: Function, url?: string, inOneProcess?: boolean,
 *   ownBrowser?: boolean, kept?: boolean }} [options] `before` prepares the browser before the page is opened; `url` is opened
 *   without a server; with `ownBrowser` the test may kill the browser or close it and start it again; with `kept` the site is
 *   kept for use without a network, which asks for all its files
 */
export async function open(t, options = {}) {
  const { width = 1280, path = '', folder = DIST, answer, before, url, inOneProcess, ownBrowser, kept = false } = options;
  const server = url ? undefined : await serve(folder, { answer: (path) => answer?.(path) ?? (kept ? undefined : plain(path)) });
  let browser;
  let page;
  t.after(async () => {
    try {
      if (page) await check(page);
    } finally {
      // The browser first: it may still ask for something.
      if (browser) await giveBack(browser);
      await server?.close();
    }
  });
  browser = await take({ inOneProcess, ownBrowser });
  page = new Page(browser, url ?? new URL(path, server.url).href);
  page.server = server;
  await page.setSize(width);
  await before?.(browser);
  await page.open();
  return page;
}

async function check(page) {
  if (!page.driver) return;
  const errors = await page.record.errors();
  if (errors.length > 0) throw new Error(`the console has errors:\n${errors.join('\n')}`);
  const foreign = await page.record.foreignRequests();
  if (foreign.length > 0) throw new Error(`the page asked elsewhere:\n${foreign.join('\n')}`);
}
