// What a page's console says, kept in the page itself: for WebKit, whose driver tells nothing of it.
import { ENGINE } from '../place.mjs';

export const LISTEN = `
  if (!window.heardByTest) {
    const heard = window.heardByTest = { errors: [], warnings: [] };
    const { error, warn } = console;
    console.error = (...words) => { heard.errors.push(words.join(' ')); error.apply(console, words); };
    console.warn = (...words) => { heard.warnings.push(words.join(' ')); warn.apply(console, words); };
    addEventListener('error', (event) => { if (event.message) heard.errors.push(event.message); });
    addEventListener('unhandledrejection', (event) => heard.errors.push(String(event.reason)));
  }`;

/** First in the head of a test's own page: else it is listened to only once it is there. */
export const FIRST = ENGINE === 'webkit' ? `<script>${LISTEN}</script>` : '';
