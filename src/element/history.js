// The widget's pages in the browser's history, where the page around it asks for that: Back leads to the page before.
const MARK = 'clusterReady';
const same = (one, other) => one.screen === other.screen && one.draft === other.draft;

/**
 * Follows the pages of a widget; `key` keeps several widgets apart, `go` leads this one to a page. Gives what hears of a page
 * that is shown, and what ends it.
 */
export function follow(key, go) {
  const entry = () => history.state?.[MARK]?.[key];
  const stateOf = (at) => ({ ...history.state, [MARK]: { ...history.state?.[MARK], [key]: at } });
  let shown = { screen: 'start', draft: '' };
  let isLed = false; // Back or Forward led to the page that is shown next
  if (!entry()) history.replaceState(stateOf(shown), '');
  const hear = () => {
    const at = entry();
    if (!at || same(at, shown)) return;
    isLed = true;
    go(`${at.screen} ${at.draft}`);
  };
  const arrived = (at) => {
    shown = at;
    if (isLed || same(at, entry() ?? {})) history.replaceState(stateOf(at), '');
    else history.pushState(stateOf(at), '');
    isLed = false;
  };
  addEventListener('popstate', hear);
  return { arrived, end: () => removeEventListener('popstate', hear) };
}
