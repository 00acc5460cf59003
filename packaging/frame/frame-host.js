// For the page around the iframe: gives each `iframe[data-cluster-ready]` the height that the page inside tells.
const LIMIT = 100_000; // CSS pixels
const frames = () => [...document.querySelectorAll('iframe[data-cluster-ready]')];

addEventListener('message', ({ data, origin, source }) => {
  if (data?.type !== 'cluster-ready-height') return;
  const frame = frames().find((one) => one.contentWindow === source);
  if (!frame) return;
  // A sandbox without allow-same-origin has no origin of its own.
  const isOpaque = frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin');
  const expected = isOpaque ? 'null' : new URL(frame.src, location.href).origin;
  if (origin === expected && data.height > 0 && data.height < LIMIT) frame.style.height = `${data.height}px`;
});
// It may have told before this script was there.
for (const { contentWindow } of frames()) contentWindow.postMessage({ type: 'cluster-ready-height-wanted' }, '*');
