// A page with the widget, as a person sees and uses it: by names, roles and keys, through all shadow roots.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import selenium from 'selenium-webdriver';

import { violations } from './accessibility.mjs';
import { INSIDE } from './inside.mjs';
import { NAMING, NAME_OF } from './naming.mjs';
import { ENGINE, SCREENSHOTS } from './place.mjs';
import { Record } from './record.mjs';
import { waitFor } from './wait.mjs';

const { Key } = selenium;
const KEYS = {
  Tab: Key.TAB, Enter: Key.ENTER, Space: ' ', Escape: Key.ESCAPE, Backspace: Key.BACK_SPACE, Delete: Key.DELETE,
  Up: Key.ARROW_UP, Down: Key.ARROW_DOWN, Left: Key.ARROW_LEFT, Right: Key.ARROW_RIGHT, Home: Key.HOME, End: Key.END,
};

const fits = (name, wanted) => (wanted instanceof RegExp ? wanted.test(name) : name === wanted);

export class Page {
  #width = 1280;

  constructor(browser, url) {
    this.browser = browser;
    this.url = url;
    this.record = new Record(browser, url);
  }

  get driver() {
    return this.browser.driver;
  }

  // ── Going there ──────────────────────────────────────────────────────────────────────────────

  async open(url = this.url) {
    await this.setSize(this.#width);
    await this.driver.get(url);
  }

  reload() {
    return this.driver.navigate().refresh();
  }

  /** The browser dies without a word and is started again on the same profile. */
  async killAndReopen() {
    await this.record.read();
    await this.browser.kill();
    await this.browser.restart();
    await this.open();
  }

  /** A true viewport of this many CSS pixels. */
  async setSize(width, height = width < 600 ? 740 : 900) {
    this.#width = width;
    await this.browser.setViewport(width, height);
  }

  /** Media features, as `{ 'forced-colors': 'active', 'prefers-color-scheme': 'dark' }`; `print` as `{}, 'print'`. */
  media(features = {}, type = '') {
    return this.browser.media(features, type);
  }

  // ── Looking ──────────────────────────────────────────────────────────────────────────────────

  /** Runs a function body inside the page; `all`, `byRole`, `visible`, `flat`, `active` are there. */
  inside(body, ...args) {
    return this.driver.executeScript(`${INSIDE}\n${body}`, ...args);
  }

  /** All visible text of the widget, spaces made single. */
  text() {
    return this.inside(`
      return flat(all('cluster-ready').map((host) => [...(host.shadowRoot?.children ?? [])]
        .map((child) => child.innerText ?? '').join(' ')).join(' '));`);
  }

  /** The text of the screen's first heading; empty while there is none. */
  heading() {
    return this.inside(`const found = all('h1').filter(visible)[0]; return found ? flat(found.innerText) : '';`);
  }

  waitForHeading(wanted) {
    return waitFor(async () => fits(await this.heading(), wanted), `the heading ${wanted}`);
  }

  /** Waits for a change of page to be complete: the heading is there and has the focus. */
  async landed(wanted) {
    let last;
    const arrived = async () => {
      last = await this.inside(`
        const found = all('h1').filter(visible)[0];
        return { heading: found ? flat(found.innerText) : '', focused: Boolean(found) && active() === found, focus: active()?.localName };`);
      return fits(last.heading, wanted) && last.focused;
    };
    await waitFor(arrived, `the heading ${wanted} with the focus`).catch((error) => {
      throw new Error(`${error.message}; there is “${last?.heading}”, the focus is on ${last?.focus}`);
    });
  }

  waitForText(wanted) {
    const has = (text) => (wanted instanceof RegExp ? wanted.test(text) : text.includes(wanted));
    return waitFor(async () => has(await this.text()), `the text ${wanted}`);
  }

  /** Elements for a CSS selector in all shadow roots, as they are now. */
  all(css) {
    return this.inside('return all(arguments[0]);', css);
  }

  #first(css) {
    return this.inside('return all(arguments[0])[0];', css);
  }

