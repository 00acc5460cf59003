// docs/embedding.md, taken at its word: the two lines on an otherwise empty page, and each mistake with the line that it
// says the console has.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';

import { FIRST, ROOT, open, without } from './harness/index.mjs';
import { begin } from './product/begin.mjs';
import { toolServer, webRoot } from './product/web_root.mjs';
import { VI } from './product/words.mjs';

const TEXT = readFileSync(join(ROOT, 'docs/embedding.md'), 'utf8');
const [, LINES] = /```html\n([^]*?)```/.exec(TEXT);
const [, TABLE] = /\| the console says .*\n\|[-|]+\n((?:\|.*\n)+)/.exec(TEXT);
const MISTAKES = TABLE.trim().split('\n').map((row) => row.split('|')[1]);

const around = (lines) => `<!doctype html><html lang="vi"><meta charset="utf-8">${FIRST}<title>Trang</title><link rel="icon" href="data:,">${lines}`;

/** Opens the two lines on an otherwise empty page; `folder` has the files where the documentation wants them. */
async function follow(t, { lines = LINES, spoil, head = '', ...options } = {}) {
  const folder = await webRoot(t);
  await writeFile(join(folder, 'page.html'), around(head + lines));
  await spoil?.(folder);
  return open(t, { folder, path: 'page.html', ...options });
}

test('two_lines_of_the_documentation_on_an_empty_page_lead_to_the_first_question', async (t) => {
  const page = await follow(t);
  await begin(page, VI, 'Cụm Năm Phút', { mode: 'quick' });
  assert.deepEqual((await page.record.warnings()).filter((line) => line.includes('cluster-ready:')), []);
});

const octets = (path) => (path.endsWith('.wasm') ? { headers: { 'Content-Type': 'application/octet-stream' } } : undefined);
const STRICT = `<meta http-equiv="Content-Security-Policy" content="script-src 'self'; style-src 'self'; connect-src 'self'">`;
const OTHER_BUILD = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
/** How to make the mistake of each row of the table; some are told by the browser, in its own words. */
const MADE = [
  ['folder_at_another_address', () => ({ lines: LINES.replace('/cluster-ready/', '/elsewhere/') }), 'chromesWords'],
  ['file_that_was_not_copied', () => ({ spoil: (folder) => rm(join(folder, 'cluster-ready/app_bg.wasm')) })],
  ['media_type_of_no_program', () => ({ answer: octets })],
  ['policy_that_forbids_programs', () => ({ head: STRICT }), 'policyDetail'],
  ['files_of_two_builds', () => ({ spoil: (folder) => writeFile(join(folder, 'cluster-ready/app_bg.wasm'), OTHER_BUILD) })],
  ['origin_that_does_not_allow_it', async (t) => {
    const { url } = await toolServer(t, { headers: {} });
    return { lines: LINES.replace('/cluster-ready/', `${new URL(url).origin}/cluster-ready/`), other: url };
  }, 'chromesWords'],
];

test('every_mistake_in_the_documentation_is_made_here', () => {
  assert.equal(MISTAKES.length, MADE.length);
});

for (const [index, [name, make, needs]] of MADE.entries()) {
  test(`${name}_is_told_in_the_words_of_the_documentation`, { skip: needs && without(needs) }, async (t) => {
    const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '.*?');
    const line = new RegExp([...MISTAKES[index].matchAll(/`([^`]+)`/g)].map(([, part]) => literal(part)).join('.*'));
    const { other, ...options } = await make(t);
    const page = await follow(t, options);
    page.record.expect(/./);
    if (other) page.record.allow(other);
    const told = async () => [...await page.record.allErrors(), ...await page.record.warnings()];
    await page.waitFor(async () => (await told()).some((one) => line.test(one)), `a line like ${line}`).catch(async (error) => {
      throw new Error(`${error.message}; there are: ${(await told()).join('\n')}`);
    });
    // Never a blank place: the words between the tags, or the widget itself.
    const view = `document.querySelector('cluster-ready')`;
    assert.ok(await page.inside(`return visible(${view}) && flat(${view}.innerText || ${view}.shadowRoot.textContent).length > 0;`));
  });
}
