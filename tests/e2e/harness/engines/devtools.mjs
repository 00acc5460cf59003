// A connection of its own to Chromium's DevTools: chromedriver's speaks for one page only.
import { once } from 'node:events';
import WebSocket from 'ws';

export class DevTools {
  #socket;
  #last = 0;
  #waiting = new Map();

  /** Connects to the browser that listens at `host:port`. */
  static async connect(address) {
    const { webSocketDebuggerUrl: url } = await (await fetch(`http://${address}/json/version`)).json();
    const devTools = new this();
    devTools.#socket = new WebSocket(url);
    devTools.#socket.on('message', (text) => devTools.#hear(JSON.parse(text)));
    devTools.#socket.on('close', () => devTools.#end());
    await once(devTools.#socket, 'open');
    return devTools;
  }

  /** The result of a command to the browser. */
  ask(method, params) {
    return new Promise((done, fail) => {
      this.#last += 1;
      this.#waiting.set(this.#last, { method, done, fail });
      this.#socket.send(JSON.stringify({ id: this.#last, method, params }));
    });
  }

  #hear({ id, result, error }) {
    const asked = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) asked?.fail(new Error(`${asked.method}: ${error.message}`));
    else asked?.done(result);
  }

  #end() {
    for (const { method, fail } of this.#waiting.values()) fail(new Error(`${method}: the browser has gone`));
    this.#waiting.clear();
  }

  close() {
    this.#socket.close();
  }
}