  /** The first element for a CSS selector, waited for. */
  css(css) {
    return waitFor(() => this.#first(css), css);
  }

  /** The visible elements of a role whose accessible name fits (text or regular expression), as they are now. */
  named(role, name) {
    return this.#ofName(role, name, 'return named;');
  }

  /** The first of them, waited for. */
  find(role, name) {
    return waitFor(() => this.#ofName(role, name, 'return named[0];'), `${role} “${name}”`);
  }

  /** Runs a function body inside the page with the elements that `named` tells of. */
  async #ofName(role, name, body) {
    const [source, flags] = name instanceof RegExp ? [name.source, name.flags] : [name, null];
    const ask = () => this.inside(`
      ${NAME_OF}
      if (!nameOf) return 'unnamed';
      const [role, source, flags] = arguments;
      const fits = flags === null ? (name) => name === source : (name) => new RegExp(source, flags).test(name);
      const named = byRole(role).filter((element) => fits(nameOf(element)));
      ${body}`, role, source, flags);
    const found = await ask();
    if (found !== 'unnamed') return found;
    await this.driver.executeScript(NAMING);
    return ask();
  }

  waitFor(attempt, what, deadlineMs) {
    return waitFor(attempt, what, deadlineMs);
  }

  /** What has the focus: `{ tag, name, text, value }`; `tag` is `body` when nothing has. */
  async focused() {
    // The view may put a new element in the place of the one just found.
    return waitFor(async () => {
      const element = await this.inside('return active();');
      const seen = await this.inside(
        `const found = active();
         return { tag: found.localName, type: found.type ?? '', text: flat(found.innerText ?? ''), value: found.value ?? '' };`,
      );
      const name = seen.tag === 'body' ? '' : (await element.getAccessibleName()).replace(/\s+/g, ' ').trim();
      return { ...seen, name };
    }, 'what has the focus');
  }

  /** Id of what has the focus. */
  focusedId() {
    return this.inside(`return active()?.id ?? '';`);
  }

  // ── Doing ────────────────────────────────────────────────────────────────────────────────────

  click(role, name) {
    // The label of a radio button or check box is its target and may lie over it.
    const target = `
      const target = (/^(radio|checkbox)$/.test(named[0]?.type) && named[0].labels[0]) || named[0];
      target?.scrollIntoView({ block: 'center', behavior: 'instant' });
      return target;`;
    return this.#on(() => this.#ofName(role, name, target), (element) => this.browser.click(element), `a click on ${role} “${name}”`);
  }

  /** Finds an element and does something with it, anew where the view has put another one in its place meanwhile. */
  async #on(find, act, what) {
    await waitFor(async () => {
      const element = await find();
      if (element) await act(element);
      return Boolean(element);
    }, what);
  }

