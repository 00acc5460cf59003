// Pictures and judgement of one screen after the other; what is wrong with one does not hide the next.
import { ENGINE, without } from '../harness/index.mjs';
import { noGaps } from './gaps.mjs';

export class Gallery {
  #faults = [];

  constructor(page, language) {
    this.page = page;
    this.language = language;
  }

  /**
   * The screen as it stands: 320, 360 and 1280 px wide without horizontal scroll, no gap in a text; in Chromium pictures at the
   * latter two and axe-core at the last, where nothing is folded away. The markup is the same in every engine.
   */
  async take(name) {
    const { page } = this;
    await this.#try(name, async () => {
      await page.setSize(320);
      await page.noHorizontalScroll();
    });
    await this.#try(name, async () => {
      const text = await page.text();
      const gap = text.match(/.{0,40}(\{\w+\}|\b(undefined|NaN|null)\b).{0,20}/);
      if (gap) throw new Error(`a text with a gap: ${gap[0]}`);
    });
    await this.#try(name, () => noGaps(page));
    for (const width of [360, 1280]) {
      await page.setSize(width);
      await this.#try(`${name} at ${width} px`, () => page.noHorizontalScroll());
      if (ENGINE === 'chromium') await page.screenshot(`${this.language}-${name}`);
    }
    await this.#try(`${name} at 1280 px`, () => page.axe());
  }

  /** The same screen as people with other settings see it: pictures only, where the engine takes settings. */
  async alike(name) {
    if (without('media')) return;
    await this.page.media({ 'forced-colors': 'active', 'prefers-color-scheme': 'dark' });
    await this.page.screenshot(`${this.language}-${name}-forced-colours`);
    await this.page.media();
  }

  async #try(what, judge) {
    try {
      await judge();
    } catch (error) {
      this.#faults.push(`${what}: ${error.message}`);
    }
  }

  /** Tells everything that was wrong. */
  end() {
    if (this.#faults.length > 0) throw new Error(this.#faults.join('\n\n'));
  }
}
