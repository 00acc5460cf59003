
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

async function gather(payload, tell) {
  const blob = payload instanceof Blob ? payload : undefined;
  const size = blob ? blob.size : payload?.length ?? 0;
  const bytes = new Payload(size);
  for (let at = 0; at < size; at += PIECE) {
    const piece = blob ? new Uint8Array(await blob.slice(at, at + PIECE).arrayBuffer()) : payload.subarray(at, at + PIECE);
    bytes.push(piece);
    if (payload instanceof File) tell('loading', Math.min(at + PIECE, size), size);
  }
  return bytes;
}

async function gathered(payload, tell) {
  try {
    return await gather(payload, tell);
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
 * gives the module with the readers of tables, which share this one's memory. */
export async function handle(request, payload, tell, tables) {
  for (;;) {
    const answer = reply(request, await gathered(payload, tell), tell);
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
      const [answer, bytes] = await handle(data.request, data.payload, tell, tables);
      const memory = wasm.memory.buffer.byteLength;
      if (bytes.length > LARGE) self.postMessage({ id, answer, bytes: new Blob([bytes]), memory }, [answer.buffer]);
      else self.postMessage({ id, answer, bytes, memory }, [answer.buffer, bytes.buffer]);
    } catch (error) {
      self.postMessage({ id, failed: error.name === 'unreadable' ? 'unreadable' : 'crashed', text: String(error) });
    }
  };
}
