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
    remove: 'Xóa bản lưu trên thiết bị',
    removed: 'Đã xóa bản lưu. Lần sau cần có mạng để mở công cụ. Câu trả lời đã lưu vẫn còn.',
  },
  en: {
    label: 'Use without a network',
    kept: 'The tool is kept on this device and opens without a network.',
    part: 'The tool is not wholly kept on this device, so it may not open without a network. Open this page again with a network.',
    update: 'A new version is here. Saved answers are kept.',
    updateNow: 'Update and reload the page',
    stale: 'The tool was updated in another tab. Reload the page to use the new version. Saved answers are kept.',
    reload: 'Reload the page',
    remove: 'Remove the copy on this device',
    removed: 'The copy was removed. Next time the tool needs a network to open. Saved answers are kept.',
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
let shown; // what the bar says: nothing, kept, part, update, stale or removed
let registration;

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function show(what = shown) {
  shown = what;
  if (!shown) return;
  const texts = TEXTS[language()];
  const button = { kept: ['remove', remove], part: ['remove', remove], update: ['updateNow', update], stale: ['reload', reload] }[shown];
  bar.lang = language();
  bar.setAttribute('aria-label', texts.label);
  bar.replaceChildren(element('p', { textContent: texts[shown] }));
  if (button) bar.append(element('button', { type: 'button', textContent: texts[button[0]], onclick: button[1] }));
  bar.hidden = false;
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
  if (!/update|stale|removed/.test(shown)) show(whole ? 'kept' : 'part');
  if (!whole) await registration.update().catch(() => {}); // the server may have another build by now
}

async function remove() {
  localStorage.setItem(REMOVED, '1');
  await ask('forget');
  await registration.unregister();
  show('removed');
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
    const switched = new MutationObserver(() => show());
    switched.observe(shownView(), { attributeFilter: ['lang'] });
  });
  follow.observe(view.shadowRoot, { childList: true, subtree: true });
}

if ('serviceWorker' in navigator) {
  serving = navigator.serviceWorker.controller;
  navigator.serviceWorker.addEventListener('controllerchange', replaced);
  addEventListener('storage', ({ key, newValue }) => key === REMOVED && newValue && registration && show('removed'));
  whenShown();
}
