// Getting quickly to where a test begins.
import { MODEL, indicator } from './words.mjs';

/** From the first page: a new assessment of this name, on its task list (full) or its first question (quick). */
export async function begin(page, words, name, { mode = 'full' } = {}) {
  await page.waitForHeading(words.say('start.title'));
  await page.click('button', words.say(`start.${mode}.begin`));
  await page.landed(words.say('profile.title'));
  await page.typeInto('#name', name);
  await page.click('button', words.say('profile.next'));
  await page.landed(mode === 'full' ? name : words.of(MODEL.indicators.find((one) => one.quick).question));
}

/** From the task list to a question. */
export async function toQuestion(page, words, id) {
  const question = indicator(id);
  const dimension = MODEL.dimensions.find((one) => one.id === question.dimension);
  await page.click('button', words.of(dimension.name));
  await page.waitFor(async () => (await page.inside(`return all('.rail').length`)) > 0, 'a question');
  await page.click('button', words.rail(question));
  await page.landed(words.of(question.question));
}

/** Ids of the controls that are on. */
export const chosen = (page) => page.inside(`return all('input:checked').map((one) => one.id);`);

/** What stands in a field. */
export const valueOf = (page, id) => page.inside(`return all('[id="' + arguments[0] + '"]')[0]?.value;`, id);

/** Types into a field by its id, over what stands there. */
export async function fill(page, id, text) {
  await page.clickOn(`[id="${id}"]`);
  await page.retype(text);
}

/** The text of an element by its CSS selector; empty where there is none. */
export const textOf = (page, css) =>
  page.inside(`return all(arguments[0]).filter(visible).map((one) => flat(one.innerText)).join(' | ');`, css);

/** The name of the level on the result, without the mark of a firm one behind it. */
export const levelName = (page) => page.inside(`return flat(all('.score__name')[0]?.firstChild.textContent ?? '');`);
