// Texts that are not there: where one is missing the view shows its key, or the mark that stands for a text to come.
import { AREAS } from './words.mjs';

/** Fails when a text of the widget, seen or folded away, or in an attribute, is a key or the mark. */
export async function noGaps(page) {
  const found = await page.inside(`
    const key = new RegExp('(^|[^\\\\w./-])(' + arguments[0].join('|') + ')(\\\\.[a-z0-9_]+)+');
    const gap = (text) => text.trim() === '…' || key.test(text);
    const spoken = ['aria-label', 'aria-description', 'title', 'alt', 'placeholder', 'value'];
    return all('.root *').flatMap((one) => [
      ...[...one.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data),
      ...spoken.map((name) => one.getAttribute(name) ?? ''),
    ]).filter(gap);`, AREAS);
  if (found.length > 0) throw new Error(`“${await page.heading()}” lacks texts: ${found.join(' | ')}`);
}
