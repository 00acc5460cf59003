// Opening saved files, as from a folder of the user.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for the files of one test; gone when the test ends. */
export async function folder(t) {
  const path = await mkdtemp(join(tmpdir(), 'cluster-ready-files-'));
  t.after(() => rm(path, { recursive: true, force: true }));
  return {
    async file(name, content) {
      await writeFile(join(path, name), content);
      return join(path, name);
    },
  };
}

/** Gives a file to the first page's "open a saved file". */
export const choose = (page, path) => page.upload('#start-open', path);

/** A file with these answers and nothing else said, as the product reads it. */
export function resultFile(model, answers, more = {}) {
  return JSON.stringify({
    format: 'cluster-ready-result',
    format_version: 1,
    model: { id: model.id, version: model.version, sha256: '' },
    tool: { name: 'cluster-ready', version: '0.1.0' },
    answers,
    ...more,
  });
}
