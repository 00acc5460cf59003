// Where things are.
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
export const DIST = join(ROOT, 'dist/site');
/** The one-file page. */
export const OFFLINE = join(ROOT, 'dist/offline/cluster-ready.html');
export const SCREENSHOTS = process.env.CLUSTER_READY_SCREENSHOTS ?? join(ROOT, 'target/screenshots');
export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const CHROMEDRIVER = process.env.CHROMEDRIVER ?? '/usr/bin/chromedriver';
