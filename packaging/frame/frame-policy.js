// The page inside an iframe, before anything else of it: its content security policy, nothing but the server of this script. In a
// sandbox the page has no origin, and WebKit then takes 'self' for nothing: so the server is named as well. `data-connect` of the
// script names what else the page may ask. A policy that stood in the page would keep Chromium from asking for the files below it
// before this script is there.
{
  const { src, dataset } = document.currentScript;
  const server = `'self' ${new URL(src).origin}`;
  const policy = {
    'default-src': "'none'",
    // In a sandbox, where the page has no origin, the worker may only import what the page made of itself.
    'script-src': `${server} ${self.origin === 'null' ? 'blob:' : ''} 'wasm-unsafe-eval'`,
    'style-src': server,
    'connect-src': `${server} ${dataset.connect ?? ''}`,
    'img-src': `${server} data: blob:`,
    'worker-src': `${server} blob:`,
    'base-uri': "'none'",
    'form-action': "'none'",
  };
  const content = Object.entries(policy).map((directive) => directive.join(' ')).join('; ');
  document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'Content-Security-Policy', content }));
}
