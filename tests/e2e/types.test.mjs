// The types that come with the element: what a page in TypeScript may write, and what it may not.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';

import { DIST, ROOT } from './harness/index.mjs';

const PAGE = `
import { ClusterReady, type ClusterReadyResult } from './element.js';

const widget = document.createElement('cluster-ready');
widget.mode = 'quick';
widget.storage = null;
widget.draftKey = 'a';
widget.publisher = 'Sở Công Thương';
widget.contact = null;
widget.submitUrl = 'https://receiver.example/results';
document.addEventListener('cluster-ready-submit', (event) => console.log(event.detail.state === 'sent', event.detail.status?.toFixed()));
widget.addEventListener('cluster-ready-result', (event) => {
  const low: number | null = event.detail.low;
  console.log(low, event.detail.mode === 'quick');
});
document.addEventListener('cluster-ready-error', (event) => console.log(event.detail.place?.length));
const result: ClusterReadyResult = await widget.getResult();
await widget.loadResult(result);
await widget.reset({ erase: true });
console.log(widget instanceof ClusterReady, ClusterReady.version.length);
`;

/** What the TypeScript compiler says of a page beside the element's types. */
async function told(t, page) {
  const folder = await mkdtemp(join(tmpdir(), 'cluster-ready-types-'));
  t.after(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'page.ts'), page);
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  const options = {
    compilerOptions: {
      strict: true, noEmit: true, target: 'es2022', module: 'es2022', moduleResolution: 'bundler', lib: ['es2022', 'dom'], types: [],
      rootDirs: [folder, DIST], paths: { './element.js': [join(DIST, 'element.d.ts')] },
    },
    files: ['page.ts'],
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(options));
  const run = spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '--project', folder], { encoding: 'utf8' });
  return { failed: run.status !== 0, text: run.stdout + run.stderr };
}

test('page_in_typescript_knows_attributes_methods_and_events', async (t) => {
  const { failed, text } = await told(t, PAGE);
  assert.ok(!failed, text);
});

for (const [what, line] of [
  ['a_mode_that_is_not_there', "widget.mode = 'park';"],
  ['a_field_that_no_event_has', "widget.addEventListener('cluster-ready-answer', (event) => event.detail.text);"],
  ['a_state_of_sending_that_is_not_there', "widget.addEventListener('cluster-ready-submit', (event) => event.detail.state === 'lost');"],
  ['a_result_of_another_kind', "await widget.loadResult({ format: 'other', format_version: 1 });"],
]) {
  test(`${what}_is_refused_by_the_types`, async (t) => {
    const { failed, text } = await told(t, PAGE + line);
    assert.ok(failed && text.includes('page.ts('), text);
  });
}
