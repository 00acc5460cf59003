// Loads what all widgets of a page share. What stands in the way is said twice: a sentence for the person in front of the
// page, and a line on the console for whoever runs it.
const STYLES = ''; // what the style sheets of this build have in them, written by the build
const LIMIT = 2 ** 21; // bytes of a file of the page's own
const base = new URL('.', import.meta.url);
const packed = globalThis.clusterReadyFiles ?? {}; // in a page that holds all files, the address of each
export const file = (name) => packed[name] ?? new URL(name, base).href;

/** Why the widget cannot run. `message` is for whoever runs the page, `sentences` for everybody else. */
export class Stop extends Error {
  constructor(reason, message, detail = {}, sentences = SENTENCES[reason]) {
    super(message);
    Object.assign(this, { reason, detail, sentences });
  }
}

const SENTENCES = {
  network: {
    vi: 'Chưa tải được công cụ. Hãy kiểm tra mạng rồi thử lại.',
    en: 'The tool could not be loaded. Check the network, then try again.',
  },
  files: {
    vi: 'Trang này thiếu tệp của công cụ nên chưa mở được. Hãy báo người quản trị trang.',
    en: "This page lacks files of the tool, so it cannot be opened. Please tell the site's owner.",
  },
  policy: {
    vi: 'Thiết lập bảo mật của trang này chưa cho công cụ chạy. Hãy báo người quản trị trang.',
    en: "The security settings of this page do not let the tool run. Please tell the site's owner.",
  },
  browser: {
    vi: 'Trình duyệt này quá cũ. Hãy mở trang bằng bản mới của Chrome, Edge, Firefox hoặc Safari.',
    en: 'This browser is too old. Open the page in a recent Chrome, Edge, Firefox or Safari.',
  },
  crash: {
    vi: 'Công cụ gặp lỗi và đã dừng. Câu trả lời đã lưu vẫn còn. Hãy tải lại trang.',
    en: 'The tool met an error and has stopped. Saved answers are kept. Please reload the page.',
  },
};
const AGAIN = { vi: 'Thử lại', en: 'Try again' };
const LOOK = '.stopped { all: initial; display: block; max-inline-size: 40em; margin: 16px auto; padding: 16px; border: 3px solid #a3211d; '
  + 'font: 16px/1.5 system-ui, sans-serif; color: #182125; background: #fff } .stopped h1 { margin: 0; font: inherit; font-weight: 600 } '
  + '.stopped button { font: inherit; min-block-size: 44px; margin-block-start: 12px; padding-inline: 16px }';

const texts = ['', '', LOOK]; // of the style sheets: first pages, later pages, a stop
const [FIRST, LATER, STOPPED] = texts.keys();
const sheets = new Map(); // by document: one cannot use those of another
const worn = new WeakMap(); // by shadow root

/** Gives a shadow root style sheets of its document: the view's, others, or those it had in another document. */
export function dress(root, which = worn.get(root)) {
  const { ownerDocument: now } = root;
  if (!which) return;
  worn.set(root, which);
  if (!now.defaultView) return;
  for (const one of sheets.keys()) if (!one.defaultView) sheets.delete(one); // its frame is gone
  if (!sheets.has(now)) {
    sheets.set(now, texts.map((text) => {
      const sheet = new now.defaultView.CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    }));
  }
  root.adoptedStyleSheets = which.map((one) => sheets.get(now)[one]);
}

/** Puts a stop into a shadow root, above the light DOM or what else shall stay. */
export function message(root, stop, lang, again, below) {
  const stays = below.length > 0;
  const box = Object.assign(document.createElement('div'), { className: 'stopped', lang });
  box.setAttribute('role', 'alert');
  box.append(Object.assign(document.createElement('h1'), { textContent: stop.sentences[lang] }));
  if (/network|files/.test(stop.reason)) {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: AGAIN[lang], onclick: again });
    box.append(button);
  }
  if ('adoptedStyleSheets' in root) dress(root, stays ? [...(worn.get(root) ?? []), STOPPED] : [STOPPED]);
  root.replaceChildren(box, ...(stays ? below : [document.createElement('slot')]));
}

