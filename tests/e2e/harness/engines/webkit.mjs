// WebKitGTK's MiniBrowser on a screen in memory, by WebKitWebDriver. It speaks the classic WebDriver only.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import selenium from 'selenium-webdriver';

import { MINIBROWSER, WEBKITDRIVER } from '../place.mjs';
import { freePort } from '../port.mjs';
import { waitFor } from '../wait.mjs';
import { Base } from './base.mjs';
import { copyByKeys } from './copy.mjs';
import { LISTEN } from './listen.mjs';

/** Buttons in the window's bar of no size: else no page is narrower than they are together. */
const NARROW = '* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; -gtk-icon-transform: scale(0.1); }\n';

export class Browser extends Base {
  #processes = [];
  #asked = new Set();

  async connect() {
    const display = await this.#screen();
    const port = await freePort();
    const config = join(this.profile, 'config');
    await mkdir(join(config, 'gtk-3.0'), { recursive: true });
    await writeFile(join(config, 'gtk-3.0/gtk.css'), NARROW);
    await writeFile(join(config, 'gtk-3.0/settings.ini'), '[Settings]\ngtk-enable-animations=0\n');
    await writeFile(join(config, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${this.downloadFolder}"\n`);
    this.#start(WEBKITDRIVER, [`--port=${port}`], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DISPLAY: `:${display}`,
        XDG_CONFIG_HOME: config,
        XDG_DATA_HOME: join(this.profile, 'data'),
        XDG_CACHE_HOME: join(this.profile, 'cache'),
        HOME: this.profile,
        GDK_BACKEND: 'x11',
        LIBGL_ALWAYS_SOFTWARE: '1',
        // Its processes cannot shut themselves in where the tests are already shut in.
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      },
    });
    const address = `http://127.0.0.1:${port}`;
    await waitFor(async () => (await fetch(`${address}/status`)).ok, 'WebKitWebDriver');
    return new selenium.Builder()
      .usingServer(address)
      .withCapabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary: MINIBROWSER, args: ['--automation'] } })
      .build();
  }

  #start(program, args, options) {
    const child = spawn(program, args, options);
    child.on('error', () => {});
    this.#processes.push(child);
    return child;
  }

  /** Number of a screen of its own, large enough for every viewport. */
  async #screen() {
    const server = this.#start('Xvfb', ['-displayfd', '3', '-screen', '0', '2000x1600x24', '-nolisten', 'tcp'],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const end = once(server, 'close').then(() => { throw new Error('Xvfb ended without a screen'); });
    const [number] = await Promise.race([once(server.stdio[3], 'data'), end]);
    return String(number).trim();
  }

  async quit() {
    await super.quit();
    for (const child of this.#processes.splice(0).reverse()) child.kill();
  }

  /** What the page said since the last time, from when it was listened to, and what it asked for. */
  async heard() {
    const { errors, warnings, requests } = await this.driver.executeScript(`
      ${LISTEN}
      const { errors, warnings } = window.heardByTest;
      return {
        errors: errors.splice(0), warnings: warnings.splice(0),
        requests: [location.href, ...performance.getEntriesByType('resource').map((one) => one.name)],
      };`);
    const fresh = requests.filter((url) => !this.#asked.has(url));
    fresh.forEach((url) => this.#asked.add(url));
    return { errors, warnings, requests: fresh };
  }

  async setViewport(width, height) {
    const window = this.driver.manage().window();
    const inner = () => this.driver.executeScript('return [innerWidth, innerHeight, outerWidth - innerWidth, outerHeight - innerHeight];');
    await waitFor(async () => {
      const [w, h, across, down] = await inner();
      if (w === width && h === height) return true;
      await window.setRect({ width: width + across, height: height + down });
      return false;
    }, `a viewport of ${width} × ${height}`);
  }

  /** The driver takes a field in a shadow root for hidden by what is drawn inside of it: then the mouse goes there. */
  async click(element) {
    await element.click().catch(async (error) => {
      if (!(error instanceof selenium.error.ElementClickInterceptedError)) throw error;
      const place = await this.driver.executeScript(`
        const it = arguments[0];
        const { left, top, width, height } = it.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2].map(Math.round);
        return it.contains(it.getRootNode().elementFromPoint(x, y)) && { x, y };`, element);
      if (!place) throw error;
      await this.driver.actions().move(place).click().perform();
    });
  }

  /** Text onto the clipboard. */
  copy(text) {
    return copyByKeys(this.driver, text);
  }

  /** What is in view as PNG bytes, base64. */
  picture() {
    return this.driver.takeScreenshot();
  }
}
