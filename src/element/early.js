// The first page before the program is there: HTML that the build made of the view. The last button pressed on it is kept,
// one that is held down just then, and a file chosen in it.
const CONTROLS = 'button, input';
const controls = (place) => [...place.querySelectorAll(CONTROLS)];

/** Whether this element will begin with the plain first page. */
function isPlain(element) {
  if (element.mode || element.brandName || element.submitUrl || element.modelSrc || element.storage === 'none') return false;
  const name = element.draftKey ? `cluster-ready:${element.draftKey}` : 'cluster-ready';
  try {
    return !sessionStorage.getItem(`${name}-draft`); // else the tab goes on where it was
  } catch {
    return true;
  }
}

export class Early {
  #place;
  #view;
  #pressed = -1;

  /** Shows the first page in a shadow root, as soon as it and its style sheets are there. */
  async show(element, root, page, style) {
    if (!isPlain(element)) return;
    const place = Object.assign(document.createElement('div'), { className: 'root', innerHTML: await page() });
    const sheets = await style;
    if (this.#place === null) return;
    place.setAttribute('aria-busy', 'true');
    place.addEventListener('click', (event) => {
      const button = event.target.closest('button');
      if (button) this.#pressed = controls(place).indexOf(button);
    });
    place.addEventListener('pointerdown', ({ target }) => {
      const at = controls(place).indexOf(target.closest('button'));
      // Pressed here and let go on the view: the browser makes no click of that.
      addEventListener('pointerup', (event) => {
        const now = this.#view && controls(this.#view)[at];
        if (event.composedPath().includes(now)) now.click();
      }, { once: true });
    });
    this.#place = place;
    root.adoptedStyleSheets = sheets;
    root.replaceChildren(place);
  }

  /** Puts the view, which stands in `place`, in its stead: focus and click go on there. Without it nothing more is shown. */
  giveWay(root, place) {
    const shown = this.#place;
    const focused = shown ? controls(shown).indexOf(root.activeElement) : -1;
    this.#place = null;
    if (!place) return;
    root.replaceChildren(place);
    this.#view = place;
    if (!shown) return;
    const now = controls(place);
    now[focused]?.focus({ preventScroll: true });
    controls(shown).forEach((before, at) => {
      if (before.type !== 'file') return;
      const handOver = () => {
        if (!before.files.length) return;
        now[at].files = before.files;
        now[at].dispatchEvent(new Event('change', { bubbles: true }));
      };
      handOver();
      before.addEventListener('change', handOver); // its dialog may still be open
    });
    now[this.#pressed]?.click();
  }
}