const isTrap = (error) => typeof WebAssembly === 'object' && error instanceof WebAssembly.RuntimeError;
const crash = (error) => new Stop('crash', `the program met an error and was stopped (${error.message}).`);

/** What an error means that stands in the way of the widget. */
export function asStop(error) {
  if (error instanceof Stop) return error;
  if (isTrap(error)) return crash(error);
  // A policy with Trusted Types: Chromium and WebKit call them by name, Firefox says “Sink type mismatch”.
  return new Stop(/Trusted|Sink type/.test(error.message) ? 'policy' : 'files', error.message);
}

let blocked; // what a content security policy of the page forbade
document.addEventListener('securitypolicyviolation', (event) => {
  const ours = event.blockedURI === 'wasm-eval' || event.blockedURI.startsWith(base.href);
  if (ours && event.disposition === 'enforce') blocked = event;
});

const awaited = new Set(); // ways to ask again for what has not come yet

/** What comes of asking, at once or again: whichever comes first. */
const urged = (ask) => new Promise((done, fail) => {
  const go = (cache) => ask(cache).then(done, fail).finally(() => awaited.delete(go));
  awaited.add(go);
  go();
});

/** Asks again for what hangs. What has come of it so far stays on its way. */
export const again = () => awaited.forEach((go) => go('reload'));

/** Gets a file, or says what came in its place. */
export async function get(address, cache) {
  const response = await fetch(address, { cache }).catch((error) => {
    throw new Stop('network', `${address} could not be fetched (${error.message}).`);
  });
  if (!response.ok) {
    throw new Stop('files', `${address} answered HTTP ${response.status}. Put all files of one build into one folder.`);
  }
  return response;
}

async function fill(one, address, cache) {
  const response = await get(address, cache);
  const type = response.headers.get('Content-Type') ?? '';
  const text = await response.text();
  if (!text.includes(STYLES)) {
    throw new Stop('files', `${address} came as ${type} and is no style sheet of this build. Put all files of one build into one folder.`);
  }
  texts[one] = text;
  for (const all of sheets.values()) all[one].replaceSync(text);
}

async function program(address, cache) {
  const response = await get(address, cache);
  const type = response.headers.get('Content-Type');
  if (type === 'application/wasm') return response;
  const bytes = await response.arrayBuffer();
  if (new TextDecoder().decode(bytes.slice(0, 4)) !== '\0asm') {
    throw new Stop('files', `${address} is no WebAssembly but came as ${type}. Put all files of one build into one folder.`);
  }
  console.warn(`cluster-ready: ${address} came as ${type}, which starts later. Apache: AddType application/wasm .wasm`);
  return bytes;
}

let attempts = 0;
async function script(address) {
  // A browser may remember that a module did not come: another address asks again.
  const asked = attempts ? `${address}?${attempts}` : address;
  attempts += 1;
  return import(asked).catch(async (error) => {
    const type = (await get(address)).headers.get('Content-Type');
    throw new Stop('files', `${address} came as ${type} and could not be run (${error.message}).`);
  });
}

/** Where a file of the worker is: beside the script that an attribute names, else beside this one. */
const beside = (moved) => (name) => (moved ? new URL(name, new URL(moved, document.baseURI)).href : file(name));

