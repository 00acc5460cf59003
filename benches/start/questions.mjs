// The 34 questions in Vietnamese as the comparison pages ask them, from the model that the product is built from.
import { readFileSync } from 'node:fs';

const MODEL = new URL('../../data/model.json', import.meta.url);

export const UNKNOWN = 'Chưa có thông tin';
export const NONE = 'Không có mục nào ở trên';
export const STATES = ['Đầy đủ', 'Một phần', 'Chưa'];

/** One question; of `options`, `figures` and `items` it has the one that its kind of answer needs. */
function question({ id, question, hint, why, answer, not_applicable: notApplicable }) {
  const { kind } = answer;
  const figure = ({ name, min, max }) => ({ label: name?.vi ?? '', unit: answer.unit.vi, min, max });
  return {
    id,
    kind: kind === 'derived' ? 'number' : kind,
    title: question.vi,
    hint: hint?.vi ?? '',
    why: why?.vi ?? '',
    notApplicable: notApplicable && `Không áp dụng: ${notApplicable.text.vi}`,
    options: { level: () => answer.options.map(({ text }) => text.vi), choices: () => answer.options.map(({ vi }) => vi) }[kind]?.(),
    figures: { number: () => [figure(answer)], derived: () => [figure(answer)], numbers: () => answer.parts.map(figure) }[kind]?.(),
    items: kind === 'checklist' ? answer.items.map(({ vi }) => vi) : undefined,
  };
}

export const questions = () => JSON.parse(readFileSync(MODEL, 'utf8')).indicators.map(question);
