// What read.mjs measured, as tables.
import { statSync } from 'node:fs';

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const times = (ratio) => `${ratio.toFixed(ratio < 0.1 ? 3 : 2)}×`;

/** The medians of all phases and of their sum. */
function medians(runs) {
  const phases = Object.keys(runs[0].phases).map((name) => [name, median(runs.map((run) => run.phases[name]))]);
  return { phases: Object.fromEntries(phases), total: median(runs.map((run) => run.total)) };
}

/** The same boundary has to have been measured: a sphere is less than a hundredth away from the ellipsoid. */
function check(file, runs) {
  const [own, other] = [runs.product[0].area, runs.sweep?.[0].area];
  if (!(own > 0)) throw new Error(`${file.name}: no area`);
  if (other && Math.abs(own / other - 1) > 0.01) throw new Error(`${file.name}: ${own} m² here, ${other} m² there`);
}

export function print(file, programs) {
  check(file, programs);
  const bytes = statSync(file.path).size;
  console.log(`\n${file.name}: ${file.corners.toLocaleString('en')} corners, ${(bytes / 1e6).toFixed(1)} MB`);
  const own = medians(programs.product);
  for (const [program, seen] of Object.entries(programs)) {
    const { phases, total } = medians(seen);
    const parts = Object.entries(phases).map(([name, ms]) => `${name} ${ms.toFixed(ms < 10 ? 1 : 0)}`).join(', ');
    const beside = program === 'product' ? '' : times(own.total / total);
    console.log(`  ${program.padEnd(10)}${total.toFixed(0).padStart(8)}${beside.padStart(9)}   ${parts}`);
  }
  const memory = Math.max(...programs.product.map((run) => run.memory));
  console.log(`  memory of the worker, which never shrinks: ${(memory / 1e6).toFixed(0)} MB, ${(memory / bytes).toFixed(1)} times the file`);
}

/** Of the same shape in several sizes. */
export function printGrowth(measured) {
  const growth = {};
  for (const { file, runs: programs } of measured.filter(({ file }) => file.kind === 'geojson')) {
    for (const [program, seen] of Object.entries(programs)) {
      ((growth[file.shape] ??= {})[program] ??= []).push([file.corners, medians(seen).total]);
    }
  }
  console.log('\ngrowth of time with corners, as an exponent, from each size to the next');
  for (const [shape, programs] of Object.entries(growth)) {
    for (const [program, sizes] of Object.entries(programs)) {
      const steps = sizes.slice(1).map(([corners, ms], index) => {
        const [fewer, less] = sizes[index];
        return (Math.log(ms / less) / Math.log(corners / fewer)).toFixed(2);
      });
      if (steps.length > 0) console.log(`  ${shape.padEnd(8)}${program.padEnd(10)}${steps.join('  ')}`);
    }
  }
}
