// Medians of what was measured, as a table with ratios, and what has become of the goals.
const COLUMNS = [
  ['paint', 'first paint'], ['begin', 'begin'], ['question', 'question'], ['answered', 'answered'],
  ['blocking', 'blocked'], ['inp', 'interaction'], ['bytes', 'bytes'],
];
const WIDTH = 21;

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const row = (name, cells) => console.log([name.padEnd(14), ...cells.map((cell) => cell.padStart(WIDTH))].join(''));

/** The pages with a `median` of each column. */
export function summed(pages) {
  return pages.map((page) => ({
    ...page,
    median: Object.fromEntries(COLUMNS.map(([key]) => [key, median(page.visits.map((seen) => seen[key]))])),
  }));
}

export function print(pages) {
  row('page', COLUMNS.map(([, title]) => title));
  for (const { name, visits, median: middle } of pages) {
    row(name, COLUMNS.map(([key]) => {
      const values = visits.map((seen) => Math.round(seen[key]));
      return `${Math.round(middle[key])} (${Math.min(...values)}–${Math.max(...values)})`;
    }));
  }
  const [own, ...others] = pages;
  for (const other of others) {
    const ratio = ([key]) => (other.median[key] > 0 ? `${(own.median[key] / other.median[key]).toFixed(2)}×` : '–');
    row(`/ ${other.name}`, COLUMNS.map(ratio));
  }
}

/** Says of each goal whether it is reached, and by what figures. */
export function printGoals({ product, plain, survey }) {
  const goals = [
    ['question no later than on the plain form', product.question, plain.question, 'ms'],
    ['answer accepted within 1.3 times of the plain form', product.answered, 1.3 * plain.answered, 'ms'],
    ['answer accepted 3 times earlier than with the survey library', product.answered, survey.answered / 3, 'ms'],
    ['interaction to next paint at most 100 ms', product.inp, 100, 'ms'],
    ['at most 100 KB before the first question', product.bytes, 100_000, 'bytes'],
  ];
  for (const [goal, own, most, unit] of goals) {
    console.log(`${own <= most ? 'reached' : 'MISSED '}  ${goal}: ${Math.round(own)} of ${Math.round(most)} ${unit}`);
  }
}