  /** Clicks an element from the middle of the view. */
  async #press(element) {
    await this.inside("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });", element);
    await this.browser.click(element);
  }

  /** Clicks an element by its CSS selector. */
  clickOn(css) {
    return this.#on(() => this.#first(css), (element) => this.#press(element), `a click on ${css}`);
  }

  /** Clicks the innermost visible element with exactly this text. */
  clickText(text) {
    const find = () => this.inside(
      `const found = all('*').filter((e) => visible(e) && flat(e.innerText ?? '') === arguments[0]);
       return found.find((e) => !found.some((other) => other !== e && e.contains(other)));`,
      text,
    );
    return this.#on(find, (element) => this.#press(element), `a click on something that says “${text}”`);
  }

  /** Presses keys one after the other: names as `Tab`, `Enter`, `Space`, `Shift+Tab`, or single characters. */
  async press(...keys) {
    let actions = this.driver.actions();
    for (const key of keys) {
      const words = key.length > 1 ? key.split('+') : [key];
      const last = words.pop();
      const held = words.map((word) => ({ Shift: Key.SHIFT, Control: Key.CONTROL, Alt: Key.ALT })[word]);
      for (const code of held) actions = actions.keyDown(code);
      actions = actions.sendKeys(KEYS[last] ?? last);
      for (const code of held.reverse()) actions = actions.keyUp(code);
    }
    await actions.perform();
  }

  /** Types text into what has the focus. */
  async type(text) {
    await this.driver.actions().sendKeys(text).perform();
  }

  /** Selects all of the focused field and types over it. */
  async retype(text) {
    await this.press('Control+a');
    await this.type(text);
  }

  /** Puts text on the clipboard and presses the paste keys. */
  async paste(text) {
    await this.browser.copy(text, this.url);
    await this.press('Control+v');
  }

  /** Input method: the text grows under composition and is then committed, as Telex or VNI do it. */
  compose(...stages) {
    return this.browser.compose(...stages);
  }

  /** The focus is wherever it is; a click on nothing puts it at the start of the page. */
  async focusStart() {
    await this.inside('active()?.blur?.(); getSelection()?.removeAllRanges();');
  }

  /** Presses Tab until what has the focus bears this name (or text); the way there is part of the error. */
  async tabTo(name, { most = 60, back = false } = {}) {
    const way = [];
    for (let step = 0; step <= most; step += 1) {
      const focus = await this.focused();
      if (fits(focus.name, name) || fits(focus.text, name)) return focus;
      way.push(focus.name || focus.text || focus.tag);
      await this.press(back ? 'Shift+Tab' : 'Tab');
    }
    throw new Error(`Tab never reached “${name}”; the way: ${way.join(' → ')}`);
  }

  /** Types text into a field by its CSS selector, behind what stands there. */
  typeInto(css, text) {
    return this.#on(() => this.#first(css), (field) => field.sendKeys(text), `text for ${css}`);
  }

  /** Gives a file to the (possibly hidden) file field. */
  upload(css, path) {
    return this.#on(() => this.#first(css), (field) => field.sendKeys(path), `a file for ${css}`);
  }

  /** Drops a file made of text, or of bytes, onto an element. */
  async drop(css, name, content, type = 'application/json') {
    await this.inside(
      `const [target, name, packed, type] = arguments;
       const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
       const data = new DataTransfer();
       data.items.add(new File([bytes], name, { type }));
       for (const kind of ['dragenter', 'dragover', 'drop']) {
         target.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, composed: true, dataTransfer: data }));
       }`,
      await this.css(css), name, Buffer.from(content).toString('base64'), type,
    );
  }

  /** The next complete download whose name fits, with its bytes, as text too. */
  async download(name) {
    const folder = this.browser.downloadFolder;
    // The browser makes the file before there is anything in it.
    const { file, path, bytes } = await waitFor(async () => {
      const file = (await readdir(folder)).find((entry) => fits(entry, name) && !/\.(crdownload|part|wkdownload)$/.test(entry));
      const path = file && join(folder, file);
      const bytes = path && await readFile(path).catch(() => undefined);
      return bytes?.length > 0 && { file, path, bytes };
    }, `the download ${name}`);
    return { name: file, path, bytes, text: bytes.toString('utf8') };
  }

  /** As `download`, and takes it out of the folder, so that the next one is not mistaken for it. */
  async takeDownload(name) {
    const file = await this.download(name);
    await rm(file.path);
    return file;
  }

  // ── Judging ──────────────────────────────────────────────────────────────────────────────────

  /** Fails when the page, or anything in it, is wider than the viewport. */
  async noHorizontalScroll() {
    const wide = await this.inside(`
      const width = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= width && document.body.scrollWidth <= width) return [];
      return all('*').filter((e) => visible(e) && e.getBoundingClientRect().right > width + 0.5)
        .map((e) => e.localName + '.' + e.className + ' to ' + Math.round(e.getBoundingClientRect().right)).slice(0, 8);`);
    if (wide.length > 0) throw new Error(`wider than ${this.#width} px: ${wide.join('; ')}`);
  }

  /** Fails on any violation that axe-core finds. It judges markup and styles, which every engine gets alike: in Chromium alone. */
  async axe(options) {
    if (ENGINE !== 'chromium') return;
    const found = await violations(this.driver, options);
    if (found.length > 0) throw new Error(`axe-core on “${await this.heading()}”:\n${found.join('\n')}`);
  }

  /** A picture of the whole page in target/screenshots/<width>/. */
  async screenshot(name) {
    const folder = join(SCREENSHOTS, String(this.#width));
    await mkdir(folder, { recursive: true });
    const path = join(folder, `${name}.png`);
    await writeFile(path, Buffer.from(await this.browser.picture(), 'base64'));
    return path;
  }

  /** The printed page as PDF bytes, A4. */
  async pdf() {
    return Buffer.from(await this.browser.pdf(), 'base64');
  }

  /** As `pdf`, and keeps it beside the pictures. */
  async keepPdf(name) {
    const bytes = await this.pdf();
    await mkdir(SCREENSHOTS, { recursive: true });
    await writeFile(join(SCREENSHOTS, `${name}.pdf`), bytes);
    return bytes;
  }

  /** Everything a screen has to pass, and its pictures at both widths; axe-core at the narrow one, galleries at the wide one. */
  async review(name) {
    for (const width of [1280, 360]) {
      await this.setSize(width);
      await this.noHorizontalScroll();
      if (ENGINE === 'chromium') await this.screenshot(name);
    }
    await this.axe();
    await this.setSize(1280);
  }
}
