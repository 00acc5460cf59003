// The widget in a frame of another page.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { DIST, ENGINE, open, serve } from '../harness/index.mjs';

const CORS = { 'Access-Control-Allow-Origin': '*' };
const HTML = { 'Content-Type': 'text/html; charset=utf-8' };

/** In a sandbox WebKit takes 'self' for nothing: the documentation has the site name its own origin there. */
const named = (origin) => readFileSync(join(DIST, 'frame.html'), 'utf8').replaceAll("'self'", origin);

/** A site on `localhost` that shows the frame of another site, on 127.0.0.1, or of its own with `ownFrame`. The driver is in the frame. */
export async function around(t, { attributes = '', query = '', ownFrame = false, width } = {}) {
  const frame = await serve(DIST, { answer: (path) => ({ headers: CORS, ...own(path) }) });
  t.after(() => frame.close());
  function own(path) {
    if (ENGINE !== 'webkit' || path !== '/frame.html' || !attributes.includes('sandbox')) return {};
    return { headers: { ...CORS, ...HTML }, body: named(new URL(frame.url).origin) };
  }
  const source = `${ownFrame ? '/' : frame.url}frame.html${query}`;
  const host = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Trang của bộ</title><link rel="icon" href="data:,">
    <script type="module" src="${frame.url}frame-host.js"></script>
    <body><h1>Trang của bộ</h1>
    <iframe data-cluster-ready title="Cluster Ready" src="${source}" ${attributes} style="width:100%;border:0"></iframe>
    <p><label>Ghi chú <textarea id="notes"></textarea></label></p></body>`;
  const answer = (path) => (path === '/' ? { body: host, headers: HTML } : undefined);
  const site = await serve(DIST, { answer });
  t.after(() => site.close());
  const url = site.url.replace('127.0.0.1', 'localhost');
  const page = await open(t, { url, inOneProcess: true, width });
  page.record.allow(frame.url);
  const into = () => page.driver.switchTo().frame(0);
  const out = () => page.driver.switchTo().defaultContent();
  /** Asks something of the page around. */
  const outside = async (body, ...args) => {
    await out();
    const answer = await page.driver.executeScript(body, ...args);
    await into();
    return answer;
  };
  const height = () => outside(`return document.querySelector('iframe').getBoundingClientRect().height;`);
  await into();
  return { page, into, out, outside, height };
}
