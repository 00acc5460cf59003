// Runs in the page before anything else: walks to the first question by itself and notes when it got where.
// `STEPS` is put in front by first-question.mjs.
{
  const marks = (globalThis.startMarks = { clicks: [] });
  const roots = (root) => {
    const found = [root];
    for (const host of root.querySelectorAll('*')) if (host.shadowRoot) found.push(...roots(host.shadowRoot));
    return found;
  };
  const visible = (element) => element.getClientRects().length > 0 || [...(element.labels ?? [])].some((l) => l.getClientRects().length > 0);
  const first = (css) => roots(document).flatMap((root) => [...root.querySelectorAll(css)]).find(visible);
  const left = [...STEPS.clicks];
  const look = () => {
    if (!marks.question && first(STEPS.question)) {
      marks.question = performance.now();
      first(STEPS.question).click();
    } else if (marks.question && first(STEPS.accepted)) {
      // Accepted and drawn: the frame after the one that has it checked.
      requestAnimationFrame(() => { marks.answered = performance.now(); });
      return;
    } else if (!marks.question && left.length > 0) {
      const next = first(left[0]);
      if (next) {
        left.shift();
        marks.clicks.push(performance.now());
        next.click();
      }
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
