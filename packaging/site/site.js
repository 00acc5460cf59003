// The stand-alone page around the widget: keeps the site for use without a network, offers a new build, and takes the kept
// copy away again.
const TEXTS = {
  vi: {
    label: 'Dùng khi không có mạng',
    kept: 'Công cụ đã được lưu trên thiết bị này và mở được khi không có mạng.',
    update: 'Đã có phiên bản mới. Câu trả lời đã lưu vẫn giữ nguyên.',
    updateNow: 'Cập nhật và tải lại trang',
    remove: 'Xóa bản lưu trên thiết bị',
    removed: 'Đã xóa bản lưu. Lần sau cần có mạng để mở công cụ. Câu trả lời đã lưu vẫn còn.',
  },
  en: {
    label: 'Use without a network',
    kept: 'The tool is kept on this device and opens without a network.',
    update: 'A new version is here. Saved answers are kept.',
    updateNow: 'Update and reload the page',
    remove: 'Remove the copy on this device',
    removed: 'The copy was removed. Next time the tool needs a network to open. Saved answers are kept.',
  },
};
const REMOVED = 'cluster-ready-offline-removed';
const bar = document.querySelector('#offline');
const view = document.querySelector('cluster-ready');
/** The widget as a person sees it: it bears the language that they chose. The first pages before it runs are called early. */
const shownView = () => view.shadowRoot?.querySelector('.root:not(.early) > .app');
const language = () => (shownView()?.lang === 'en' ? 'en' : 'vi');
let shown; // what the bar says: nothing, kept, update or removed
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
  const button = { kept: ['remove', remove], update: ['updateNow', update] }[shown];
  bar.lang = language();
  bar.setAttribute('aria-label', texts.label);
  bar.replaceChildren(element('p', { textContent: texts[shown] }));
  if (button) bar.append(element('button', { type: 'button', textContent: texts[button[0]], onclick: button[1] }));
  bar.hidden = false;
}

/** Who took the copy away does not get it again by the next visit. */
function removedBefore() {
  try {
    return localStorage.getItem(REMOVED) !== null;
  } catch {
    return true; // nothing can be kept here
  }
}

async function remove() {
  localStorage.setItem(REMOVED, '1');
  await registration.unregister();
  for (const name of await caches.keys()) if (name.startsWith('cluster-ready-')) await caches.delete(name);
  show('removed');
}

function update() {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  registration.waiting.postMessage('update');
}

function follow(worker) {
  const look = () => {
    if (worker.state === 'installed' && registration.active) show('update');
    else if (worker.state === 'activated') show('kept');
  };
  worker.addEventListener('statechange', look);
  look();
}

async function keep() {
  registration = await navigator.serviceWorker.register('sw.js', { updateViaCache: 'none' });
  if (registration.active) show('kept');
  const coming = registration.waiting ?? registration.installing;
  if (coming) follow(coming);
  registration.addEventListener('updatefound', () => follow(registration.installing));
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

if ('serviceWorker' in navigator) whenShown();
