// Runs in the page before anything else. `STEPS` is put in front. Walks to the first answer by itself, if it is to, and notes
// when it got where: a mark is the beginning of the frame after the one that showed it.
{
  const root = () => (STEPS.host ? document.querySelector(STEPS.host)?.shadowRoot : document);
  const visible = (element) => [element, ...(element.labels ?? [])].some((one) => one.getClientRects().length > 0);
  const first = (css) => [...(root()?.querySelectorAll(css) ?? [])].find(visible);
  const marks = { clicks: [] };
  const tasks = [];
  const events = [];
  const observe = (options, keep) => new PerformanceObserver((list) => keep.push(...list.getEntries())).observe({ ...options, buffered: true });
  observe({ type: 'longtask' }, tasks);
  observe({ type: 'event', durationThreshold: 16 }, events);

  /** Calls `then` in the frame after the one in which it is there. */
  const whenShown = (find, then) => requestAnimationFrame(() => {
    const found = find();
    if (found) requestAnimationFrame(() => then(found));
    else whenShown(find, then);
  });
  const press = (css) => {
    const button = first(css);
    if (!button) return;
    button.click();
    requestAnimationFrame(() => press(css));
  };
  const click = ([css, ...rest], then) => {
    if (!css) return then();
    return whenShown(() => first(css), () => {
      marks.clicks.push(performance.now());
      press(css);
      click(rest, then);
    });
  };
  const walk = () => click(STEPS.clicks, () => whenShown(() => first(STEPS.answer), (radio) => {
    marks.question = performance.now();
    radio.click();
    whenShown(() => first(`${STEPS.answer}:checked`), () => { marks.answered = performance.now(); });
  }));
  if (STEPS.walk) walk();

  globalThis.startProbe = {
    /** Where a person would click on it: on the label of a radio button or check box. */
    place(css) {
      const found = first(css);
      if (!found) return undefined;
      const target = (/^(radio|checkbox)$/.test(found.type) && found.labels[0]) || found;
      target.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = target.getBoundingClientRect();
      return { x: left + Math.min(width / 2, 100), y: top + height / 2 };
    },
    /** The first control of the question on the page, and whether it says something. */
    control(css) {
      const found = first(css);
      if (!found) return undefined;
      const isText = !/^(radio|checkbox)$/.test(found.type);
      return { name: found.name || found.id, isText, answered: isText ? found.value !== '' : found.checked };
    },
    seen() {
      const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
      if (!paint || !marks.answered) return { ...marks, done: false };
      // What a task has beyond 50 ms, from the first paint until the answer is accepted.
      const between = tasks.filter(({ startTime, duration }) => startTime + duration > paint && startTime < marks.answered);
      const blocking = between.reduce((sum, { startTime, duration }) => {
        const end = Math.min(startTime + duration, marks.answered);
        return sum + Math.max(0, end - Math.max(startTime + 50, paint));
      }, 0);
      return { ...marks, done: true, origin: performance.timeOrigin, paint, begin: marks.clicks[0], blocking };
    },
    /** The longest that an interaction took until the next frame, one number for each interaction. */
    interactions() {
      const longest = new Map();
      for (const { interactionId: id, duration } of events) {
        if (id) longest.set(id, Math.max(duration, longest.get(id) ?? 0));
      }
      return [...longest.values()];
    },
  };
}
