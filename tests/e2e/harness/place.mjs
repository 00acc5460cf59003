// Where things are.
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
export const DIST = join(ROOT, 'dist/site');
/** The one-file page. */
export const OFFLINE = join(ROOT, 'dist/offline/cluster-ready.html');
/** `chromium`, `firefox` or `webkit`. */
export const ENGINE = process.env.CLUSTER_READY_ENGINE ?? 'chromium';
const PICTURES = process.env.CLUSTER_READY_SCREENSHOTS ?? join(ROOT, 'target/screenshots');
/** Those of the other engines lie in folders of their own. */
export const SCREENSHOTS = ENGINE === 'chromium' ? PICTURES : join(PICTURES, ENGINE);
export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const CHROMEDRIVER = process.env.CHROMEDRIVER ?? '/usr/bin/chromedriver';
export const FIREFOX = process.env.FIREFOX ?? '/usr/bin/firefox-esr';
export const GECKODRIVER = process.env.GECKODRIVER ?? 'geckodriver';
export const MINIBROWSER = process.env.MINIBROWSER ?? '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
export const WEBKITDRIVER = process.env.WEBKITDRIVER ?? '/usr/bin/WebKitWebDriver';
