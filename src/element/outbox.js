// What waits to be sent to the address that the page names, and its sending. Loaded only where a page names one.
import { LIMIT_MS, due, permitted, post } from './outbox-post.js';
import { Device, Memory, isSound, remove } from './outbox-store.js';

const sending = new Map(); // what is being sent from this page: by key, the way to stop it
let explained = false;

/** A random UUID; a page without https has no function for it. */
function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** For whoever runs the page: without an answer the browser says to no script why. */
function explain(address) {
  if (explained || navigator.onLine === false) return;
  explained = true;
  console.warn(`cluster-ready: no answer came from ${address}. It must not redirect; on another origin it has to allow this page `
    + '(Access-Control-Allow-Origin, and Access-Control-Allow-Headers: content-type, idempotency-key); and the Content-Security-Policy '
    + 'of the page has to name it in connect-src.');
}

/** The outbox of the pages of one name. Several tabs may have it open. */
class Outbox {
  #address;
  #name;
  #keeps;
  #store;
  #channel;
  #heard;
  #entries = [];
  #timer;
  #postponed = new Map(); // by key: until when something is left alone in this tab
  #closed = false;

  constructor(address, { name, keep }, store, heard) {
    this.#address = address;
    this.#name = name;
    this.#keeps = keep;
    this.#store = store;
    this.#heard = heard;
    if (keep && globalThis.BroadcastChannel) {
      this.#channel = new BroadcastChannel(name);
      this.#channel.onmessage = () => this.read();
    }
    globalThis.addEventListener?.('online', this.tryAll);
  }

  get host() {
    return new URL(this.#address).host;
  }

  /** What waits outlives the page. */
  get kept() {
    return this.#store instanceof Device;
  }

  /** What was given to it and is not forgotten, the last first. */
  get entries() {
    return this.#entries.map((one) => {
      const { host } = new URL(one.address);
      return { ...one, body: '', next: due(one, Date.now()), host, ours: one.address === this.#address, state: sending.has(one.key) ? 'sending' : one.state };
    });
  }

