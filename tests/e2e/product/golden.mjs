// Answers whose score is known.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from '../harness/index.mjs';

const CASES = JSON.parse(readFileSync(join(ROOT, 'tests/data/golden-scores.json'), 'utf8')).cases;

/** A golden case by its name. */
export function golden(name) {
  const found = CASES.find((one) => one.name === name);
  if (!found) throw new Error(`no golden case ${name}`);
  return found;
}
