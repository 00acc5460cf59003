// <cluster-ready>: an open shadow root with one stylesheet and the WebAssembly app mounted in it.
const styles = new CSSStyleSheet();
const here = (name) => new URL(name, import.meta.url);
let app;

/** Loads app.js, app_bg.wasm and style.css once for all elements of the page. */
function load() {
  app ??= Promise.all([
    import(here('app.js')).then(async (module) => {
      await module.default({ module_or_path: here('app_bg.wasm') });
      return module;
    }),
    fetch(here('style.css')).then((answer) => answer.text()).then((text) => styles.replace(text)),
  ]).then(([module]) => module);
  return app;
}

class ClusterReady extends HTMLElement {
  #handle = null;

  async connectedCallback() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [styles];
    const module = await load();
    if (!this.isConnected || this.#handle) return;
    const div = document.createElement('div');
    div.className = 'root';
    root.replaceChildren(div);
    this.#handle = module.mount(div, { lang: this.getAttribute('lang') ?? 'vi' });
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected || !this.#handle) return;
      this.#handle.unmount();
      this.#handle = null;
      this.shadowRoot.replaceChildren();
    });
  }
}

customElements.get('cluster-ready') ?? customElements.define('cluster-ready', ClusterReady);
