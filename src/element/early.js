// The first pages before the program is there: HTML that the build made of the view. From the start over the facts to the first
// question of the quick way they follow one another here. What else is pressed waits; the program then goes the same way, unseen,
// takes over what was entered, and does what was pressed last.
const CONTROLS = 'button, input, select, textarea, summary, h1';
const BEGIN = '.ways .button';
const QUICK = '.way--first';
const GO_ON = '.form .stick .button';
const WAITING = 'awaited';
const SOON_MS = 800; // what takes longer is said
const TURNS = 200; // of the event loop, until the program must have shown a page
const [START, FACTS, QUESTION] = [0, 1, 2];

/** Whether this element will begin with the first page that the build knows. */
function isKnown(element, number) {
  if (!['', 'quick', 'full', 'firm'].includes(element.mode ?? '') || element.modelSrc || element.storage === 'none') return false;
  const name = element.draftKey ? `cluster-ready:${element.draftKey}` : 'cluster-ready';
  try {
    return !sessionStorage.getItem(`${number}${name}-draft`); // else the tab goes on where it was
  } catch {
    return true;
  }
}

/** Makes the pages those of this element, as the view is. */
function adapt(pages, { mode, brandName, submitUrl }, [device, privacy]) {
  const [start] = pages;
  const [quick, full] = start.querySelectorAll('.way');
  if (mode === 'quick') full.remove();
  if (mode === 'full') {
    quick.remove();
    full.className = quick.className;
    const button = full.querySelector('button');
    button.className = 'button';
    button.setAttribute('part', 'button');
  }
  if (submitUrl) start.querySelector('.facts dd').textContent = device.textContent;
  for (const page of pages) {
    if (brandName) page.querySelector('.masthead__name > span').firstChild.data = brandName;
    if (submitUrl) page.querySelector('.foot__inner > p:last-child').textContent = privacy.textContent;
  }
}

const turn = () => new Promise((next) => { setTimeout(next); });
const heading = (page) => page.querySelector('h1');

/** Where a control without an id stands: by the classes around it, as a page translator changes its words. */
function place({ localName, id, parentElement }) {
  const around = [];
  for (let at = parentElement; !id && at && !at.matches('.app'); at = at.parentElement) around.push(at.className);
  return [localName, id, ...around].join('>');
}

/** The same control in two pages of one kind. */
function counterpart(control, from, to) {
  const like = (page) => [...page.querySelectorAll(CONTROLS)].filter((one) => place(one) === place(control));
  return like(to)[like(from).indexOf(control)];
}

/** Hands what was entered into a control on to another one, as a person would enter it there. */
function handOn(before, now) {
  if (before.type === 'file') {
    const choose = () => {
      if (!before.files.length) return;
      now.files = before.files;
      now.dispatchEvent(new Event('change', { bubbles: true }));
    };
    choose();
    before.addEventListener('change', choose); // its dialog may still be open
  } else if (/^(radio|checkbox)$/.test(before.type)) {
    if (before.checked !== now.checked) now.click();
  } else if (before.localName === 'summary') {
    now.parentElement.open = before.parentElement.open;
  } else if (/^(input|select|textarea)$/.test(before.localName) && before.value !== now.value) {
    now.value = before.value;
    now.dispatchEvent(new Event(before.localName === 'select' ? 'change' : 'input', { bubbles: true }));
  }
}

function handAllOn(from, to) {
  for (const before of from.querySelectorAll(CONTROLS)) {
    const now = counterpart(before, from, to);
    if (now) handOn(before, now);
  }
}

/** Moves focus, and in a line of text what is selected of it. */
function focusOn(now, before) {
  now.focus({ preventScroll: true });
  if (before.selectionStart != null) now.setSelectionRange(before.selectionStart, before.selectionEnd, before.selectionDirection);
}

