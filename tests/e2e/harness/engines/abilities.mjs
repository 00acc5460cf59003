// What some engines cannot do here. A test that needs it says so and is counted as skipped there, with the reason.
import { ENGINE } from '../place.mjs';

const NO_COMMAND = 'its driver has no command for';
const FORGETS = 'an automated window forgets its store when it ends';

const CHROMIUMS_METHODS = {
  cdp: `${NO_COMMAND} what Chromium's DevTools protocol is asked here`,
  media: `${NO_COMMAND} dark, forced colours, less motion or the look of a printed page`,
  compose: `${NO_COMMAND} an input method`,
  touch: `${NO_COMMAND} two fingers`,
  slowDown: `${NO_COMMAND} a slow processor`,
};

/** Methods of a browser that an engine lacks, with the reason. Chromium's driver can do everything that the tests ask for. */
const METHODS = {
  chromium: {},
  firefox: CHROMIUMS_METHODS,
  webkit: {
    ...CHROMIUMS_METHODS,
    runFirst: `${NO_COMMAND} a script before those of the page`,
    disconnect: `${NO_COMMAND} a network that is off`,
    permit: `${NO_COMMAND} permissions`,
    standAt: `${NO_COMMAND} a position`,
    pdf: `${NO_COMMAND} printing`,
    kill: FORGETS,
    close: FORGETS,
  },
};

const OWN_WORDS = 'it tells of what it refuses in words of its own';

/** What does not happen in an engine as a test expects it, with the reason; no method of a browser stands for it. */
const CONDITIONS = {
  chromium: {},
  firefox: {
    chromesWords: OWN_WORDS,
    standAgain: 'its driver brings no position to a page that was told before that there is none',
    clipboardRefused: 'the browser lets a sandboxed frame write to the clipboard',
    permissionsPolicy: 'the browser does not know the header Permissions-Policy',
    deadCopy: 'the browser asks the network for a page that a service worker fails to give',
  },
  webkit: {
    chromesWords: OWN_WORDS,
    policyDetail: 'the browser does not tell which directive forbids WebAssembly',
    narrow: 'its window is no narrower than 290 px',
    frames: 'clicks from its driver miss what is in a frame of another site',
    fieldUndo: 'Control and Z from its driver take nothing back in a field',
    keysAfterMouse: 'keys from its driver do not arrive there after the mouse was used',
  },
};

const KNOWN = new Set([METHODS, CONDITIONS].flatMap((table) => Object.values(table).flatMap(Object.keys)));

/** For the option `skip` of a test: why the engine cannot run it, or nothing. A need is a method or a condition. */
export function without(...needs) {
  const unknown = needs.filter((need) => !KNOWN.has(need));
  if (unknown.length > 0) throw new Error(`no engine lacks ${unknown.join(', ')}: abilities.mjs has other names`);
  const lacks = { ...METHODS[ENGINE], ...CONDITIONS[ENGINE] };
  const reasons = needs.filter((need) => need in lacks).map((need) => lacks[need]);
  return reasons.length > 0 && `${ENGINE}: ${reasons.join('; ')}`;
}

/** A test called a method that this engine lacks and did not say so beforehand. */
export class Unable extends Error {
  constructor(method) {
    super(`${ENGINE} cannot do “${method}”: the test needs { skip: without('${method}') }`);
  }
}

/** In place of the methods that this engine lacks: each says so. */
export const unable = () => Object.fromEntries(
  Object.keys(METHODS[ENGINE]).map((method) => [method, async () => { throw new Unable(method); }]));
