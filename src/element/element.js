// The custom element <cluster-ready>: lifecycle and lazy loading. The view itself is WebAssembly.
const base = new URL('.', import.meta.url);
const file = (name) => new URL(name, base).href;

let loading; // one module and one style sheet serve all instances
let broken = false;
const instances = new Set();

async function styles() {
  const sheet = new CSSStyleSheet();
  const response = await fetch(file('style.css'));
  if (!response.ok) throw new Error(`style.css: HTTP ${response.status}`);
  await sheet.replace(await response.text());
  return sheet;
}

async function start() {
  const bytes = fetch(file('app_bg.wasm')); // beside the script, not after it
  const [sheet, app] = await Promise.all([styles(), import(file('app.js')).then(async (module) => {
    await module.default({ module_or_path: bytes });
    return module;
  })]);
  app.reach_worker(async (build) => new (await import(file('worker-client.js'))).WorkerClient(file, build));
  app.on_crash(() => {
    broken = true;
    instances.forEach((element) => element.fail('crash'));
  });
  return { sheet, app };
}

const MESSAGES = {
  crash: {
    vi: 'Công cụ gặp lỗi và đã dừng. Câu trả lời đã lưu vẫn còn trên máy này. Hãy tải lại trang.',
    en: 'The tool met an error and has stopped. Saved answers are still on this device. Please reload the page.',
  },
  load: {
    vi: 'Không mở được công cụ. Hãy kiểm tra mạng rồi tải lại trang, hoặc dùng trình duyệt mới hơn.',
    en: 'The tool could not be opened. Check the network and reload the page, or use a newer browser.',
  },
};

export class ClusterReady extends HTMLElement {
  static observedAttributes = ['lang'];
  #widget;
  #root;

  connectedCallback() {
    if (!this.#root) {
      this.#root = this.attachShadow({ mode: 'open' });
      this.#root.append(document.createElement('slot')); // the light DOM shows until the view runs
    }
    if (!this.#widget) this.#mount();
  }

  disconnectedCallback() {
    // Moving the element in the page is disconnect and connect: wait for the end of the task.
    queueMicrotask(() => {
      if (this.isConnected) return;
      instances.delete(this);
      if (this.#widget && !broken) this.#widget.unmount();
      this.#widget = undefined;
    });
  }

  attributeChangedCallback(name, before, now) {
    if (name === 'lang' && before !== now && this.#widget && !broken) this.#widget.set_language(now ?? '');
  }

  get #language() {
    return this.lang || document.documentElement.lang || 'vi';
  }

  async #mount() {
    if (broken) return this.fail('crash');
    try {
      const { sheet, app } = await (loading ??= start());
      let lang;
      do {
        lang = this.#language;
        if (!(await new Promise((done) => app.prepare(lang, done)))) throw new Error('the texts did not come');
      } while (lang !== this.#language); // the attribute may change meanwhile
      if (!this.isConnected || this.#widget) return;
      this.#root.adoptedStyleSheets = [sheet];
      const place = document.createElement('div');
      place.className = 'root';
      this.#root.replaceChildren(place);
      instances.add(this);
      this.#widget = app.mount(place, lang);
    } catch (error) {
      loading = undefined;
      console.error('cluster-ready:', error);
      this.fail('load');
    }
  }

  fail(reason) {
    const text = document.createElement('p');
    text.className = 'stopped';
    text.setAttribute('role', 'alert');
    text.textContent = MESSAGES[reason][this.lang?.startsWith('en') ? 'en' : 'vi'];
    this.#root.replaceChildren(text);
  }
}

if (!customElements.get('cluster-ready')) customElements.define('cluster-ready', ClusterReady);