/** Nothing was entered that has to be checked before one goes on. */
const unchecked = (page) => [...page.querySelectorAll('input[inputmode]')].every((field) => field.value === field.defaultValue);
/** Nothing was entered. */
const untouched = (page) => unchecked(page) && [...page.querySelectorAll('input, select')].every((field) => field.inputMode || !field.value);

export class Early {
  #place;
  #pages; // by number, once they are there
  #quick; // the way with the first question
  #way = []; // the pages gone through, each with the button that led on from it
  #page;
  #pressed; // what waits for the program
  #words; // that it waits, and a way to ask again
  #again;
  #isLeaving = false;
  #holds = new Set(); // what a person is in the middle of
  #freed = () => {};
  #listening = new AbortController();

  constructor(again) {
    this.#again = again;
  }

  /** Shows the first page in a shadow root, as soon as it and its style sheets are there; once more what was shown before. */
  async show(element, root, page, style, number) {
    const standing = root.querySelector('.early'); // in the host page itself, as the build wrote it
    if (this.#place) root.replaceChildren(...this.#shown);
    else if (isKnown(element, number)) await this.#begin(element, root, standing, page, style);
    else if (standing) root.replaceChildren(document.createElement('slot'));
  }

  async #begin(element, root, standing, page, style) {
    const made = Object.assign(document.createElement('div'), { className: 'root early' });
    if (standing) { // what is pressed waits for the other pages
      this.#place = standing;
      this.#page = standing.firstElementChild;
      this.#listen(standing);
      this.#press(root.querySelector('button:focus:not(:focus-visible)')); // clicked before this script was there
    }
    made.innerHTML = await page();
    const wear = standing ? undefined : await style;
    if (this.#listening.signal.aborted) return;
    const start = standing?.firstElementChild.lang === made.firstElementChild.lang ? standing.firstElementChild : made.firstElementChild;
    const further = [...made.querySelectorAll(':scope > template')].map(({ content }) => content);
    const spare = further.pop();
    this.#words = spare.lastElementChild;
    this.#pages = [start, ...further.map((page) => page.firstElementChild)]; // a firm has the start only
    this.#page = start;
    this.#quick = start.querySelector(QUICK);
    adapt(this.#pages, element, spare.children);
    const today = new Date();
    for (const [part, value] of [['d', today.getDate()], ['m', today.getMonth() + 1], ['y', today.getFullYear()]]) {
      this.#pages[FACTS]?.querySelector(`#assessed-${part}`).setAttribute('value', value);
    }
    if (standing) {
      if (start.parentNode !== standing) standing.replaceChildren(start); // the element has another language
      this.#press(this.#pressed);
      return;
    }
    made.replaceChildren(start);
    this.#place = made;
    this.#listen(made);
    wear(root);
    root.replaceChildren(made);
  }

  #listen(place) {
    const { signal } = this.#listening;
    const on = (types, heard, target = place) => types.split(' ').forEach((type) => target.addEventListener(type, heard, { signal }));
    on('submit', (event) => event.preventDefault()); // the button's click says all
    on('click', ({ target }) => this.#press(target.closest('button')));
    on('click', ({ target }) => target.localName !== 'select' && this.#holds.delete('list')); // not every browser focuses a button
    on('change', ({ target }) => {
      if (!/radio|checkbox/.test(target.type)) return;
      for (const { classList, firstChild: one } of this.#page.querySelectorAll('.choice')) {
        if (one.type !== target.type) one.checked = false; // a list of tasks, or that nothing is known of it
        classList.toggle('choice--on', one.checked);
      }
    });
    // Between press and release, within a word of an input method, in an open list: no moment to take the page away.
    const hold = (what) => () => this.#holds.add(what);
    const free = (what) => () => setTimeout(() => { // when the page has heard what came of it
      this.#holds.delete(what);
      this.#freed();
    });
    const isList = (act) => ({ target }) => target.localName === 'select' && act();
    on('pointerdown', hold('pointer'));
    on('pointerup pointercancel contextmenu', free('pointer'), window);
    on('keydown', hold('key'));
    on('keyup', free('key'), window);
    on('compositionstart', hold('word'));
    on('compositionend', free('word'));
    on('pointerdown keydown', isList(hold('list')));
    on('change focusout', isList(free('list')));
    on('blur', () => ['pointer', 'key'].forEach((what) => free(what)()), window);
  }

  #press(button) {
    if (!button) return;
    if (this.#words?.contains(button)) return void this.#again();
    this.#words?.remove();
    const next = this.#isLeaving || !this.#pages ? undefined : this.#leadsTo(button);
    this.#pressed?.classList.remove(WAITING);
    this.#pressed = undefined;
    if (next === undefined) {
      this.#pressed = button;
      button.classList.add(WAITING);
      setTimeout(() => this.#place && this.#pressed === button && this.#words && button.after(this.#words), SOON_MS);
      return;
    }
    if (next === START) this.#way = [];
    else this.#way.push({ page: this.#page, button });
    this.#page = this.#pages[next];
    if (next === FACTS) this.#page.querySelector('details').open = !this.#quick.contains(button);
    this.#place.replaceChildren(this.#page);
    const title = this.#page.querySelector('h1');
    title.focus({ preventScroll: true });
    if (title.getBoundingClientRect().top < 0) title.scrollIntoView();
  }

  /** The page that a button leads to, where it is one of these. */
  #leadsTo(button) {
    const isQuick = this.#quick.contains(this.#way[0]?.button);
    if (button.matches(BEGIN)) return this.#pages[FACTS] && FACTS;
    if (this.#page !== this.#pages[FACTS]) return undefined;
    if (button.matches(GO_ON) && isQuick && unchecked(this.#page)) return QUESTION;
    if (button.matches('.back') && untouched(this.#page)) return START;
    return undefined;
  }

  /** Puts the view with its style sheets in its stead, led to the same page. */
  async giveWay(root, view, wear) {
    this.#isLeaving = true;
    if (!this.#page) {
      this.end();
      wear(root);
      root.replaceChildren(view);
      return;
    }
    view.style.display = 'none'; // in the document, as no form is sent outside of it
    root.append(view);
    for (const { page, button } of this.#way) {
      handAllOn(page, view);
      const before = heading(view);
      counterpart(button, page, view)?.click();
      let turns = 0;
      do await turn(); while (heading(view) === before && (turns += 1) < TURNS);
    }
    while (this.#place && this.#holds.size > 0) await new Promise((freed) => { this.#freed = freed; });
    const shown = this.end();
    if (!shown || !view.isConnected) return; // the element was taken away meanwhile
    const now = (control) => control && counterpart(control, this.#page, view);
    handAllOn(this.#page, view);
    // As high as the other until it is laid out: WebKit lays what asks for its container's size out after the page, and would
    // scroll one that is short meanwhile to its top. And no anchor for the scroll: at the foot of the page Chromium would take one
    // in the view below, and follow it up to the top.
    view.style.cssText = `overflow-anchor: none; min-block-size: ${Math.ceil(shown.getBoundingClientRect().height)}px`;
    wear(root);
    const focused = root.activeElement;
    const next = now(focused);
    if (next) focusOn(next, focused);
    for (const other of [...root.children]) if (other !== view) other.remove(); // moved, the view would lose the focus
    view.getBoundingClientRect();
    view.removeAttribute('style');
    now(this.#pressed)?.click();
  }

  /** Shows nothing more; gives what was shown. */
  end() {
    const shown = this.#place;
    this.#listening.abort();
    this.#place = undefined;
    this.#freed();
    return shown;
  }

  get #shown() {
    return [...this.#place.parentNode.querySelectorAll(':scope > link'), this.#place];
  }

  /** What was shown, with its style sheet, if somebody has begun on it. */
  get begun() {
    return this.#way.length > 0 ? this.#shown : [];
  }
}