  /** Takes something over, and tries at once. */
  async add({ draft, mark, title, body }) {
    const entry = {
      key: uuid(), address: this.#address, draft, mark, title, body, made: Date.now(), state: 'waiting', tries: 0, next: 0, bound: false, at: 0, status: 0, said: '',
    };
    try {
      await this.#store.change(entry.key, () => entry);
    } catch {
      // No room on the device: it waits as long as the page lives.
      this.#store.close();
      this.#store = new Memory();
      for (const one of [...this.#entries, entry]) await this.#store.change(one.key, () => one);
    }
    for (const one of this.#entries) if (one.draft === draft && one.state === 'sent') await this.#store.change(one.key, () => null);
    await this.#news('waiting', 0);
    await this.#try(entry);
  }

  /** A person wants it to be tried now. */
  async again(key) {
    const entry = await this.#store.change(key, (one) => one && { ...one, state: 'waiting', tries: one.state === 'refused' ? 0 : one.tries, next: 0, bound: false });
    if (entry) await this.#try(entry);
  }

  /** A person takes it back. It may have arrived, where it was being sent. */
  async takeBack(key) {
    await this.#store.change(key, () => null);
    await this.#news('withdrawn', 0);
  }

  /** Forgets everything; what lies on the device too where it could not be opened. */
  async erase() {
    await this.#store.clear();
    if (this.#keeps && !this.kept && globalThis.indexedDB) await remove(this.#name);
    await this.#news();
  }

  /** What is being sent goes on to its end, and is noted. */
  close() {
    this.#closed = true;
    this.#store.end();
    clearTimeout(this.#timer);
    globalThis.removeEventListener?.('online', this.tryAll);
    this.#channel?.close();
    this.#channel = undefined;
    if (!this.#entries.some(({ key }) => sending.has(key))) this.#store.close();
  }

  /** Looks what is there. */
  async read() {
    // What is not understood is left out, not erased: another version may have left it.
    const entries = (await this.#store.all().catch(() => this.#entries)).filter(isSound);
    const gone = this.#entries.filter(({ key }) => !entries.some((one) => one.key === key));
    for (const { key } of gone) sending.get(key)?.abort(); // taken back, here or in another tab
    this.#entries = entries.sort((a, b) => b.made - a.made);
    if (this.#closed) return;
    this.#heard();
    this.#arm();
  }

  /** Tries all that no server has asked to wait with. */
  tryAll = () => {
    const now = Date.now();
    for (const one of this.#waiting()) if (!one.bound || due(one, now) <= now) this.#try(one);
  };

  #waiting() {
    return this.#entries.filter((one) => one.state === 'waiting' && one.address === this.#address && !sending.has(one.key));
  }

  async #news(state, status) {
    this.#channel?.postMessage('');
    await this.read();
    if (state && !this.#closed) this.#heard(state, status);
  }

  /** Wakes up when the next one is due. */
  #arm() {
    clearTimeout(this.#timer);
    const at = (one, now) => {
      const left = this.#postponed.get(one.key) ?? 0;
      return Math.max(due(one, now), left - now > LIMIT_MS ? 0 : left);
    };
    const first = Math.min(...this.#waiting().map((one) => at(one, Date.now())));
    if (first === Infinity) return;
    const wake = () => {
      const now = Date.now();
      for (const one of this.#waiting()) if (at(one, now) <= now) this.#try(one);
      this.#arm();
    };
    // A longer time does not fit a timer.
    this.#timer = setTimeout(wake, Math.min(Math.max(first - Date.now(), 0), 2 ** 31 - 1));
  }

  async #try({ key, tries }) {
    if (sending.has(key) || this.#closed) return;
    const stop = new AbortController();
    sending.set(key, stop);
    try {
      const alone = await this.#alone(key, () => this.#send(key, tries, stop));
      this.#postponed.set(key, alone ? 0 : Date.now() + LIMIT_MS / 4);
    } catch (error) {
      console.warn(`cluster-ready: what waits to be sent could not be read or written (${error.message}).`);
      this.#postponed.set(key, Date.now() + LIMIT_MS);
    } finally {
      sending.delete(key);
      await this.read();
      if (this.#closed) this.#store.close();
    }
  }

  /** Of several tabs only one sends it; false where another one does. */
  async #alone(key, act) {
    if (!this.kept || !navigator.locks) {
      await act();
      return true;
    }
    return navigator.locks.request(`cluster-ready:${key}`, { ifAvailable: true }, async (lock) => {
      if (lock) await act();
      return lock !== null;
    });
  }

  async #send(key, tries, stop) {
    // Another tab may have tried it since this one looked, or a person may have taken it back.
    const entry = await this.#store.change(key, (one) => (one?.state === 'waiting' && one.tries === tries ? { ...one, tries: tries + 1 } : undefined));
    if (!entry) return;
    await this.#news('sending', 0);
    const change = await post(entry, stop);
    const after = await this.#store.change(key, (one) => (one ? { ...one, ...change } : undefined));
    sending.delete(key);
    if (!after) return;
    if (change.status === 0) explain(this.#address);
    await this.#news(after.state, after.status);
  }
}

/**
 * Opens the outbox of a name, for one address. `heard` is called whenever its entries have changed, and with a state and a
 * status when something of it was sent.
 */
export async function open({ address, name, keep }, heard) {
  let url;
  try {
    url = permitted(address, document.baseURI, location.origin);
  } catch (error) {
    console.error(`cluster-ready: ${error.message} Nothing is sent.`);
    throw error;
  }
  const store = keep ? await Device.open(name).catch(() => new Memory()) : new Memory();
  const outbox = new Outbox(url.href, { name, keep }, store, heard);
  await outbox.read();
  outbox.tryAll();
  return outbox;
}
