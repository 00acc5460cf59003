// What the drivers of some engines cannot do. A test that needs it says so and is counted as skipped there, with the reason.
import { ENGINE } from '../place.mjs';

const NO_COMMAND = 'its driver has no command for';

const FORGETS = 'an automated window forgets its store when it ends';

const ONLY_CHROMIUM = {
  cdp: `${NO_COMMAND} what Chromium's DevTools protocol is asked here`,
  media: `${NO_COMMAND} dark, forced colours, less motion or the look of a printed page`,
  compose: `${NO_COMMAND} an input method`,
  touch: `${NO_COMMAND} two fingers`,
  slowDown: `${NO_COMMAND} a slow processor`,
  chromesWords: 'it tells of what it refuses in words of its own',
};

/** By engine, then by the method of the browser. Chromium's driver can do everything that the tests ask for. */
export const LACKS = {
  chromium: {},
  firefox: {
    ...ONLY_CHROMIUM,
    standAgain: 'its driver brings no position to a page that was told before that there is none',
    clipboardRefused: 'the browser lets a sandboxed frame write to the clipboard',
    permissionsPolicy: 'the browser does not know the header Permissions-Policy',
  },
  webkit: {
    ...ONLY_CHROMIUM,
    runFirst: `${NO_COMMAND} a script before those of the page`,
    disconnect: `${NO_COMMAND} a network that is off`,
    permit: `${NO_COMMAND} permissions`,
    standAt: `${NO_COMMAND} a position`,
    pdf: `${NO_COMMAND} printing`,
    policyDetail: 'the browser does not tell which directive forbids WebAssembly',
    narrow: 'its window is no narrower than 290 px',
    frames: 'clicks from its driver miss what is in a frame',
    heldPress: 'a button that its driver holds down over a change of the page is not always let go',
    fieldUndo: 'Control and Z from its driver take nothing back in a field',
    keysAfterMouse: 'keys from its driver do not arrive there after the mouse was used',
    kill: FORGETS,
    close: FORGETS,
  },
};

/** For the option `skip` of a test: why the engine cannot run it, or nothing. */
export function without(...abilities) {
  const lacks = LACKS[ENGINE];
  const reasons = abilities.filter((ability) => ability in lacks).map((ability) => lacks[ability]);
  return reasons.length > 0 && `${ENGINE}: ${reasons.join('; ')}`;
}

/** A test asked for what this engine lacks and did not say so beforehand. */
export class Unable extends Error {
  constructor(ability) {
    super(`${ENGINE} cannot do “${ability}”: the test needs { skip: without('${ability}') }`);
  }
}

/** The method of a browser that lacks an ability. */
export const unable = (ability) => async () => { throw new Unable(ability); };
