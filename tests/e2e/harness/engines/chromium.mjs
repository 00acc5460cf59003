// Chromium without a window, by its own driver and its DevTools protocol.
import { readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import selenium from 'selenium-webdriver';
import chrome from 'selenium-webdriver/chrome.js';

import { CHROMEDRIVER, CHROMIUM } from '../place.mjs';
import { Base } from './base.mjs';
import { DevTools } from './devtools.mjs';

const { Level, Type } = selenium.logging;

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
const NOT_WANTED = [
  'OptimizationHints', 'MediaRouter', 'Translate', 'InterestFeedContentSuggestions',
  // Pages of the browser's own behind the address line of every window.
  'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup',
];

export class Browser extends Base {
  static canBeVisited = true;

  /** The whole browser, where a page's own connection has no word to say. */
  #devTools;
  /** Of the visit: `{ browserContextId }`, nothing where the browser is not shared. */
  #context = {};

  async connect() {
    const { inOneProcess } = this.options;
    const options = new chrome.Options();
    options.setChromeBinaryPath(CHROMIUM);
    options.addArguments(...FLAGS, `--user-data-dir=${this.profile}`);
    options.addArguments(`--disable-features=${[...NOT_WANTED, ...(inOneProcess ? ['IsolateSandboxedIframes'] : [])].join()}`);
    if (inOneProcess) options.addArguments('--disable-site-isolation-trials');
    options.setUserPreferences({ 'download.default_directory': this.downloadFolder, 'download.prompt_for_download': false });
    const logs = new selenium.logging.Preferences();
    logs.setLevel(Type.BROWSER, Level.ALL);
    logs.setLevel(Type.PERFORMANCE, Level.ALL);
    options.setLoggingPrefs(logs);
    const driver = await new selenium.Builder()
      .forBrowser('chrome')
      .setChromeOptions(options)
      .setChromeService(new chrome.ServiceBuilder(CHROMEDRIVER))
      .build();
    await driver.sendAndGetDevToolsCommand('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: this.downloadFolder });
    return driver;
  }

  async openVisit() {
    const capabilities = await this.driver.getCapabilities();
    this.#devTools ??= await DevTools.connect(capabilities.get('goog:chromeOptions').debuggerAddress);
    this.#context = await this.#devTools.ask('Target.createBrowserContext', { disposeOnDetach: true });
    await this.#devTools.ask('Browser.setDownloadBehavior', {
      behavior: 'allow', downloadPath: this.downloadFolder, ...this.#context,
    });
    await this.newWindow();
  }

  async leave() {
    const context = this.#context;
    this.#context = {};
    await this.#devTools.ask('Target.disposeBrowserContext', context);
  }

  async newWindow() {
    if (!this.#context.browserContextId) return super.newWindow();
    const { targetId } = await this.#devTools.ask('Target.createTarget', { url: 'about:blank', newWindow: true, ...this.#context });
    return this.driver.switchTo().window(targetId);
  }

  async quit() {
    this.#devTools?.close();
    this.#devTools = undefined;
    await super.quit();
  }

  /** A command of the Chrome DevTools Protocol. */
  cdp(command, parameters = {}) {
    return this.driver.sendAndGetDevToolsCommand(command, parameters);
  }

  async process() {
    // The lock of a Chromium profile is a link to "host-pid".
    return Number((await readlink(this.#lock)).split('-').at(-1));
  }

  async kill() {
    await super.kill();
    await rm(this.#lock, { force: true });
  }

  get #lock() {
    return join(this.profile, 'SingletonLock');
  }

  /** What the console said and the page asked for since the last time. */
  async heard() {
    const logs = this.driver.manage().logs();
    const heard = { errors: [], warnings: [], requests: [] };
    for (const { level, message } of await logs.get(Type.BROWSER)) {
      if (level.value >= Level.SEVERE.value) heard.errors.push(message);
      else if (level.value >= Level.WARNING.value) heard.warnings.push(message);
    }
    for (const entry of await logs.get(Type.PERFORMANCE)) {
      const { method, params } = JSON.parse(entry.message).message;
      if (method === 'Network.requestWillBeSent') heard.requests.push(params.request.url);
      if (method === 'Network.webSocketCreated') heard.requests.push(params.url);
    }
    return heard;
  }

  setViewport(width, height) {
    return this.cdp('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
  }

  media(features, type) {
    const list = Object.entries(features).map(([name, value]) => ({ name, value }));
    return this.cdp('Emulation.setEmulatedMedia', { media: type, features: list });
  }

  /** Less motion; the other engines are started that way. */
  still() {
    return this.media({ 'prefers-reduced-motion': 'reduce' }, '');
  }

  runFirst(source) {
    return this.cdp('Page.addScriptToEvaluateOnNewDocument', { source });
  }

  /** Text onto the clipboard. */
  async copy(text, url) {
    await this.cdp('Browser.grantPermissions', {
      permissions: ['clipboardReadWrite', 'clipboardSanitizedWrite'],
      // A page from the disk has no origin to name: then they are for all.
      ...(/^http/.test(url) && { origin: new URL(url).origin }),
      ...this.#context,
    });
    await this.driver.executeAsyncScript(
      'const done = arguments[1]; navigator.clipboard.writeText(arguments[0]).then(() => done(), (e) => done(String(e)));', text);
  }

  async compose(...stages) {
    for (const stage of stages) {
      await this.cdp('Input.imeSetComposition', { text: stage, selectionStart: stage.length, selectionEnd: stage.length });
    }
    await this.cdp('Input.insertText', { text: stages.at(-1) });
  }

  touch(type, ...points) {
    return this.cdp('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  }

  slowDown(rate) {
    return this.cdp('Emulation.setCPUThrottlingRate', { rate });
  }

  async disconnect(offline = true) {
    await this.cdp('Network.enable');
    await this.cdp('Network.emulateNetworkConditions', { offline, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  }

  permit(name, setting, origin) {
    return this.cdp('Browser.setPermission', { permission: { name }, setting, origin, ...this.#context });
  }

  /** Latitude, longitude and accuracy; without them there is no position. */
  standAt(where = {}) {
    return this.cdp('Emulation.setGeolocationOverride', where);
  }

  /** The whole page as PNG bytes, base64. */
  async picture() {
    return (await this.cdp('Page.captureScreenshot', { format: 'png', captureBeyondViewport: true })).data;
  }

  /** The printed page on A4 as PDF bytes, base64. */
  async pdf() {
    return (await this.cdp('Page.printToPDF', { paperWidth: 8.27, paperHeight: 11.69, printBackground: false })).data;
  }
}
