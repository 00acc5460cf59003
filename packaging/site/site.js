// The stand-alone page around the widget: keeps the site for use without a network, says so once everything is there, offers a
// new build, and takes the kept copy away again.
const TEXTS = {
  vi: {
    label: 'Dùng khi không có mạng',
    kept: 'Công cụ đã được lưu trên thiết bị này và mở được khi không có mạng.',
    part: 'Công cụ chưa được lưu đủ trên thiết bị này nên có thể không mở được khi không có mạng. Hãy mở lại trang này khi có mạng.',
    update: 'Đã có phiên bản mới. Câu trả lời đã lưu vẫn giữ nguyên.',
    updateNow: 'Cập nhật và tải lại trang',
    stale: 'Công cụ đã được cập nhật ở một thẻ khác. Hãy tải lại trang để dùng phiên bản mới. Câu trả lời đã lưu vẫn giữ nguyên.',
    reload: 'Tải lại trang',
    remove: 'Gỡ bản dùng khi không có mạng',
    sure: 'Gỡ bản dùng khi không có mạng? Sau đó cần có mạng để mở công cụ. Câu trả lời đã lưu vẫn còn.',
    removeNow: 'Gỡ bản này',
    keep: 'Giữ lại',
    removed: 'Đã gỡ bản dùng khi không có mạng. Lần sau cần có mạng để mở công cụ. Câu trả lời đã lưu vẫn còn.',
  },
  en: {
    label: 'Use without a network',
    kept: 'The tool is kept on this device and opens without a network.',
    part: 'The tool is not wholly kept on this device, so it may not open without a network. Open this page again with a network.',
    update: 'A new version is here. Saved answers are kept.',
    updateNow: 'Update and reload the page',
    stale: 'The tool was updated in another tab. Reload the page to use the new version. Saved answers are kept.',
    reload: 'Reload the page',
    remove: 'Remove the copy for use without a network',
    sure: 'Remove the copy for use without a network? After that the tool needs a network to open. Saved answers are kept.',
    removeNow: 'Remove this copy',
    keep: 'Keep it',
    removed: 'The copy for use without a network was removed. Next time the tool needs a network to open. Saved answers are kept.',
  },
};
const SCOPE = new URL('./', document.baseURI).href; // an origin may have several copies of the site
const REMOVED = ['cluster-ready-offline-removed', SCOPE].join(' ');
const REMOVED_EVERYWHERE = 'cluster-ready-offline-removed'; // as earlier versions noted it
const bar = document.querySelector('#offline');
const view = document.querySelector('cluster-ready');
/** The widget as a person sees it: it bears the language that they chose. The first pages before it runs are called early. */
const shownView = () => view.shadowRoot?.querySelector('.root:not(.early) > .app');
const language = () => (shownView()?.lang === 'en' ? 'en' : 'vi');
/** The way to take the copy away stands at the start alone: on every page it would be a second one to erase something. */
const isStart = () => Boolean(shownView()?.querySelector('.hero'));
let shown; // what the bar says: nothing, kept, part, sure, update, stale or removed
let registration;

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

const button = (text, act) => element('button', { type: 'button', textContent: text, onclick: act });

/** The buttons beside what the bar says. */
function ways(texts) {
  switch (shown) {
    case 'kept':
    case 'part': return isStart() ? [button(texts.remove, askFirst)] : [];
    case 'sure': return [button(texts.removeNow, remove), button(texts.keep, keepIt)];
    case 'update': return [button(texts.updateNow, update)];
    case 'stale': return [button(texts.reload, reload)];
    default: return [];
  }
}

let drawn; // what the bar was drawn of: drawn anew it would lose the focus

function show(what = shown) {
  shown = what;
  const now = [shown, language(), isStart()].join();
  if (!shown || now === drawn) return;
  drawn = now;
  const texts = TEXTS[language()];
  bar.lang = language();
  bar.setAttribute('aria-label', texts.label);
  bar.replaceChildren(element('p', { textContent: texts[shown], tabIndex: -1 }), ...ways(texts));
  bar.hidden = false;
}

