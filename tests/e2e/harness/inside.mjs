// What runs inside the page. One script text, put before every question to the page, so that nothing is left behind in it.

export const INSIDE = String.raw`
  const roots = (root = document) => {
    const found = [root];
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) found.push(...roots(element.shadowRoot));
    return found;
  };
  const all = (css) => roots().flatMap((root) => [...root.querySelectorAll(css)]);
  const visible = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: false }) && element.getClientRects().length > 0;
  const flat = (text) => text.replace(/\s+/g, ' ').trim();
  const active = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  };
  const ROLES = {
    alert: '[role=alert]', button: 'button, summary, [role=button], input[type=button], input[type=submit]',
    checkbox: 'input[type=checkbox], [role=checkbox]', combobox: 'select, [role=combobox]', dialog: 'dialog, [role=dialog]',
    group: 'fieldset, details, [role=group]', heading: 'h1, h2, h3, h4, h5, h6, [role=heading]', img: 'img, [role=img], svg',
    link: 'a[href], [role=link]', list: 'ul, ol, [role=list]', progressbar: 'progress, [role=progressbar]',
    radio: 'input[type=radio], [role=radio]', region: 'section, [role=region]', spinbutton: 'input[type=number], [role=spinbutton]',
    status: 'output, [role=status]', table: 'table, [role=table]',
    textbox: 'input:not([type]), input[type=text], input[type=search], input[type=date], textarea, [role=textbox]',
  };
  // A control may be drawn by its label and be itself of no size.
  const usable = (element) => visible(element) || (element.labels && [...element.labels].some(visible));
  const byRole = (role) => all(ROLES[role] ?? '[role=' + role + ']').filter(usable);
`;