async function start({ wasmSrc: moved, workerSrc }, onCrash, before) {
  const bytes = urged((cache) => program(moved ?? file('app_bg.wasm'), cache)); // beside the script, not after it
  const module = script(file('app.js'));
  const [app, source] = await Promise.all([module, bytes]);
  // Out of memory the program ends without a word of its own. Another program of the page names its own address.
  const folder = (address) => address.replace(/[^/]*$/, '');
  const from = folder(source.url ?? 'wasm://');
  const isOurs = ({ stack }) => (stack?.match(/[^\s(@]+\.wasm|wasm:\/\//g) ?? [from]).some((one) => folder(one) === from);
  const heard = (error) => isTrap(error) && isOurs(error) && onCrash(crash(error));
  addEventListener('error', ({ error }) => heard(error));
  addEventListener('unhandledrejection', ({ reason }) => heard(reason));
  await app.default({ module_or_path: source });
  if (app.tell_parts) app.tell_parts({ before, urged, packed, folder: moved && new URL(moved, document.baseURI) });
  else await before('later.wasm'); // everything is in one file
  app.reach_worker(async (build) => new (await import(file('worker-client.js'))).WorkerClient(beside(workerSrc), build, urged));
  app.on_crash(() => onCrash(crash({ message: 'panic' })));
  return app;
}

/** What an error of loading means. */
async function cause(error) {
  await new Promise((next) => { setTimeout(next); }); // a violation is reported in a task of its own
  if (blocked || /Content Security Policy|wasm-unsafe-eval/.test(error.message)) {
    const what = blocked ? `${blocked.blockedURI} (${blocked.effectiveDirective})` : 'WebAssembly';
    const from = base.origin === location.origin ? "'self'" : base.origin;
    return new Stop('policy', `the Content-Security-Policy of this page forbids ${what}. It needs: script-src ${from} 'wasm-unsafe-eval'; style-src ${from}; connect-src ${from}`);
  }
  if (error instanceof Stop) return error;
  if (error instanceof WebAssembly.CompileError) return new Stop('browser', `this browser cannot read app_bg.wasm, or it is damaged (${error.message}).`);
  if (isTrap(error) || error instanceof RangeError) return crash(error); // there may be no memory for it
  return new Stop('files', `app.js and app_bg.wasm did not start, perhaps they are of two builds (${error.message}).`);
}

let loading; // one program and its style sheets serve all instances
/** What gives a shadow root its style sheets, and the program: `both`, and the first alone; asked for once, and again after they did not come. */
export function load(moved, onCrash) {
  loading ??= begin(moved, onCrash);
  return loading;
}

function begin(moved, onCrash) {
  blocked = undefined;
  if (typeof WebAssembly !== 'object' || !('adoptedStyleSheets' in document)) {
    throw new Stop('browser', 'this browser has no WebAssembly or no constructed style sheets.');
  }
  let later; // the style sheet of the pages that come later, with their code
  const before = (name) => (name === 'later.wasm' ? (later ??= urged((cache) => fill(LATER, file('later.css'), cache)).catch((error) => {
    later = undefined;
    throw error;
  })) : undefined);
  const style = urged((cache) => fill(FIRST, file('style.css'), cache)).then(() => (root) => dress(root, [FIRST, LATER]));
  const both = Promise.all([style, start(moved, onCrash, before)]).catch(async (error) => {
    loading = undefined;
    throw await cause(error);
  });
  return { style, both };
}

/** The first pages in a language, as HTML. */
export async function firstPages(lang, mode) {
  const isEnglish = /^en\b/i.test(lang);
  const ofFirm = () => (isEnglish ? file('firm.en.html') : file('firm.vi.html'));
  const ofCluster = () => (isEnglish ? file('english.html') : file('start.html'));
  return (await get(mode === 'firm' ? ofFirm() : ofCluster())).text();
}

/** The text of a file; nothing where it is larger than any file of the kind. */
async function limited({ body }) {
  const reader = body.getReader();
  const parts = [];
  for (let bytes = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(parts).text();
    bytes += value.length;
    if (bytes > LIMIT) {
      reader.cancel().catch(() => {});
      return undefined;
    }
    parts.push(value);
  }
}

/** Reads a file of the page's own and gives its number in the program; 0 where there is none. */
export async function own(app, kind, address, lang) {
  if (!address) return 0;
  const url = new URL(address, document.baseURI);
  const name = url.pathname.split('/').at(-1);
  const reasonOf = kind === 'rules' ? 'rules-src' : 'model-src';
  const content = await limited(await get(url.href));
  if (content === undefined) {
    throw new Stop(reasonOf, `${url.href} is larger than ${LIMIT} bytes.`, { file: url.href }, {
      vi: `Tệp ${name} của trang này quá lớn. Hãy báo người quản trị trang.`,
      en: `The file ${name} of this page is too large. Please tell the site's owner.`,
    });
  }
  return new Promise((done, fail) => {
    app.own_file(kind, name, content, lang, (why, number) => {
      if (!why) return done(number);
      const { place, detail, message, reason = reasonOf } = why;
      const line = `${url.href}: ${detail ?? 'the reader could not be loaded'}`;
      return fail(new Stop(reason, line, { place, detail, file: url.href }, message && { vi: message, en: message }));
    });
  });
}
