// Two windows of one browser on the same page, as two tabs of a person.

/** Opens the page in a second window, prepared like the first where that is needed; gives functions that go to each. */
export async function twoWindows(page, prepare) {
  const first = await page.driver.getWindowHandle();
  await page.browser.newWindow();
  const second = await page.driver.getWindowHandle();
  await prepare?.(page.browser);
  await page.open();
  const to = (handle) => () => page.driver.switchTo().window(handle);
  return [to(first), to(second)];
}

/** A page of the same origin with nothing on it, and a server's answer for it. */
export const BLANK = 'blank.html';
export const blank = (path) => (path === `/${BLANK}`
  ? { headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: '<!doctype html><link rel="icon" href="data:,"><title>Trang trống</title>' }
  : undefined);

/** Runs before a page: while `deaf` is true nothing is heard of other tabs; `told` counts what arrives. */
export const DEAF = `
  globalThis.deaf = false;
  globalThis.told = 0;
  if (globalThis.BroadcastChannel) {
    const heard = Object.getOwnPropertyDescriptor(BroadcastChannel.prototype, 'onmessage');
    Object.defineProperty(BroadcastChannel.prototype, 'onmessage', {
      configurable: true,
      get: heard.get,
      set(act) {
        heard.set.call(this, (event) => {
          if (deaf) return;
          act?.(event);
          told += 1;
        });
      },
    });
  }`;

export const setDeaf = (page, deaf) => page.driver.executeScript('window.deaf = arguments[0];', deaf);

/** Another tab's message has arrived, and what the page looks up because of it has been looked up. */
export async function heardOf(page, before) {
  await page.waitFor(async () => (await toldTo(page)) > before, 'a message of the other tab');
  for (let turn = 0; turn < 3; turn += 1) await drafts(page);
}

export const toldTo = (page) => page.driver.executeScript('return globalThis.told;');

/** The drafts as they are stored. */
export const drafts = (page, name = 'cluster-ready') => page.driver.executeAsyncScript(`
  const [name, done] = arguments;
  const opening = indexedDB.open(name);
  opening.onupgradeneeded = () => opening.transaction.abort();
  opening.onerror = () => done([]);
  opening.onsuccess = () => {
    const all = opening.result.transaction('drafts').objectStore('drafts').getAll();
    all.onsuccess = () => { opening.result.close(); done(all.result); };
  };`, name);
