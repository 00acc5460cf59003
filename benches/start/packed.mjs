// A server that has packed every file before anybody waits for it, as a good host has done long ago.
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

import { serve } from '../../tests/e2e/harness/server.mjs';

/** Often seen with hosts of static files: what has just been loaded is not loaded again, by a service worker for one. */
const HEADERS = { 'Cache-Control': 'max-age=600' };

/** Serves a folder with brotli. */
export async function packed(folder) {
  const server = await serve(folder, { brotli: true, answer: () => ({ headers: HEADERS }) });
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map((file) => relative(folder, join(file.parentPath, file.name)));
  for (const name of ['', ...names]) {
    const answer = await fetch(new URL(name, server.url), { headers: { 'Accept-Encoding': 'br' } });
    await answer.arrayBuffer();
  }
  return server;
}
