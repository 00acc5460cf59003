// Bundles the survey page as a fresh Vite project would.
import { build as bundle } from 'vite';

import { definition } from './definition.mjs';

const NAME = 'virtual:definition';
const inTheBundle = {
  name: 'definition',
  resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
  load: (id) => (id === `\0${NAME}` ? `export default JSON.parse(${JSON.stringify(JSON.stringify(definition()))});` : undefined),
};

/** Writes the page into a folder. */
export async function build(folder) {
  await bundle({
    root: new URL('.', import.meta.url).pathname,
    base: './',
    configFile: false,
    logLevel: 'error',
    plugins: [inTheBundle],
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 5000 },
  });
}
