// Firefox without a window, by geckodriver and WebDriver BiDi, which both engines' makers have agreed on.
import selenium from 'selenium-webdriver';
import firefox from 'selenium-webdriver/firefox.js';

import { FIREFOX, GECKODRIVER } from '../place.mjs';
import { Base } from './base.mjs';
import { copyByKeys } from './copy.mjs';

const PREFERENCES = {
  'intl.accept_languages': 'vi-VN, vi',
  // Nothing may ask the network for anything.
  'app.update.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.captive-portal-service.enabled': false,
  'services.settings.server': 'data:,#nothing',
  // A file that is opened is a place of its own, as it is for everybody.
  'security.fileuri.strict_origin_policy': true,
  // The list of downloads would take the keyboard away from the page.
  'browser.download.alwaysOpenPanel': false,
  'geo.provider.network.url': '',
  'ui.prefersReducedMotion': 1,
  // A viewport is as wide as it was asked to be.
  'ui.useOverlayScrollbars': 1,
};
const EVENTS = ['log.entryAdded', 'network.beforeRequestSent'];

export class Browser extends Base {
  static canBeVisited = true;

  #bidi;
  #context;
  #heard;
  /** Of the visit; nothing where the browser is not shared. */
  #user;
  #scripts = [];

  async connect() {
    const options = new firefox.Options();
    options.setBinary(FIREFOX);
    options.addArguments('-headless', '-profile', this.profile);
    for (const [name, value] of Object.entries(PREFERENCES)) options.setPreference(name, value);
    options.set('webSocketUrl', true);
    const driver = await new selenium.Builder()
      .forBrowser('firefox')
      .setFirefoxOptions(options)
      // Each of several at a time finds a port for itself.
      .setFirefoxService(new firefox.ServiceBuilder(GECKODRIVER).addArguments('--websocket-port', '0'))
      .build();
    this.#heard = { errors: [], warnings: [], requests: [] };
    this.#bidi = await driver.getBidi();
    this.#bidi.socket.on('message', (data) => this.#hear(JSON.parse(data)));
    this.#context = await driver.getWindowHandle();
    await this.#ask('session.subscribe', { events: EVENTS });
    await this.#saveInto(this.downloadFolder);
    return driver;
  }

  #saveInto(destinationFolder) {
    return this.#ask('browser.setDownloadBehavior', { downloadBehavior: { type: 'allowed', destinationFolder } });
  }

  async openVisit() {
    await this.#saveInto(this.downloadFolder);
    this.#user = (await this.#ask('browser.createUserContext', {})).userContext;
    await this.newWindow();
    this.#context = await this.driver.getWindowHandle();
  }

  async leave() {
    const user = this.#user;
    this.#user = undefined;
    for (const script of this.#scripts.splice(0)) await this.#ask('script.removePreloadScript', { script });
    await this.#ask('browser.removeUserContext', { userContext: user });
  }

  async newWindow() {
    if (!this.#user) return super.newWindow();
    const { context } = await this.#ask('browsingContext.create', { type: 'window', userContext: this.#user });
    return this.driver.switchTo().window(context);
  }

  async #ask(method, params) {
    const answer = await this.#bidi.send({ method, params });
    if (answer.type === 'error') throw new Error(`${method}: ${answer.message}`);
    return answer.result;
  }

  #hear({ method, params }) {
    if (method === 'network.beforeRequestSent') this.#heard.requests.push(params.request.url);
    if (method !== 'log.entryAdded') return;
    const { level, text, source, stackTrace } = params;
    const [{ url = '', lineNumber = 0 } = {}] = stackTrace?.callFrames ?? [];
    const list = { error: this.#heard.errors, warn: this.#heard.warnings }[level];
    list?.push(`${url}:${lineNumber} ${text}${source.context ? '' : ' (worker)'}`);
  }

  async process() {
    return (await this.driver.getCapabilities()).get('moz:processID');
  }

  /** What the console said and the page asked for since the last time. */
  async heard() {
    // Events come in order: with an answer all before it are here.
    await this.#ask('browsingContext.getTree', { maxDepth: 0 });
    const heard = this.#heard;
    this.#heard = { errors: [], warnings: [], requests: [] };
    return heard;
  }

  setViewport(width, height) {
    return this.#ask('browsingContext.setViewport', { context: this.#context, viewport: { width, height } });
  }

  async runFirst(source) {
    const { script } = await this.#ask('script.addPreloadScript', { functionDeclaration: `() => {\n${source}\n}` });
    this.#scripts.push(script);
  }

  /** Text onto the clipboard. */
  copy(text) {
    return copyByKeys(this.driver, text);
  }

  disconnect(offline = true) {
    return this.#ask('emulation.setNetworkConditions', {
      contexts: [this.#context], networkConditions: offline ? { type: 'offline' } : null,
    });
  }

  permit(name, state, origin) {
    return this.#ask('permissions.setPermission', { descriptor: { name }, state, origin });
  }

  /** Latitude, longitude and accuracy. */
  standAt(coordinates) {
    return this.#ask('emulation.setGeolocationOverride', { contexts: [this.#context], coordinates });
  }

  /** The whole page as PNG bytes, base64. */
  async picture() {
    return (await this.#ask('browsingContext.captureScreenshot', { context: this.#context, origin: 'document' })).data;
  }

  /** The printed page on A4 as PDF bytes, base64. */
  async pdf() {
    const page = { width: 21, height: 29.7 };
    return (await this.#ask('browsingContext.print', { context: this.#context, background: false, page })).data;
  }
}
