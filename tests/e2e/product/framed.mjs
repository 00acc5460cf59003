// The widget in a frame of another page.
import { DIST, open, serve } from '../harness/index.mjs';

const CORS = { 'Access-Control-Allow-Origin': '*' };
const HTML = { 'Content-Type': 'text/html; charset=utf-8' };

/**
 * A site on `localhost` that shows the frame of another site, on 127.0.0.1, or of its own with `ownFrame`; `headers` are sent with
 * `frame.html`. The driver is in the frame.
 */
export async function around(t, { attributes = '', query = '', ownFrame = false, width, headers = {} } = {}) {
  const frame = await serve(DIST, { answer: (path) => ({ headers: { ...CORS, ...(path === '/frame.html' && headers) } }) });
  t.after(() => frame.close());
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
