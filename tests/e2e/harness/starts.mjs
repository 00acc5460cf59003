// Starts the browser once and ends it. Says why it cannot be started on this machine; a mistake in the harness is an error of
// this program.
import { Browser } from './browser.mjs';

const MISTAKES = [TypeError, ReferenceError, SyntaxError, RangeError];

const browser = await Browser.start().catch((error) => {
  if (MISTAKES.some((kind) => error instanceof kind)) throw error;
  console.log(error.message.split('\n')[0]);
});
await browser?.end();
