
// Behind the script that wasm-bindgen makes: the worker's side of the talk. The page imports the same file where no worker
// can start.
const PIECE = 4_000_000; // bytes of a file taken at once
const PAUSE = 100; // milliseconds between two tellings of a stage
const LARGE = 1_000_000; // bytes that the page keeps as a blob: it never copies them

/** Starts the WebAssembly; once. */
export async function open(module) {
  await __wbg_init({ module_or_path: module });
  return build();
}

/** Hands on the bytes of a payload, piece by piece with its place. */
async function gather(payload, size, tell, put) {
  const blob = payload instanceof Blob;
  for (let at = 0; at < size; at += PIECE) {
    put(blob ? new Uint8Array(await payload.slice(at, at + PIECE).arrayBuffer()) : payload.subarray(at, at + PIECE), at);
    if (payload instanceof File) tell('loading', Math.min(at + PIECE, size), size);
  }
}

async function gathered(payload, tell) {
  const size = payload?.size ?? payload?.length ?? 0;
  const bytes = new Payload(size);
  await gather(payload, size, tell, (piece) => bytes.push(piece));
  return bytes;
}

/** What a program makes of a payload that it stands before; it is gone afterwards, with all its memory. */
async function passed(module, payload, tell) {
  const { exports: { memory, room, read, begin } } = await WebAssembly.instantiate(module, {});
  const start = room(payload.size ?? payload.length) >>> 0;
  if (!start) throw new RangeError('no room for the file');
  await gather(payload, payload.size ?? payload.length, tell, (piece, at) => new Uint8Array(memory.buffer).set(piece, start + at));
  tell('reading', 0, 0);
  const length = read() >>> 0;
  return new Uint8Array(memory.buffer).slice(begin() >>> 0, (begin() >>> 0) + length);
}

/** What goes wrong on the way to the bytes is told from what the reading itself does. */
async function taken(bytes) {
  try {
    return await bytes;
  } catch (error) {
    throw Object.assign(new Error(String(error)), { name: error instanceof DOMException ? 'unreadable' : 'crashed' });
  }
}

let coming; // the readers of tables
function come(tables) {
  coming ??= tables().then((module) => WebAssembly.instantiate(module, { __wasm_split: wasm })).then(tables_came);
  coming.catch(() => { coming = undefined; });
  return coming;
}

/** Answers one question: [reply, bytes]. A file that the browser cannot read is an error named `unreadable`. `tables`
 * gives the module with the readers of tables, which share this one's memory; a payload that passes through another program
 * first (the text of a PDF is read, boundaries are cut) comes with that one's module. */
export async function handle(request, payload, tell, tables, before) {
  const given = before ? await taken(passed(before, payload, tell)) : payload;
  for (;;) {
    const answer = reply(request, await taken(gathered(given, tell)), tell);
    if (answer) return answer;
    await come(tables);
  }
}

if (typeof WorkerGlobalScope !== 'undefined' && self instanceof WorkerGlobalScope) {
  let came;
  const tables = () => new Promise((resolve) => {
    came = resolve;
    self.postMessage({ wanted: 'tables' });
  });
  self.onmessage = async ({ data }) => {
    const { id } = data;
    if (data.tables) return came(data.tables);
    try {
      if (data.module) return self.postMessage({ opened: await open(data.module) });
      let [told, at] = ['', -PAUSE];
      const tell = (stage, done, of) => {
        // No more often than a person can read, but a new stage soon.
        const now = performance.now();
        if (now - at < (stage === told ? PAUSE : PAUSE / 10)) return;
        [told, at] = [stage, now];
        self.postMessage({ id, stage, done, of });
      };
      const [answer, bytes] = await handle(data.request, data.payload, tell, tables, data.before);
      const memory = wasm.memory.buffer.byteLength;
      if (bytes.length > LARGE) self.postMessage({ id, answer, bytes: new Blob([bytes]), memory }, [answer.buffer]);
      else self.postMessage({ id, answer, bytes, memory }, [answer.buffer, bytes.buffer]);
    } catch (error) {
      self.postMessage({ id, failed: error.name === 'unreadable' ? 'unreadable' : 'crashed', text: String(error) });
    }
  };
}
