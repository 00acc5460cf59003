// A web server's folder as docs/embedding.md wants it: the page of an example, and the files of the widget at /cluster-ready/.
import { readFileSync, readdirSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ROOT, serve } from '../harness/index.mjs';

export const EXAMPLES = join(ROOT, 'examples');

const VERSIONS = join(ROOT, 'dist/embed');
const [VERSION] = readdirSync(VERSIONS);
/** The files to embed, of the one version that was built. */
export const EMBED = join(VERSIONS, VERSION);

/** The origin that stands in the examples for the server of the widget, where that is another one. */
export const TOOLS = 'https://tools.example';

/** What a server that other origins may use has to send. */
export const CORS = { 'Access-Control-Allow-Origin': '*' };

/** A folder with the files of the widget in it, and with those of `from`; gone when the test ends. */
export async function webRoot(t, from) {
  const folder = await mkdtemp(join(tmpdir(), 'cluster-ready-web-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  if (from) await cp(from, folder, { recursive: true });
  await cp(EMBED, join(folder, 'cluster-ready'), { recursive: true });
  return folder;
}

/** A server of the widget on an origin of its own, 127.0.0.1, until the test ends. */
export async function toolServer(t, { folder, headers = CORS, answer = () => undefined } = {}) {
  const server = await serve(folder ?? await webRoot(t), { answer: (path) => answer(path) ?? { headers } });
  t.after(() => server.close());
  return server;
}

/** The digest of a file as `integrity.json` has it. */
export const integrity = (name) => JSON.parse(readFileSync(join(EMBED, 'integrity.json'), 'utf8')).files[name].integrity;
