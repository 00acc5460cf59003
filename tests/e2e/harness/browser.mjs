// The browser that the tests are driving: `CLUSTER_READY_ENGINE` says which one.
import { ENGINE } from './place.mjs';

/** A browser without a window and with a profile of its own; all engines have the same methods. */
export const { Browser } = await import(`./engines/${ENGINE}.mjs`);
