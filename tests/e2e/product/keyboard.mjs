// Answering by keyboard alone, as a fast person does it: from the heading, where focus stands after a change of page.
import { MODEL } from './words.mjs';

const STEPS_TO = { done: ['Space'], partly: ['Space', 'Down'], no: ['Space', 'Down', 'Down'] };

/** To the field of the figure: behind the two from which it can be worked out, where there are such. */
const fieldOf = ({ answer }) => (answer.division ? ['Tab', 'Tab', 'Tab'] : ['Tab']);

/** The first of what has to be said of a figure. */
const alsoOf = ({ answer }) => (answer.also?.kind === 'one' ? ['Tab', 'Space'] : []);

/** The keys that give this answer, from the question's heading, without the Enter that goes on. */
export function keysFor(question, answer, words) {
  if (answer.unknown) return ['0'];
  if (answer.not_applicable) return ['k'];
  switch (question.answer.kind) {
    case 'level':
      return [String(answer.level + 1)];
    case 'number':
    case 'derived':
      return [...fieldOf(question), ...words.typed(answer.number), ...alsoOf(question)];
    case 'numbers':
      return answer.numbers.flatMap((number) => ['Tab', ...words.typed(number)]);
    case 'choices':
      return answer.selected.map((index) => String(index + 1));
    case 'checklist':
      return answer.checklist.flatMap((state) => ['Tab', ...STEPS_TO[state]]);
    default:
      throw new Error(`a kind of question that the tests do not know: ${question.answer.kind}`);
  }
}

/** Answers the question on the screen and waits until the answer stands. */
export async function answer(page, words, question, given) {
  await page.landed(words.of(question.question));
  const keys = keysFor(question, given, words);
  await page.press(...keys);
  // Saying "not known" or "not applicable" of a figure empties its fields: focus comes back to the choice.
  if (keys.length === 1) {
    const part = { 0: 'unknown', k: 'not-applicable' }[keys[0]];
    if (part) await page.waitFor(async () => (await page.focusedId()) === `${question.id}-${part}`, `focus on ${part} of ${question.id}`);
  }
}

/** Answers the questions one after the other; Enter goes on. */
export async function answerAll(page, words, answers, ids = MODEL.indicators.map((one) => one.id), model = MODEL) {
  for (const id of ids) {
    await answer(page, words, model.indicators.find((one) => one.id === id), answers[id]);
    await page.press('Enter');
  }
}

/** From a task list: through the questions of every dimension that are asked without a boundary. */
export async function answerDimensions(page, words, answers, taskList, dimensions = MODEL.dimensions, model = MODEL) {
  for (const dimension of dimensions) {
    await page.landed(taskList);
    await page.tabTo(words.say('tasks.go_on', { section: words.of(dimension.short) }));
    await page.press('Enter');
    await answerAll(page, words, answers, model.indicators.filter((one) => one.dimension === dimension.id && !one.needs_boundary).map((one) => one.id), model);
  }
  await page.landed(taskList);
}
