// The service worker of the stand-alone site: keeps every file of one build, whole or not at all, and serves them without a
// network. A new build waits until the person says so, for pages of two builds must not mix.
const FILES = {}; // name → digest, written by the build
const VERSION = ''; // of the list
const CACHE = `cluster-ready-${VERSION}`;
const isOurs = (name) => name.startsWith('cluster-ready-');

/** What the browser has kept may be older than the list, so it is asked for twice. */
async function keep(cache, name, integrity) {
  const ask = (mode) => fetch(name, { integrity, cache: mode, priority: 'low' });
  const response = await ask('default').catch(() => ask('reload'));
  if (!response.ok) throw new Error(`${name}: HTTP ${response.status}`);
  await cache.put(name, response);
}

async function install() {
  const cache = await caches.open(CACHE);
  await Promise.all(Object.entries(FILES).map(([name, integrity]) => keep(cache, name, integrity)));
}

async function activate() {
  const old = (await caches.keys()).filter((name) => isOurs(name) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answer(request, name) {
  const kept = await (await caches.open(CACHE)).match(name);
  return kept ?? fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', ({ data }) => data === 'update' && self.skipWaiting());
self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const scope = self.registration.scope;
  const address = url.split(/[?#]/)[0];
  if (method !== 'GET' || !address.startsWith(scope)) return;
  const name = address.slice(scope.length) || 'index.html';
  if (Object.hasOwn(FILES, name)) event.respondWith(answer(event.request, name));
});
