// Where what waits to be sent is kept. `change` gives the entry of a key to a function, and puts what that gives in its
// place: null takes the entry away, undefined leaves it. It gives the same back.
const STORE = 'entries';

const TEXTS = ['key', 'address', 'draft', 'mark', 'title', 'body', 'said'];
const NUMBERS = ['made', 'tries', 'next', 'at', 'status'];
const STATES = ['waiting', 'sent', 'refused'];

/** Whether this version understands an entry. */
export function isSound(one) {
  try {
    return Boolean(new URL(one.address)) && STATES.includes(one.state)
      && TEXTS.every((name) => typeof one[name] === 'string') && NUMBERS.every((name) => Number.isFinite(one[name]));
  } catch {
    return false;
  }
}

const LET_GO_MS = 5_000; // as long as another page may take to let a database go

/** Takes a database off the device, of whatever version it is; fails where another page holds it. */
export const remove = (name) => new Promise((done, fail) => {
  const removing = indexedDB.deleteDatabase(name);
  removing.onsuccess = () => done();
  removing.onerror = () => fail(removing.error);
  setTimeout(() => fail(new Error('another page holds it')), LET_GO_MS);
});

/** As long as the page lives. */
export class Memory {
  #entries = new Map();

  async all() {
    return [...this.#entries.values()];
  }

  async change(key, next) {
    const entry = next(this.#entries.get(key));
    if (entry === null) this.#entries.delete(key);
    else if (entry) this.#entries.set(key, entry);
    return entry;
  }

  async clear() {
    this.#entries.clear();
  }

  close() {}

  end() {}
}

const settled = (request) => new Promise((done, fail) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => fail(request.error);
});

/** On this device, in a database of its own beside that of the drafts. */
export class Device {
  #name;
  #database; // a promise of it, while it is open
  #ended = false; // what was erased meanwhile is not made anew

  /** Fails where the browser gives the page no storage. */
  static async open(name) {
    const device = new Device();
    device.#name = name;
    await device.#open();
    return device;
  }

  #open() {
    this.#database ??= this.#opened().catch((error) => {
      this.#database = undefined;
      throw error;
    });
    return this.#database;
  }

  async #opened() {
    const opening = indexedDB.open(this.#name, 1);
    opening.onupgradeneeded = () => (this.#ended ? opening.transaction.abort() : opening.result.createObjectStore(STORE, { keyPath: 'key' }));
    const database = await settled(opening);
    // Another tab wants a newer version, or the browser took it away: it is opened again with the next use.
    database.onversionchange = () => this.close();
    database.onclose = () => this.close();
    return database;
  }

  /** Does something in one transaction, and waits until it is on the disk. */
  async #within(mode, act) {
    const transaction = (await this.#open()).transaction(STORE, mode, { durability: 'strict' });
    const complete = new Promise((done, fail) => {
      transaction.oncomplete = done;
      transaction.onabort = () => fail(transaction.error);
    });
    const [result] = await Promise.all([act(transaction.objectStore(STORE)), complete]);
    return result;
  }

  all() {
    return this.#within('readonly', (store) => settled(store.getAll()));
  }

  /** Reading and writing are one transaction: of two tabs the second one sees what the first one wrote. */
  change(key, next) {
    return this.#within('readwrite', async (store) => {
      const entry = next(await settled(store.get(key)));
      if (entry === null) store.delete(key);
      else if (entry) store.put(entry);
      return entry;
    });
  }

  clear() {
    return this.#within('readwrite', (store) => settled(store.clear()));
  }

  /** What is under way goes on to its end, where the database is still there then. */
  end() {
    this.#ended = true;
  }

  close() {
    this.#database?.then((database) => database.close(), () => {});
    this.#database = undefined;
  }
}