/** Says something else because a button of the bar was pressed: the focus goes along. */
function turn(what, to = 'p') {
  show(what);
  bar.querySelector(to)?.focus();
}

let before; // what the bar said before it asked

function askFirst() {
  before = shown;
  turn('sure', ':last-child');
}

const keepIt = () => turn(before, 'button');

/** Another page or language: a question that nobody answered is not carried over. */
function again() {
  const leaves = shown === 'sure' && !isStart();
  show(leaves ? before : shown);
}

/** Who took the copy away does not get it again by the next visit. */
function removedBefore() {
  try {
    return [REMOVED, REMOVED_EVERYWHERE].some((key) => localStorage.getItem(key) !== null);
  } catch {
    return true; // nothing can be kept here
  }
}

/** Asks the service worker for something and gives what it says. */
const ask = (what) => new Promise((said) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => said(data);
  registration.active.postMessage(what, [port2]);
});

/** Says whether the copy is whole; what is missing is got first. Another script of the origin may have cleared it. */
async function count() {
  if (!registration?.active || removedBefore()) return;
  const whole = await ask('count');
  const now = whole ? 'kept' : 'part';
  if (shown === 'sure') before = now;
  else if (!/update|stale|removed/.test(shown)) show(now);
  if (!whole) await registration.update().catch(() => {}); // the server may have another build by now
}

async function remove() {
  localStorage.setItem(REMOVED, '1');
  await ask('forget');
  await registration.unregister();
  turn('removed');
}

const reload = () => location.reload();

function update() {
  if (!registration.waiting) return reload();
  serving = undefined; // this page needs not be told
  navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true });
  return registration.waiting.postMessage('update');
}

let serving; // the service worker that this page's files came from
/** Another tab has put a new build in the place of the one that this page is of. */
function replaced() {
  const now = navigator.serviceWorker.controller;
  if (serving && now && now !== serving && shown !== 'removed') show('stale');
  serving ??= now;
}

function follow(worker) {
  const look = () => {
    if (worker.state === 'installed' && registration.active) show('update');
    else if (worker.state === 'activated') count();
  };
  worker.addEventListener('statechange', look);
  look();
}

async function keep() {
  registration = await navigator.serviceWorker.register('sw.js', { updateViaCache: 'none' });
  serving ??= registration.active;
  const coming = registration.waiting ?? registration.installing;
  if (coming) follow(coming);
  registration.addEventListener('updatefound', () => follow(registration.installing));
  count(); // a service worker of an earlier version does not answer
  for (const event of ['online', 'focus']) addEventListener(event, count);
  // Firefox would look for a new build some time later; without a network there is none.
  if (registration.active) await registration.update().catch(() => {});
}

function begin() {
  const idle = globalThis.requestIdleCallback ?? setTimeout;
  idle(() => keep().catch((error) => {
    console.warn(`cluster-ready: the site cannot be kept for use without a network (${error.message}).`);
  }));
}

/** Not before the widget runs: what it needs itself goes first. */
async function whenShown() {
  await customElements.whenDefined('cluster-ready');
  const follow = new MutationObserver(() => {
    if (!shownView()) return;
    follow.disconnect();
    if (!removedBefore()) begin();
    const turned = new MutationObserver(again);
    turned.observe(shownView(), { attributeFilter: ['lang'], childList: true });
  });
  follow.observe(view.shadowRoot, { childList: true, subtree: true });
}

if ('serviceWorker' in navigator) {
  serving = navigator.serviceWorker.controller;
  navigator.serviceWorker.addEventListener('controllerchange', replaced);
  addEventListener('storage', ({ key, newValue }) => key === REMOVED && newValue && registration && show('removed'));
  whenShown();
}
