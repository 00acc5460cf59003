// The page inside an iframe: takes attributes from its address, and tells the page around it how high it is.
const ATTRIBUTES = ['lang', 'mode', 'storage', 'draft-key']; // whoever writes a link may not choose more than these
const wished = new URLSearchParams(location.search);
const view = document.querySelector('cluster-ready');
for (const name of ATTRIBUTES) if (wished.has(name)) view.setAttribute(name, wished.get(name));

/** The page around it, the only one that is told anything; nothing where the browser does not say which one that is. */
function around() {
  try {
    return new URL(location.ancestorOrigins?.[0] ?? document.referrer).origin;
  } catch {
    return 'null';
  }
}

const to = around();
if (parent !== self && to !== 'null') {
  const tell = () => parent.postMessage({ type: 'cluster-ready-height', height: Math.ceil(document.body.getBoundingClientRect().height) }, to);
  new ResizeObserver(tell).observe(document.body);
  addEventListener('message', ({ data, origin, source }) => {
    if (source === parent && origin === to && data?.type === 'cluster-ready-height-wanted') tell();
  });
}
