// A page of somebody else's with widgets on it.

import { FIRST } from '../harness/index.mjs';

const HTML = { 'Content-Type': 'text/html; charset=utf-8' };

/** Options of `open` for a page of our own beside the built product; `answer` takes over other paths. */
export const hostPage = (body, head = '', { lang = 'vi', attributes = '', answer = () => undefined } = {}) => ({
  path: 'host.html',
  answer: (path) => (path === '/host.html'
    ? { headers: HTML,
      body: `<!doctype html><html lang="${lang}" ${attributes}><meta charset="utf-8">${FIRST}<title>Trang của Sở</title><link rel="icon" href="data:,">${head}<body><main>${body}</main><script type="module" src="./element.js"></script></body></html>` }
    : answer(path)),
});

/** The headings of the widgets, in the order of the page. */
export const headings = (page) => page.inside(`
  return all('cluster-ready').map((host) => flat(host.shadowRoot?.querySelector('h1')?.innerText ?? ''));`);

/** Clicks a button by its text inside one of the widgets. */
export const press = (page, id, text) => page.waitFor(() => page.inside(`
  const root = document.getElementById(arguments[0]).shadowRoot;
  const found = [...root.querySelectorAll('button')].find((one) => flat(one.innerText) === arguments[1]);
  found?.click();
  return Boolean(found);`, id, text), `${text} in ${id}`);

/**
 * Calls a method of the first widget and gives what its promise gives, or `{ refused }` with the fields of the error.
 * Both ways as text: not every driver brings each figure over to its last digit.
 */
export async function call(page, method, ...args) {
  return JSON.parse(await page.driver.executeAsyncScript(`
    const [method, args, done] = arguments;
    const tell = (said) => done(JSON.stringify(said, (_, value) => (value === undefined ? null : value)));
    document.querySelector('cluster-ready')[method](...JSON.parse(args)).then(
      (value) => tell({ value }),
      (error) => tell({ refused: { ...error, message: error.message } }));`, method, JSON.stringify(args)));
}

/** A script for the head that keeps every event of the widgets, as it reaches the document. */
export const LISTENING = `<script>
  window.heard = [];
  for (const name of ['start', 'answer', 'result', 'save', 'submit', 'error']) {
    document.addEventListener('cluster-ready-' + name, (event) => {
      window.heard.push({ name, target: event.target.localName, detail: event.detail });
    });
  }
</script>`;

/** The events heard so far, of one name or all. */
export const heard = async (page, name) => {
  const all = await page.driver.executeScript('return window.heard;');
  return name ? all.filter((one) => one.name === name) : all;
};
