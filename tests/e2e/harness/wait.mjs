// Waiting for something to become true, with a deadline instead of a guess.

import { Unable } from './engines/abilities.mjs';

const DEADLINE_MS = 15_000;
/** Most of what is waited for is there at the first look or the second; asking all the time would only slow down the rest. */
const [PAUSE_MS, LONGEST_PAUSE_MS] = [10, 100];

/**
 * Calls `attempt` until its answer is truthy, and gives that answer.
 * An attempt that throws counts as "not yet"; its words are part of the final error.
 */
export async function waitFor(attempt, what = 'the condition', deadlineMs = DEADLINE_MS) {
  const end = Date.now() + deadlineMs;
  let last = '';
  let pause = PAUSE_MS;
  for (;;) {
    try {
      const answer = await attempt();
      if (answer) return answer;
      last = '';
    } catch (error) {
      if (error instanceof Unable) throw error;
      last = ` (${error.message.split('\n')[0]})`;
    }
    if (Date.now() > end) throw new Error(`waited ${deadlineMs} ms in vain for ${what}${last}`);
    await new Promise((next) => setTimeout(next, pause));
    pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS);
  }
}

/** What a promise gives, unless it takes longer than that. */
export async function within(deadlineMs, promise, what) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`waited ${deadlineMs} ms in vain for ${what}`)), deadlineMs);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
