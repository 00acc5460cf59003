// The boundary page as a person finds it after giving a file: measured, asked, or refused, and the way back to nothing.
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { ROOT } from '../harness/index.mjs';
import { begin } from './begin.mjs';

export const FOLDER = join(ROOT, 'tests/data/boundary');

/** From the first page to the boundary of a new assessment. */
export async function toBoundary(page, words, name) {
  await begin(page, words, name);
  await page.click('button', words.say('boundary.title'));
  await page.landed(words.say('boundary.title'));
}

/** What the page shows now. */
function seen(page) {
  return page.inside(`
    const text = (css) => all(css).filter(visible).map((one) => flat(one.innerText)).join(' | ');
    return {
      lead: text('h1 ~ .lead'),
      refused: text('.error-summary'),
      asked: all('.candidate [aria-busy=true]').length === 0 && text('#boundary-choose'),
      candidates: all('.candidate').filter(visible).map((one) => flat(one.innerText)),
      drawn: all('.candidate__shape path').filter((one) => visible(one) && one.getTotalLength() > 0).length,
      file: text('.file b'),
      what: text('.file .soft'),
      complete: all('#boundary-measures').length > 0,
      outline: all('.map__svg path').filter((one) => one.getTotalLength() > 0).length,
      systems: all('.choices input[name=boundary-system]').length,
      problems: text('.problem__body'),
      measures: text('.measures'),
    };`);
}

/** Drops a file of the data and waits for the page's answer to it: refused, to choose from, or opened. */
export async function drop(page, file) {
  const name = basename(file);
  await page.drop('.drop', name, await readFile(join(FOLDER, file)), '');
  return answered(page, name);
}

/** What the page says about this file, once it says something. */
export function answered(page, name) {
  return page.waitFor(async () => {
    const now = await seen(page);
    const kind = [
      [now.refused.includes(name), 'refused'],
      [now.asked, 'choose'],
      [now.file === name && now.outline > 0 && now.complete, 'opened'],
    ].find(([is]) => is)?.[1];
    return kind && { kind, ...now };
  }, `an answer to ${name}`, 30_000);
}

/** Back to where a file can be dropped, from whatever came of the one before. */
export async function clear(page, words, { kind }) {
  if (kind === 'refused') return;
  if (kind === 'choose') {
    await page.click('button', words.say('boundary.choose.instead'));
  } else {
    await page.click('button', words.say('boundary.remove'));
    await page.click('button', words.say('boundary.remove.do'));
  }
  await page.waitForText(words.say('boundary.lead.none'));
  await page.css('.drop');
}
