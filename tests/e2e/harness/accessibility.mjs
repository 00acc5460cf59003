// axe-core inside the page; it looks into open shadow roots by itself.
import axe from 'axe-core';

/** One line for each element that breaks a rule. */
export async function violations(driver, options = {}) {
  await driver.executeScript(axe.source);
  const result = await driver.executeAsyncScript(
    `const [options, done] = arguments;
     axe.run(document, options).then(
       ({ violations }) => done(violations.flatMap(({ id, help, nodes }) =>
         nodes.map(({ target, failureSummary }) => [id, help, JSON.stringify(target), failureSummary].join(' | ')))),
       (error) => done(['axe itself: ' + error]));`,
    options,
  );
  return result;
}
