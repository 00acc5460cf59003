// A static server for one folder, on a port of its own, that remembers what was asked of it.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/**
 * Serves `folder` until `close()`.
 *
 * @param {string} folder
 * @param {object} [options]
 * @param {boolean} [options.brotli] answer compressed, as a good host would
 * @param {(path: string) => (undefined | {status?: number, headers?: object, body?: string|Buffer, drop?: boolean, wait?: Promise<void>})}
 *   [options.answer] takes over a path, anew for every request: a wrong media type, a missing file, a page of the test's
 *   own; `drop` ends the connection without a word, `wait` holds the answer back
 */
export async function serve(folder, { brotli = false, answer = () => undefined } = {}) {
  const requests = [];
  const packed = new Map();

  async function respond(path) {
    const own = answer(path) ?? {};
    await own.wait;
    const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path));
    if (own.drop) return { drop: true };
    if (own.body === undefined && !file.startsWith(normalize(folder + sep))) return { status: 404, body: 'not found' };
    const body = own.body ?? (await readFile(file).catch(() => undefined));
    if (body === undefined) return { status: 404, body: 'not found' };
    const headers = { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream', ...own.headers };
    return { status: own.status ?? 200, headers, body };
  }

  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    requests.push(path);
    let { status, headers = { 'Content-Type': 'text/plain' }, body, drop } = await respond(path);
    if (drop) return request.socket.destroy();
    headers = { 'Cache-Control': 'no-store', ...headers };
    if (brotli && /\bbr\b/.test(request.headers['accept-encoding'] ?? '')) {
      if (!packed.has(path)) packed.set(path, brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
      body = packed.get(path);
      headers['Content-Encoding'] = 'br';
    }
    response.writeHead(status, headers).end(body);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    requests,
    close: () => new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    }),
  };
}
