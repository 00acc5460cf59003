// Accessible names as the standard (accname) computes them, inside the page: one question for all candidates, where the driver
// takes one for each. What has the focus is still named by the browser itself.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const FOLDER = dirname(createRequire(import.meta.url).resolve('dom-accessibility-api'));
/** Those that a name needs. Two of them ask for each other, so what each gives is there, empty, before the first one runs. */
const MODULES = ['polyfills/array.from', 'polyfills/SetLike', 'getRole', 'util', 'accessible-name-and-description', 'accessible-name'];

const KEY = "Symbol.for('accessible name')";

/** Puts the function where `NAME_OF` finds it; once a document. */
export const NAMING = `
  const modules = Object.fromEntries(${JSON.stringify(MODULES)}.map((name) => [name, {}]));
  const require = (path) => modules[path.replace('./', '')];
  ${MODULES.map((name) => `((exports) => { ${readFileSync(join(FOLDER, `${name}.js`), 'utf8')}\n})(modules['${name}']);`).join('\n')}
  window[${KEY}] = modules['accessible-name'].computeAccessibleName;`;

/** Declares `nameOf` for the rest of a script; nothing where `NAMING` did not run yet. */
export const NAME_OF = `const computed = window[${KEY}]; const nameOf = computed && ((element) => flat(computed(element)));`;
