// What all engines have in common: a folder of their own, an end in good order, an end by force.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { killTree } from '../death.mjs';
import { within } from '../wait.mjs';
import { unable } from './abilities.mjs';

/** Some drivers wait for ever for a browser that has ended already. */
const START_MS = 60_000;

export class Base {
  #folder;
  driver;
  options;

  /** Starts a browser on an empty profile. With `inOneProcess` frames of other sites are where the driver can reach them. */
  static async start(options = {}) {
    const browser = Object.assign(new this(), unable());
    browser.options = options;
    browser.#folder = await mkdtemp(join(tmpdir(), 'cluster-ready-'));
    await mkdir(browser.downloadFolder);
    await browser.restart().catch(async (error) => {
      await browser.end();
      throw error;
    });
    return browser;
  }

  get profile() {
    return join(this.#folder, 'profile');
  }

  get downloadFolder() {
    return join(this.#folder, 'downloads');
  }

  /** Starts it, again after `kill` or `close`, on the same profile. */
  async restart() {
    await mkdir(this.profile, { recursive: true });
    const connecting = this.connect();
    this.driver = await within(START_MS, connecting, 'the browser to start').catch((error) => {
      connecting.then((late) => late.quit()).catch(() => {});
      throw error;
    });
  }

  /** Clicks an element that is in view. */
  click(element) {
    return element.click();
  }

  /** Nothing moves. */
  async still() {}

  /** Ends the browser as a power cut would: no page hears of it. */
  async kill() {
    await killTree(await this.process());
    await this.quit();
  }

  /** Ends it in good order; the profile stays. */
  async close() {
    await this.quit();
  }

  /** Ends it and forgets its profile. */
  async end() {
    await this.quit();
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  async quit() {
    const driver = this.driver;
    this.driver = undefined;
    // A killed browser cannot answer; its driver process ends all the same.
    await driver?.quit().catch(() => {});
  }
}
