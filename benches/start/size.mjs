// Bytes of what the browser loads, raw, gzip 9 and brotli 11: for the first question, the program, the worker, a PDF, an earlier boundary, and later. The
// files are followed as a browser does it, from element.js on; one that nothing asks for is an error. `node size.mjs FOLDER`
// prints JSON.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** The stand-alone page, in whose place an integrator has a page of their own. */
const PAGE = ['index.html', 'page.css', 'site.js', 'sw.js', 'manifest.webmanifest', 'icon.svg', 'icon-192.png', 'icon-512.png', 'icon-maskable-512.png',
  'frame.html', 'frame.css', 'frame-policy.js', 'frame.js', 'frame-host.js'];

/** For those who write such a page; no browser asks for them. */
const FOR_PEOPLE = ['element.d.ts', 'THIRD-PARTY-LICENCES.txt'];

/** How a script names what it loads at once, and what it loads on demand. */
const AT_ONCE = [/\bfile\(["']((?!later\.|english\.|firm\.|worker|outbox|history)[^"']+)["']\)/g, /^import .* from "\.\/([^"]+)"/gm,
  /["'](start\.html)["']/g];
const ON_DEMAND = [/\bfile\(["']((?:later\.|english\.|firm\.|worker|outbox|history)[^"']*)["']\)/g, /\bpart\(["']([^"']+\.wasm)["']/g,
  /["']((?:english|firm)\.[a-z.]*html)["']/g];
/** How the worker's client names what it loads. */
const BY_CLIENT = /["']((?:worker|tables)\.(?:js|wasm))["']/g;
/** What it loads for the first PDF. */
const FOR_PDF = /["'](pdf\.wasm)["']/g;
/** What it loads for the first earlier boundary. */
const FOR_OVERLAY = /["'](overlay\.wasm)["']/g;

const named = (text, ways) => ways.flatMap((way) => [...text.matchAll(way)].map(([, name]) => name));

/** Earlier versions of the questions: the program names the one that a file was made with. */
const EARLIER = /^(?:model|firm)-\d+\.\d+\.\d+\.json$/;

/** The script that starts the worker and loads what belongs to it. */
const CLIENT = 'worker-client.js';

/** The program, which takes the first pages over. */
const PROGRAM = ['app.js', 'app_bg.wasm'];

/** The names of the files for the first question, of the program, of those of the worker, for a PDF, for an earlier boundary, and of the later ones. */
function follow(folder) {
  const first = new Set(['element.js']);
  const worker = new Set();
  const later = new Set();
  const pdf = new Set();
  const overlay = new Set();
  // A set that grows is walked to its new end.
  for (const name of first) {
    if (!name.endsWith('.js')) continue;
    const text = readFileSync(join(folder, name), 'utf8');
    named(text, ON_DEMAND).forEach((next) => later.add(next));
    named(text, AT_ONCE).filter((next) => !later.has(next)).forEach((next) => first.add(next));
  }
  if (later.delete(CLIENT)) {
    worker.add(CLIENT);
    const client = readFileSync(join(folder, CLIENT), 'utf8');
    named(client, [BY_CLIENT]).forEach((name) => worker.add(name));
    named(client, [FOR_PDF]).forEach((name) => pdf.add(name));
    named(client, [FOR_OVERLAY]).forEach((name) => overlay.add(name));
  }
  readdirSync(folder).filter((name) => EARLIER.test(name)).forEach((name) => later.add(name));
  const isProgram = (name) => PROGRAM.includes(name);
  return { first: [...first].filter((name) => !isProgram(name)), program: [...first].filter(isProgram), worker, pdf, overlay, later };
}

function measured(folder, when, name) {
  const bytes = readFileSync(join(folder, name));
  return {
    name,
    when,
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
  };
}

/** One entry for each file; `when` is `page`, `first`, `program`, `worker`, `pdf`, `overlay` or `later`. */
export function sizes(folder) {
  const groups = Object.entries({ page: PAGE, ...follow(folder) });
  const known = groups.flatMap(([, names]) => [...names]);
  const unknown = readdirSync(folder).filter((name) => ![...known, ...FOR_PEOPLE].includes(name));
  if (unknown.length > 0) throw new Error(`nothing in ${folder} asks for ${unknown.join(', ')}`);
  return groups.flatMap(([when, names]) => [...names].map((name) => measured(folder, when, name)));
}

if (process.argv[1] === new URL(import.meta.url).pathname) console.log(JSON.stringify(sizes(process.argv[2])));
