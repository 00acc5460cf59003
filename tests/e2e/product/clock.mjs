// Timers and a time of day that move only when the test says so.

/** Takes the place of the real ones until the test ends; `pass` moves them on by milliseconds. */
export function clock(t) {
  let now = Date.parse('2026-11-26T03:00:00Z');
  let last = 0;
  const waiting = new Map();
  t.mock.method(Date, 'now', () => now);
  t.mock.method(globalThis, 'setTimeout', (act, wait = 0) => {
    last += 1;
    waiting.set(last, { act, at: now + wait });
    return last;
  });
  t.mock.method(globalThis, 'clearTimeout', (id) => { waiting.delete(id); });
  return {
    pass(wait) {
      const end = now + wait;
      for (;;) {
        const due = [...waiting].filter(([, one]) => one.at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
        if (!due) break;
        waiting.delete(due[0]);
        now = due[1].at;
        due[1].act();
      }
      now = end;
    },
  };
}
