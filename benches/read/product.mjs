// This product on a file, in the page: its worker is asked as the page asks it, message for message. The one place to
// change when the messages change; one of another build is refused by the worker, never misread.

/** Messages are postcard's: variants and lengths as one byte up to 127, numbers little-endian. */
const READ = Uint8Array.of(0, 0, 0); // no province, no system chosen
const AREAS = Uint8Array.of(1, 0); // WGS 84
const OFFERED = 1;
const AREAS_OF = 2;
const SEEN = 3;

/** A look at a boundary on WGS 84: its first ring, no industry, no places chosen. */
function look(format) {
  const sigma = new Uint8Array(Float64Array.of(1).buffer);
  const name = new TextEncoder().encode(format);
  return Uint8Array.of(2, 0, ...sigma, name.length, ...name, 0, 0, 0, 0, 0, 0);
}

/** `begun` gets the time at which each stage was told first. */
async function ask(worker, request, payload, begun = {}) {
  const { failed, text, ...reply } = await new Promise((resolve, reject) => {
    worker.onerror = reject;
    worker.onmessage = ({ data }) => {
      if (data.stage) begun[data.stage] ??= performance.now();
      else if (data.wanted) worker.postMessage({ tables: worker.tables });
      else resolve(data);
    };
    worker.postMessage({ id: 1, request, payload });
  });
  if (failed) throw new Error(`${failed}: ${text}`);
  return reply;
}

function expect(reply, kind) {
  if (reply.answer[0] !== kind) throw new Error(`an answer of kind ${reply.answer[0]} instead of ${kind}`);
  return reply;
}

/** Square metres of all boundaries together. */
function sum({ answer }) {
  const view = new DataView(answer.buffer, answer.byteOffset, answer.byteLength);
  // Behind the kind a count of one or two bytes.
  let at = answer[1] > 127 ? 3 : 2;
  let total = 0;
  while (at < answer.length) {
    if (answer[at] === 1) total += view.getFloat64(at + 1, true);
    at += answer[at] === 1 ? 9 : 1;
  }
  return total;
}

/** Reads the file and looks at its boundary, or measures all of several. The areas of the one are asked for without time. */
export async function product(kind, blob, worker) {
  const start = performance.now();
  const file = expect(await ask(worker, READ, new File([blob], 'boundary')), OFFERED);
  const read = performance.now();
  const begun = {};
  const areas = () => ask(worker, AREAS, file.bytes);
  // Behind the length of the only shape.
  const seen = kind === 'layer'
    ? expect(await areas(), AREAS_OF)
    : expect(await ask(worker, look(kind), file.bytes.slice(4), begun), SEEN);
  const checked = begun.measuring ?? read;
  const phases = { read: read - start, check: checked - read, measure: performance.now() - checked };
  const memory = Math.max(file.memory, seen.memory);
  const area = sum(kind === 'layer' ? seen : expect(await areas(), AREAS_OF));
  worker.terminate();
  return { phases, area, memory };
}

/** The worker runs before the file is chosen, as in the product. */
product.prepare = async () => {
  const compiled = (name) => WebAssembly.compileStreaming(fetch(`/dist/${name}.wasm`));
  const [module, tables] = await Promise.all([compiled('worker'), compiled('tables')]);
  const worker = Object.assign(new Worker('/dist/worker.js', { type: 'module' }), { tables });
  await new Promise((resolve, reject) => {
    worker.onerror = reject;
    worker.onmessage = ({ data }) => (data.failed ? reject(new Error(data.text)) : resolve());
    worker.postMessage({ module });
  });
  return worker;
};
