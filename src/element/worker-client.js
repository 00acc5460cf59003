// The page's side of the talk with its worker: starts it, matches answers to questions, stops it, and starts another one.
// Loaded with the first boundary.
const LIMIT_MS = 120_000; // a question that takes longer is given up
const LARGE = 64 * 1024 * 1024; // a worker that grew beyond this is let go: its memory never shrinks

const HEAD = 1024; // bytes in which it shows which program a payload passes through first

/** The programs that stand before the worker's own, and how what passes through them begins: a PDF after nothing but blanks, two
 * boundaries to be cut as no file does. */
const BEFORE = [
  ['pdf.wasm', /^(?:\xef\xbb\xbf)?[\t\n\f\r ]*%PDF/],
  ['overlay.wasm', /^\0overlay\0/],
];

const failure = (name, text = name) => Object.assign(new Error(text), { name });

async function compile(url, cache, integrity) {
  const response = await fetch(url, { cache, integrity });
  if (!response.ok) throw failure('load', `${url}: HTTP ${response.status}`);
  // From the bytes: a host's media type does not stand in the way.
  return WebAssembly.compile(await response.arrayBuffer());
}

/** The program that a payload passes through first; nothing for most. One that cannot be read is told by the worker. */
async function programBefore(payload) {
  try {
    const head = payload instanceof Blob ? await payload.slice(0, HEAD).arrayBuffer() : payload?.subarray(0, HEAD);
    const text = new TextDecoder('latin1').decode(head);
    return BEFORE.find(([, begins]) => begins.test(text))?.[0];
  } catch {
    return undefined;
  }
}

const address = (script) => URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));

/** A page from the disk or in a sandbox has no origin: a worker of it may start as a classic script only, and import only a module that it
 * made itself. What is said to it meanwhile is kept. */
const ofDisk = (module) => `const early = []; self.onmessage = (event) => early.push(event);
  import(URL.createObjectURL(new Blob([${JSON.stringify(module)}], { type: 'text/javascript' })))
    .then(() => early.forEach((event) => self.onmessage(event)), (error) => setTimeout(() => { throw error; }));`;

/** Starts the worker. One of another origin cannot be started, but imported by one of this. */
async function spawn(url) {
  if (url.startsWith('blob:') || self.origin === 'null') return new Worker(address(ofDisk(await (await fetch(url)).text())));
  if (new URL(url, location.href).origin === location.origin) return new Worker(url, { type: 'module' });
  return new Worker(address(`import ${JSON.stringify(url)};`), { type: 'module' });
}

/** What is asked for once; again where it failed, or was given up before it came. */
class Once {
  #ask;
  #asked;
  #came = false;
  #cache; // how it is asked for: what was given up may stand in the way of the same question

  constructor(ask) {
    this.#ask = ask;
  }

  get() {
    if (this.#asked) return this.#asked;
    const asked = this.#ask(this.#cache);
    this.#asked = asked;
    asked.then(
      () => { this.#came = true; },
      () => this.isOf(asked) && (this.#asked = undefined),
    );
    return asked;
  }

  isOf(asked) {
    return this.#asked === asked;
  }

  /** Still awaited, it may never come. */
  giveUp() {
    if (this.#came || !this.#asked) return;
    this.#asked = undefined;
    this.#cache = 'reload';
  }
}

export class WorkerClient {
  #file;
  #build;
  #module; // compiled once, for every worker
  #tables; // so are the readers of tables
  #before; // and the programs before the worker's, by their names
  #opening; // a promise of something that handles questions
  #worker;
  #waiting = new Map();
  #last = 0;
  #closed = false;
  /** Questions are answered on the page's own thread: no worker could start. */
  blocking = false;

  /** `urged` asks at once, and again for what hangs. */
  constructor(file, build, urged) {
    this.#file = file;
    this.#build = build;
    this.#module = new Once((first) => urged((cache = first) => compile(file('worker.wasm'), cache)));
    this.#before = new Map(BEFORE.map(([name]) => [name, new Once((first) => urged((cache = first) => compile(file(name), cache)))]));
    // The very file of this build, as it works in the memory of the first one. What the browser has kept may be older, so it is asked for twice.
    const tables = (cache) => compile(file(TABLES.name), cache, TABLES.integrity);
    this.#tables = new Once((first) => urged((cache = first) => tables(cache).catch(() => tables('reload'))));
  }

  /** Loads what the worker needs, without starting it; whether it came. */
  load() {
    const script = fetch(this.#file('worker.js')).then((response) => response.arrayBuffer()); // for the browser's cache
    return Promise.all([this.#module.get(), TABLES.name && this.#tables.get(), script]).then(() => true, () => false);
  }

  /** Starts the worker before there is a question; whether it could be. */
  prepare() {
    return this.#open().then(() => true, () => false);
  }

  /** Answers with [reply, bytes]; fails with an error named load, unreadable, crashed, time or cancelled. */
  async ask(request, payload, tell) {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, tell });
      Promise.all([this.#open(), this.#moduleBefore(payload)]).then(
        ([handler, before]) => this.#waiting.has(id) && handler({ id, request, payload, before }),
        (error) => this.#settle(id, failure('load', error.message)),
      );
    });
  }

  /** Stops whatever is being done. */
  cancel() {
    this.#stop('cancelled');
  }

  close() {
    this.#closed = true;
    this.#stop('cancelled');
  }

  #open() {
    this.#opening ??= this.#start().catch((error) => {
      this.#opening = undefined; // asked again, it is tried again
      throw error;
    });
    return this.#opening;
  }

  async #moduleBefore(payload) {
    return this.#before.get(await programBefore(payload))?.get();
  }

