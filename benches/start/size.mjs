// Bytes of what the browser loads before the first question: raw, gzip 9, brotli 11. `node size.mjs FOLDER` prints JSON.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const FILES = ['app_bg.wasm', 'app.js', 'element.js', 'style.css', 'index.html'];

export function sizes(folder) {
  return FILES.filter((name) => existsSync(join(folder, name))).map((name) => {
    const bytes = readFileSync(join(folder, name));
    return {
      name,
      raw: bytes.length,
      gzip: gzipSync(bytes, { level: 9 }).length,
      brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
    };
  });
}

if (process.argv[1] === new URL(import.meta.url).pathname) console.log(JSON.stringify(sizes(process.argv[2])));
