// The product's own words, so that a test names a control by its key and runs in both languages.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from '../harness/index.mjs';

const load = (path) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

/** The languages of the product, in its order. */
const LANGUAGES = Object.fromEntries(load('data/languages.json').rows.map(([tag, name, formats, , comma]) => [tag, { name, formats, comma }]));

const MESSAGES = Object.fromEntries(Object.keys(LANGUAGES).map((tag) => [tag, load(`locales/${tag}.json`)]));

/** First words of the keys of all texts. */
export const AREAS = [...new Set(Object.keys(MESSAGES.vi).map((key) => key.split('.')[0]))];

/** The 34 indicators and the five dimensions. */
export const MODEL = load('data/model.json');

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The first version of the 34 indicators, with which files and drafts were made. */
export const FIRST_MODEL = load('data/model-1.0.0.json');

/** The 19 indicators and the four dimensions of a firm. */
export const FIRM = load('data/model-firm.json');

/** The words of one language; for a firm, `firm.KEY` stands in place of the text of the key. */
export class Words {
  constructor(language, isFirm = false) {
    this.language = language;
    this.isFirm = isFirm;
  }

  get other() {
    return new Words(Object.keys(LANGUAGES).find((tag) => tag !== this.language), this.isFirm);
  }

  /** The text of a key, its spaces plain as the page's text is read; an unknown key is a mistake in the test. */
  say(key, values = {}) {
    const of = MESSAGES[this.language];
    const text = (this.isFirm ? of[`firm.${key}`] : undefined) ?? of[key];
    if (text === undefined) throw new Error(`locales/${this.language}.json has no ${key}`);
    return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole).replace(/\s/g, ' ');
  }

  /** The text of a key as a pattern; what is not given stands for anything. */
  like(key, values = {}) {
    const parts = this.say(key, values).split(/\{\w+\}/).map(escaped);
    return new RegExp(parts.join('.+?'));
  }

  /** A text of the model. */
  of(text) {
    return text[this.language];
  }

  /** A number as the language writes it. */
  number(value, digits = 2) {
    return new Intl.NumberFormat(LANGUAGES[this.language].formats, { maximumFractionDigits: digits }).format(value);
  }

  /** A number as a person types it. */
  typed(value) {
    return LANGUAGES[this.language].comma ? String(value).replace('.', ',') : String(value);
  }

  /** The button of a question in the list beside the question: its name, then its state. */
  rail(question) {
    return new RegExp(`^${escaped(this.of(question.name))} ?: `);
  }

  /** Name of the button that switches to the other language. */
  get switch() {
    return LANGUAGES[this.other.language].name;
  }
}

export const VI = new Words('vi');
export const EN = new Words('en');

/** An indicator by its id. */
export const indicator = (id) => MODEL.indicators.find((one) => one.id === id);
