// The attributes that the element reads when its view is made, and their properties in camel case.
const NAMES = ['mode', 'model-src', 'rules-src', 'storage', 'draft-key', 'brand-name', 'publisher', 'contact', 'submit-url', 'history', 'wasm-src', 'worker-src'];
/** What may stand in an attribute; the first word is taken for any other. */
const WORDS = { mode: ['full', 'quick', 'firm'], storage: ['device', 'session', 'none'] };
const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** Gives a class its properties. */
export function properties(prototype) {
  for (const name of NAMES) {
    Object.defineProperty(prototype, camel(name), {
      configurable: true,
      enumerable: true,
      get() { return this.getAttribute(name); },
      set(value) { value == null ? this.removeAttribute(name) : this.setAttribute(name, value); },
    });
  }
}

/** Takes over properties that were set before the element was defined. */
export function takeEarly(element) {
  for (const name of NAMES.map(camel).filter((name) => Object.hasOwn(element, name))) {
    const early = element[name];
    delete element[name];
    element[name] = early;
  }
}

/** What the names of a widget's notes in the tab begin with: nothing for the first of one key, for the others a number. */
export function firstFree(key, others) {
  let number = '';
  for (let next = 1; others.some((one) => one.key === key && one.number === number); next += 1) number = `${next}~`;
  return { key, number };
}

/** The attributes as texts. */
export function settings(element) {
  const texts = {};
  for (const name of NAMES) texts[camel(name)] = element.getAttribute(name) ?? '';
  for (const [name, words] of Object.entries(WORDS)) {
    const word = texts[name];
    if (!word || words.includes(word)) continue;
    console.warn(`cluster-ready: ${name}="${word}" is none of ${words.join(', ')}; ${words[0]} is used.`);
    [texts[name]] = words;
  }
  return texts;
}
