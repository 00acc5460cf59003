// The clipboard by the keys of a person, where the page may not write to it without one.
import selenium from 'selenium-webdriver';

const { Key } = selenium;

/** Copies text out of a field made for it; the focus is afterwards where it was. */
export async function copyByKeys(driver, text) {
  const active = `let active = document.activeElement; while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;`;
  await driver.executeScript(
    `${active}
     window.focusBefore = active;
     const field = document.body.appendChild(document.createElement('textarea'));
     field.id = 'to-copy';
     field.value = arguments[0];
     field.focus({ preventScroll: true });
     field.select();`, text);
  await driver.actions().keyDown(Key.CONTROL).sendKeys('c').keyUp(Key.CONTROL).perform();
  await driver.executeScript(`document.getElementById('to-copy').remove(); window.focusBefore.focus({ preventScroll: true });`);
}
