// What the browser said and asked for meanwhile: console errors, and every request of the page.
const OWN_SCHEMES = ['data:', 'blob:', 'about:', 'chrome:', 'chrome-error:', 'devtools:'];

export class Record {
  #errors = [];
  #requests = [];
  #expected = [];
  #warnings = [];

  constructor(browser, url) {
    this.browser = browser;
    const { origin } = new URL(url);
    // A page from the disk has no origin; only itself is its own.
    this.own = [origin === 'null' ? url : `${origin}/`];
  }

  /** A console error that the test provokes on purpose. */
  expect(pattern) {
    this.#expected.push(pattern);
  }

  /** Another origin that the page is to ask. */
  allow(url) {
    this.own.push(`${new URL(url).origin}/`);
  }

  /** Takes over what the browser has kept since the last time. */
  async read() {
    const { errors, warnings, requests } = await this.browser.heard();
    this.#errors.push(...errors);
    this.#warnings.push(...warnings);
    this.#requests.push(...requests);
  }

  /** The addresses that the page asked for so far. */
  async requests() {
    await this.read();
    return [...this.#requests];
  }

  /** Console errors so far, without the expected ones. */
  async errors() {
    await this.read();
    return this.#errors.filter((error) => !this.#expected.some((pattern) => pattern.test(error)));
  }

  /** What the console warned of so far. */
  async warnings() {
    await this.read();
    return [...this.#warnings];
  }

  /** All console errors so far, the expected ones too. */
  async allErrors() {
    await this.read();
    return [...this.#errors];
  }

  /** Requests that left the page's own origin, and went where none is allowed. */
  async foreignRequests() {
    return (await this.requests()).filter(
      (url) => !this.own.some((own) => url.startsWith(own)) && !OWN_SCHEMES.some((scheme) => url.startsWith(scheme)),
    );
  }
}
