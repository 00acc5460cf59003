// The npm package as an application takes it: packed, installed into a fresh Vite app, built, and served.
import { execFile } from 'node:child_process';
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { promisify } from 'node:util';

import { ROOT, open } from './harness/index.mjs';
import { textOf } from './product/begin.mjs';
import { drop, toBoundary } from './product/boundary_page.mjs';
import { VI } from './product/words.mjs';

const run = promisify(execFile);
const PACKAGE = join(ROOT, 'dist/npm');

async function application(t) {
  const folder = await mkdtemp(join(tmpdir(), 'cluster-ready-app-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const { stdout } = await run('npm', ['pack', '--silent', PACKAGE], { cwd: folder });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'application', private: true, type: 'module' }));
  await run('npm', ['install', '--silent', '--no-audit', '--no-fund', '--offline', join(folder, stdout.trim())], { cwd: folder });
  await writeFile(join(folder, 'index.html'), `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Ứng dụng</title>
    <link rel="icon" href="data:,"><script type="module" src="/src/main.js"></script><cluster-ready></cluster-ready></html>`);
  await mkdir(join(folder, 'src'));
  await writeFile(join(folder, 'src/main.js'), "import 'cluster-ready';\n");
  await run(process.execPath, [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], { cwd: folder });
  return join(folder, 'dist');
}

test('package_installs_and_builds_in_a_fresh_vite_app', { timeout: 180_000 }, async (t) => {
  const folder = await application(t);
  assert.ok((await readdir(join(folder, 'assets'))).some((name) => /^app_bg.*\.wasm$/.test(name)));
  const page = await open(t, { folder });
  await toBoundary(page, VI, 'Cụm Trong Ứng Dụng');
  const now = await drop(page, 'formats/boundary.geojson');
  assert.equal(now.kind, 'opened');
  await page.waitFor(() => textOf(page, '.measures'), 'the measures');
});
