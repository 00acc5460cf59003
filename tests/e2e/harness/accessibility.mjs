// axe-core inside the page; it looks into open shadow roots by itself.
import axe from 'axe-core';

/** One line for each element that breaks a rule. */
export async function violations(driver, options = {}) {
  const run = () => driver.executeAsyncScript(
    `const [options, done] = arguments;
     if (!window.axe) return done();
     axe.run(document, options).then(
       ({ violations }) => done(violations.flatMap(({ id, help, nodes }) =>
         nodes.map(({ target, failureSummary }) => [id, help, JSON.stringify(target), failureSummary].join(' | ')))),
       (error) => done(['axe itself: ' + error]));`,
    options,
  );
  const found = await run();
  if (found) return found;
  // Once a document.
  await driver.executeScript(axe.source);
  return run();
}
