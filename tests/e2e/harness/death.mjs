// Ending a process and all it has started, at once, as a power cut would.
import { readdir, readFile } from 'node:fs/promises';

import { waitFor } from './wait.mjs';

/** Kills a process with its descendants and waits until they are gone. */
export async function killTree(pid) {
  const family = [pid, ...(await descendants(pid))];
  for (const member of family) {
    try {
      process.kill(member, 'SIGKILL');
    } catch {
      // It ended by itself meanwhile.
    }
  }
  for (const member of family) await waitFor(async () => !(await alive(member)), `process ${member} to be dead`);
}

/** Where the system tells (Linux); elsewhere the children end soon after their parent. */
async function descendants(pid) {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = await Promise.all(threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => '')));
  const children = lists.join(' ').split(' ').filter(Boolean).map(Number);
  const below = await Promise.all(children.map(descendants));
  return [...children, ...below.flat()];
}

/** A zombie is dead: only its parent has not asked yet. */
async function alive(pid) {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return !/\) [ZX] /.test(state);
}
