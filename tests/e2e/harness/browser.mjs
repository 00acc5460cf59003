// A headless Chromium with a profile of its own, which can be killed and started again on the same profile.
import { mkdtemp, mkdir, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import selenium from 'selenium-webdriver';
import chrome from 'selenium-webdriver/chrome.js';

import { killTree } from './death.mjs';
import { CHROMEDRIVER, CHROMIUM } from './place.mjs';

const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--no-default-browser-check',
  // A picture is as wide as the viewport.
  '--hide-scrollbars',
  '--hide-crash-restore-bubble',
  // Nothing may ask the network for anything.
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-quic',
  '--dns-prefetch-disable',
  '--lang=vi-VN',
];
const NOT_WANTED = ['OptimizationHints', 'MediaRouter', 'Translate', 'InterestFeedContentSuggestions'];

export class Browser {
  #folder;
  driver;

  #inOneProcess = false;

  /** Starts a browser on an empty profile. With `inOneProcess` frames of other sites are where the driver can reach them. */
  static async start({ inOneProcess = false } = {}) {
    const browser = new Browser();
    browser.#inOneProcess = inOneProcess;
    browser.#folder = await mkdtemp(join(tmpdir(), 'cluster-ready-'));
    await mkdir(browser.downloadFolder);
    await browser.restart();
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
    const options = new chrome.Options();
    options.setChromeBinaryPath(CHROMIUM);
    options.addArguments(...FLAGS, `--user-data-dir=${this.profile}`);
    options.addArguments(`--disable-features=${[...NOT_WANTED, ...(this.#inOneProcess ? ['IsolateSandboxedIframes'] : [])].join()}`);
    if (this.#inOneProcess) options.addArguments('--disable-site-isolation-trials');
    options.setUserPreferences({ 'download.default_directory': this.downloadFolder, 'download.prompt_for_download': false });
    const logs = new selenium.logging.Preferences();
    logs.setLevel(selenium.logging.Type.BROWSER, selenium.logging.Level.ALL);
    logs.setLevel(selenium.logging.Type.PERFORMANCE, selenium.logging.Level.ALL);
    options.setLoggingPrefs(logs);
    this.driver = await new selenium.Builder()
      .forBrowser('chrome')
      .setChromeOptions(options)
      .setChromeService(new chrome.ServiceBuilder(CHROMEDRIVER))
      .build();
    await this.cdp('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: this.downloadFolder });
  }

  /** A command of the Chrome DevTools Protocol. */
  cdp(command, parameters = {}) {
    return this.driver.sendAndGetDevToolsCommand(command, parameters);
  }

  /** Ends the browser as a power cut would: no page hears of it. */
  async kill() {
    // The lock of a Chromium profile is a link to "host-pid".
    const pid = Number((await readlink(join(this.profile, 'SingletonLock'))).split('-').at(-1));
    await killTree(pid);
    await this.#quit();
    await rm(join(this.profile, 'SingletonLock'), { force: true });
  }

  /** Ends it in good order; the profile stays. */
  async close() {
    await this.#quit();
  }

  /** Ends it and forgets its profile. */
  async end() {
    await this.#quit();
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  async #quit() {
    const driver = this.driver;
    this.driver = undefined;
    // A killed browser cannot answer; its driver process ends all the same.
    await driver?.quit().catch(() => {});
  }
}
