
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
async function gather(payload, tell, put) {
  const blob = payload instanceof Blob;
  const size = sizeOf(payload);
  for (let at = 0; at < size; at += PIECE) {
    const end = Math.min(at + PIECE, size);
    put(blob ? new Uint8Array(await payload.slice(at, end).arrayBuffer()) : payload.subarray(at, end), at);
    if (payload instanceof File) tell('loading', end, size);
  }
}

const sizeOf = (payload) => payload?.size ?? payload?.length ?? 0;

/** What is read of a PDF, by a program that is gone afterwards, with all its memory. */
async function readPdf(module, payload, tell) {
  const { exports: { memory, room, read, begin } } = await WebAssembly.instantiate(module, {});
  const start = room(sizeOf(payload)) >>> 0;
  if (!start) throw new RangeError('no room for the file');
  await gather(payload, tell, (piece, at) => new Uint8Array(memory.buffer).set(piece, start + at));
  tell('reading', 0, 0);
  const length = read() >>> 0;
  return new Uint8Array(memory.buffer).slice(begin() >>> 0, (begin() >>> 0) + length);
}

async function gathered(payload, tell) {
  const bytes = new Payload(sizeOf(payload));
  await gather(payload, tell, (piece) => bytes.push(piece));
  return bytes;
}

/** Does what reads a file; one that the browser cannot read is an error named `unreadable`. */
async function reading(work) {
  try {
    return await work();
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
 * gives the module with the readers of tables, which share this one's memory; a PDF comes with the module that reads its text. */
export async function handle(request, payload, tell, tables, pdf) {
  const file = pdf ? await reading(() => readPdf(pdf, payload, tell)) : payload;
  for (;;) {
    const answer = reply(request, await reading(() => gathered(file, tell)), tell);
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
      const [answer, bytes] = await handle(data.request, data.payload, tell, tables, data.pdf);
      const memory = wasm.memory.buffer.byteLength;
      if (bytes.length > LARGE) self.postMessage({ id, answer, bytes: new Blob([bytes]), memory }, [answer.buffer]);
      else self.postMessage({ id, answer, bytes, memory }, [answer.buffer, bytes.buffer]);
    } catch (error) {
      self.postMessage({ id, failed: error.name === 'unreadable' ? 'unreadable' : 'crashed', text: String(error) });
    }
  };
}