  async #start() {
    if (TABLES.name) this.#tables.get().catch(() => {}); // beside the first one; where they are missing, the first table tells
    const asked = this.#module.get();
    const module = await asked;
    if (!this.#module.isOf(asked)) throw failure('load', 'given up meanwhile');
    const url = this.#file('worker.js');
    return (await this.#inWorker(url, module)) ?? this.#onPage(url, module);
  }

  /** Nothing where no worker can start here. */
  async #inWorker(url, module) {
    const worker = await spawn(url).catch(() => undefined);
    return worker && new Promise((resolve, reject) => {
      worker.onerror = (event) => {
        event.preventDefault?.();
        worker.terminate();
        resolve();
      };
      worker.onmessage = ({ data }) => {
        if (data.failed) {
          worker.terminate();
          return reject(failure('load', data.text));
        }
        if (data.opened !== this.#build || this.#closed) {
          worker.terminate();
          return reject(failure('load', 'worker.wasm is of another build'));
        }
        this.#worker = worker;
        worker.onerror = () => this.#stop('crashed');
        worker.onmessageerror = () => this.#stop('crashed');
        worker.onmessage = (event) => this.#hear(event.data);
        return resolve((question) => {
          this.#limit(question.id);
          worker.postMessage(question);
        });
      };
      worker.postMessage({ module });
    });
  }

  async #onPage(url, module) {
    const { open, handle } = await import(url);
    if ((await open(module)) !== this.#build) throw failure('load', 'worker.wasm is of another build');
    this.blocking = true;
    const tables = () => this.#tables.get().catch((error) => {
      throw failure('load', error.message);
    });
    return async ({ id, request, payload, before }) => {
      try {
        const tell = (stage, done, of) => this.#hear({ id, stage, done, of });
        const [answer, bytes] = await handle(request, payload, tell, tables, before);
        this.#hear({ id, answer, bytes });
      } catch (error) {
        this.#hear({ id, failed: ['unreadable', 'load'].includes(error.name) ? error.name : 'crashed', text: String(error) });
      }
    };
  }

  #limit(id) {
    const question = this.#waiting.get(id);
    if (question) question.timer = setTimeout(() => this.#stop('time'), LIMIT_MS);
  }

  #hear({ id, stage, done, of, answer, bytes, memory, failed, text, wanted }) {
    if (wanted) return this.#give(this.#worker);
    if (failed === 'crashed') return this.#stop('crashed', text);
    if (failed) return this.#settle(id, failure(failed, text));
    if (stage) return this.#waiting.get(id)?.tell?.(stage, done, of ?? 0);
    this.#settle(id, undefined, [answer, bytes]);
    if (memory > LARGE && this.#waiting.size === 0) this.#forget();
    return undefined;
  }

  /** Gives a worker the readers of tables; without them its questions fail, and the next one starts another. */
  #give(worker) {
    this.#tables.get().then(
      (tables) => worker.postMessage({ tables }),
      () => worker === this.#worker && this.#stop('load'),
    );
  }

  #settle(id, error, value) {
    const question = this.#waiting.get(id);
    this.#waiting.delete(id); // an answer to a question that nobody waits for is dropped
    clearTimeout(question?.timer);
    if (error) question?.reject(error);
    else question?.resolve(value);
  }

  #forget() {
    if (this.blocking) return;
    // What is still awaited may never come.
    for (const one of [this.#module, this.#tables, ...this.#before.values()]) one.giveUp();
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#opening = undefined;
  }

  /** All questions fail; the next one starts a new worker. */
  #stop(reason, text) {
    if (text) console.error('cluster-ready:', text);
    this.#forget();
    for (const id of [...this.#waiting.keys()]) this.#settle(id, failure(reason));
  }
}
