// The service worker of the stand-alone site: keeps every file of one build, whole or not at all, and serves them without a
// network. A new build waits until the person says so, and pages of the build before go on with their own files.
const FILES = {}; // name → digest, written by the build
const VERSION = ''; // of the list
const SCOPE = self.registration.scope;
const CACHE = `cluster-ready-${VERSION} ${SCOPE}`; // an origin may have several copies of the site
const BEFORE = 'pages-of-the-build-before'; // which they are, kept beside the files

/** The name of what lies in the site's own folder. */
function nameOf(url) {
  const address = url.split(/[?#]/)[0];
  const name = address.startsWith(SCOPE) ? address.slice(SCOPE.length) || 'index.html' : '';
  return name.includes('/') ? '' : name;
}

/** An answer without the way it came: to whoever opens a page no browser gives one that was redirected. */
const plain = async (answer) => new Response(await answer.blob(), { headers: answer.headers });

/** What the browser has kept may be older than the list, so it is asked for twice. */
async function keep(cache, name) {
  const ask = (mode) => fetch(name, { integrity: FILES[name], cache: mode, priority: 'low' });
  const response = await ask('default').catch(() => ask('reload'));
  if (!response.ok) throw new Error(`${name}: HTTP ${response.status}`);
  await cache.put(name, response.redirected ? await plain(response) : response);
}

/** Keeps what of the build is not kept yet. */
async function keepAll() {
  const cache = await caches.open(CACHE);
  await Promise.all(Object.keys(FILES).map(async (name) => {
    const kept = await cache.match(name);
    if (!kept || kept.redirected) await keep(cache, name);
  }));
}

/** The caches of this folder's builds before, and those of the time when folders shared one. */
async function others() {
  const names = (await caches.keys()).filter((name) => /^cluster-ready-[\da-z]+( |$)/i.test(name) && name !== CACHE);
  return names.filter((name) => !name.includes(' ') || name.endsWith(` ${SCOPE}`));
}

/** Takes what is of this folder out of a cache, and the cache away where it then is empty. */
async function forget(name) {
  const cache = await caches.open(name);
  const all = await cache.keys();
  const own = all.filter(({ url }) => nameOf(url));
  await Promise.all(own.map((request) => cache.delete(request)));
  if (own.length === all.length) await caches.delete(name);
}

/** A copy of an earlier version may hold a redirected answer and open no page: nobody could say that it is to be replaced. */
async function isDead() {
  const kept = await Promise.all((await others()).map((cacheName) => caches.match(`${SCOPE}index.html`, { cacheName })));
  return kept.some((answer) => answer?.redirected);
}

async function install() {
  await keepAll();
  if (await isDead()) await self.skipWaiting();
}

async function activate() {
  const pages = (await self.clients.matchAll()).map(({ id }) => id);
  const cache = await caches.open(CACHE);
  await cache.put(BEFORE, new Response(JSON.stringify(pages)));
  await tidy();
  await self.clients.claim();
}

/** The pages that are still of the build before. */
async function pagesBefore() {
  const noted = await caches.match(BEFORE, { cacheName: CACHE });
  return noted ? noted.json() : [];
}

/** Forgets the build before once no page of it is open. */
async function tidy() {
  const open = await Promise.all((await pagesBefore()).map((id) => self.clients.get(id)));
  if (!open.some(Boolean)) await Promise.all((await others()).map(forget));
}

/** Whether everything is kept; gets what is missing. */
async function count() {
  await tidy();
  await keepAll();
  return true;
}

async function answer({ request, clientId }, name) {
  const before = (await pagesBefore()).includes(clientId) ? await others() : [];
  for (const cacheName of [...before, CACHE]) {
    const kept = await caches.match(name, { cacheName });
    if (kept) return kept.redirected ? plain(kept) : kept;
  }
  return fetch(request);
}

/** What a page may ask; the answer goes through the port that it sends along. */
const ASKED = {
  update: () => self.skipWaiting(),
  count: () => count().catch(() => false),
  forget: async () => Promise.all([...await others(), CACHE].map(forget)),
};

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => {
  const { data, ports: [port] } = event;
  if (Object.hasOwn(ASKED, data)) event.waitUntil(ASKED[data]().then((said) => port?.postMessage(said === true)));
});
self.addEventListener('fetch', (event) => {
  const name = nameOf(event.request.url);
  if (event.request.method === 'GET' && Object.hasOwn(FILES, name)) event.respondWith(answer(event, name));
});
