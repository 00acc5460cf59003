// The worker as the page sees it: where it was started from, and that it is the one that reads.
import assert from 'node:assert/strict';

import { textOf } from './begin.mjs';
import { drop, toBoundary } from './boundary_page.mjs';
import { VI } from './words.mjs';

/** Runs before the page: keeps where each worker was started from and how many answers it gave. */
export const WATCHED = `
  globalThis.answers = {};
  globalThis.Worker = class extends Worker {
    constructor(url, options) {
      super(url, options);
      this.addEventListener('message', ({ data }) => { if (data.answer) answers[url] = (answers[url] ?? 0) + 1; });
    }
  };`;

/** A boundary is read and measured by one worker that was started from an address of this kind. */
export async function readsInAWorker(page, name, address) {
  await toBoundary(page, VI, name);
  const now = await drop(page, 'formats/boundary.kmz');
  assert.equal(now.kind, 'opened');
  await page.waitFor(() => textOf(page, '.measures'), 'the measures');
  const answers = Object.entries(await page.driver.executeScript('return answers;'));
  assert.equal(answers.length, 1, JSON.stringify(answers));
  const [[from, count]] = answers;
  assert.match(from, address);
  assert.ok(count >= 2, 'the file and its boundary');
}
