// What all engines have in common: a folder of their own, visits that know nothing of each other, an end in good order, an
// end by force.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { killTree } from '../death.mjs';
import { within } from '../wait.mjs';
import { unable } from './abilities.mjs';

/** Some drivers wait for ever for a browser that has ended already. */
const START_MS = 60_000;

export class Base {
  /** Whether one browser can be visited anew, as if it had just been started. */
  static canBeVisited = false;

  #folder;
  #visits = 0;
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
    return join(this.#folder, `downloads-${this.#visits}`);
  }

  /**
   * A window with no store, permission, script or download of a visit before; `leave` closes all windows of the visit and forgets
   * what they kept. Only where `canBeVisited`.
   */
  async enter() {
    this.#visits += 1;
    await mkdir(this.downloadFolder);
    await this.openVisit();
    // What was said while nobody visited belongs to nobody.
    await this.heard();
  }

  /** A second window of the same visit; the driver is in it. */
  async newWindow() {
    await this.driver.switchTo().newWindow('window');
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
    this.#isOwn();
    await killTree(await this.process());
    await this.quit();
  }

  /** Ends it in good order; the profile stays. */
  async close() {
    this.#isOwn();
    await this.quit();
  }

  #isOwn() {
    if (!this.options.ownBrowser) throw new Error('a browser that other tests use: open(t, { ownBrowser: true }) gives one of its own');
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
