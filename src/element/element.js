// The custom element <cluster-ready>: lifecycle, attributes, methods, events. The view itself is WebAssembly.
import { Early } from './early.js';
import { Stop, again, asStop, dress, file, firstPages, get, load, message, own } from './loading.js';
import { firstFree, properties, settings, takeEarly } from './settings.js';

const instances = new Map(); // the widgets on the page, each with its key and what tells it from others of that key
let crashed;

export class ClusterReady extends HTMLElement {
  static version = '0.1.0';
  static observedAttributes = ['lang'];
  #widget;
  #root;
  #mounting;
  #early;
  #past; // its pages in the browser's history
  #stopped;

  /** The program met an error: nothing calls it again, and every widget says so. */
  static #crash(stop) {
    crashed ??= stop;
    for (const element of instances.keys()) element.#stop(crashed);
  }

  connectedCallback() {
    takeEarly(this);
    if (!instances.has(this)) instances.set(this, firstFree(this.draftKey, [...instances.values()]));
    if (!this.#root) {
      this.#root = this.shadowRoot ?? this.attachShadow({ mode: 'open' }); // a page may bring the first page with it
      if (!this.#root.firstChild) this.#root.append(document.createElement('slot')); // the light DOM shows until the view runs
    }
    this.#start();
  }

  adoptedCallback() {
    if (this.#root) dress(this.#root);
  }

  disconnectedCallback() {
    // Moving the element in the page is disconnect and connect: wait for the end of the task.
    queueMicrotask(() => {
      if (this.isConnected) return;
      instances.delete(this);
      this.#early?.end()?.replaceWith(document.createElement('slot'));
      this.#early = undefined;
      if (this.#widget && !crashed) this.#widget.unmount();
      this.#widget = undefined;
      this.#past?.end();
    });
  }

  attributeChangedCallback(name, before, now) {
    if (before !== now && this.#widget && !crashed) this.#widget.set_language(now ?? '');
  }

  /** The assessment with its results, as a result file holds it. */
  async getResult() {
    return JSON.parse(await this.#ask('result'));
  }

  async loadResult(result) {
    await this.#ask('load', JSON.stringify(result));
  }

  async print() {
    await this.#ask('print');
  }

  async reset({ erase = false } = {}) {
    await this.#ask('reset', erase ? 'erase' : '');
  }

  get #language() {
    return this.lang || document.documentElement.lang || 'vi';
  }

  #tell(event, detail) {
    this.dispatchEvent(new CustomEvent(`cluster-ready-${event}`, { bubbles: true, composed: true, detail }));
  }

  #start() {
    const failed = (error) => {
      const stop = asStop(error);
      if (stop.reason === 'crash') ClusterReady.#crash(stop);
      else this.#stop(stop);
    };
    if (!this.#widget) this.#mounting ??= this.#mount().catch(failed).finally(() => { this.#mounting = undefined; });
    return this.#mounting;
  }

  async #mount() {
    if (crashed) throw crashed;
    const { style, both } = load(this, ClusterReady.#crash);
    const lang = this.#language;
    const past = this.hasAttribute('history') ? import(file('history.js')).catch(() => undefined) : undefined; // without it, Back leaves the page
    const { number } = instances.get(this);
    const hadFocus = this.#root.activeElement?.closest('.stopped'); // before the first page takes its place
    this.#early ??= new Early(again);
    this.#early.show(this, this.#root, () => firstPages(lang, this.mode), style, number).catch(() => {}); // it shows a little later, with the view
    const [wear, app] = await both;
    if (!(await new Promise((done) => { app.prepare(lang, done); }))) {
      throw new Stop('network', 'the texts of the language did not come.');
    }
    this.#past = (await past)?.follow(this.draftKey ?? '', (to) => this.#widget?.ask('go', to, () => {}));
    const isFirm = this.mode === 'firm';
    const model = this.modelSrc || (isFirm && file('firm.json'));
    const files = [await own(app, isFirm ? 'firm' : 'model', model, lang), await own(app, 'rules', !isFirm && this.rulesSrc, lang)];
    if (crashed) throw crashed;
    if (!this.isConnected) return;
    const place = document.createElement('div');
    place.className = 'root';
    const sent = ({ name, done }) => get(file(name)).then((answer) => answer.text()).then(done, () => done());
    const ours = { again, file: sent, screen: (at) => this.#past?.arrived(at) }; // no matter of the page around
    const tell = (event, detail) => queueMicrotask(() => (ours[event] ?? ((what) => this.#tell(event, what)))(detail)); // out of the program's own calls
    const outbox = this.submitUrl && ((again) => import(file('outbox.js') + again));
    this.#widget = app.mount(place, lang, { ...settings(this), number, tell, outbox }, ...files);
    await (this.#early ?? new Early(again)).giveWay(this.#root, place, wear);
    this.#early = undefined;
    if (!this.#widget) return; // taken away meanwhile
    if (lang !== this.#language) this.#widget.set_language(this.#language); // changed meanwhile
    if (hadFocus) place.querySelector('h1')?.focus();
  }

  async #ask(what, content = '') {
    await this.#mounting;
    const widget = this.#widget;
    if (!widget || crashed) throw new Error('cluster-ready: the widget is not running.');
    return new Promise((done, fail) => {
      widget.ask(what, content, (why, answer) => (why ? fail(Object.assign(new Error(), why)) : done(answer)));
    }).catch((error) => {
      const stop = asStop(error);
      if (stop.reason === 'crash') ClusterReady.#crash(stop);
      throw error;
    });
  }

  /** In place of the view: what is wrong, a way on where there is one, and the light DOM. */
  #stop(stop) {
    if (this.#stopped === stop) return;
    this.#stopped = stop;
    if (!stop.told) console.error(`cluster-ready: ${stop.message}`);
    stop.told = true;
    const lang = this.#language.startsWith('en') ? 'en' : 'vi';
    const begun = this.#early?.begun ?? []; // nobody loses what they entered on the first pages
    if (begun.length === 0) {
      this.#early?.end();
      this.#early = undefined;
    }
    message(this.#root, stop, lang, () => this.#start(), begun);
    this.#tell('error', { reason: stop.reason, ...stop.detail });
  }
}

properties(ClusterReady.prototype);
const first = customElements.get('cluster-ready');
if (!first) customElements.define('cluster-ready', ClusterReady);
else console.warn(`cluster-ready ${ClusterReady.version} (${import.meta.url}) is not used: version ${first.version} is on this page.`);
