// A server that receives results, on an origin of its own, and fails as a test tells it.
import { createServer } from 'node:http';

const ALLOW = {
  // A browser asks a second time by itself where a connection that it had used before was ended.
  Connection: 'close',
  'Access-Control-Allow-Methods': 'POST',
  'Access-Control-Allow-Headers': 'content-type, idempotency-key',
  'Access-Control-Expose-Headers': 'retry-after',
  'Access-Control-Max-Age': '0',
};

async function bytes(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

/**
 * Listens until the test ends. Each try takes the next of `plan`: a status; `{ status, headers, body }`; `drop`, which ends
 * the connection before anything is kept; `keep and drop`, which ends it after; `{ wait }`, a promise before the rest. After
 * the plan everything is kept and answered 201; what is there under its key already, 409.
 */
export async function receiver(t, plan = []) {
  const tries = [];
  const kept = new Map();
  const preflights = [];
  const server = createServer(async (request, response) => {
    const origin = { 'Access-Control-Allow-Origin': request.headers.origin ?? '*' };
    if (request.method === 'OPTIONS') {
      preflights.push(request.headers);
      return response.writeHead(204, { ...ALLOW, ...origin }).end();
    }
    const body = await bytes(request);
    const key = request.headers['idempotency-key'];
    tries.push({ method: request.method, path: request.url, headers: request.headers, key, body });
    const next = plan.shift();
    if (next?.wait) await next.wait;
    if (next === 'drop') return request.socket.destroy();
    const answer = typeof next === 'object' ? next.status ?? 201 : next;
    if (Number.isInteger(answer) && answer >= 300) {
      return response.writeHead(answer, { ...ALLOW, ...origin, ...next.headers }).end(next.body ?? '');
    }
    const again = kept.has(key);
    if (!again) kept.set(key, body);
    if (next === 'keep and drop') return request.socket.destroy();
    return response.writeHead(again ? 409 : 201, { ...ALLOW, ...origin }).end();
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  t.after(() => new Promise((closed) => {
    server.close(closed);
    server.closeAllConnections();
  }));
  const url = `http://127.0.0.1:${server.address().port}/results`;
  return { url, host: new URL(url).host, tries, kept, preflights };
}
