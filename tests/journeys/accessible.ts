// Every page a journey comes to is judged by axe against WCAG 2.2 AA; nothing may be wrong on any.
import axe from 'axe-core';
import type { Page } from 'playwright-core';

const asked: axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
};

/** What is wrong, a line for each place: rule, element, reason. */
export async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(document, ${JSON.stringify(asked)})`);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}: ${node.failureSummary}`));
}

/** axe is a script: a page walked without script is judged as its twin in a browser that may run one, same markup, styles and size. */
export async function violationsOnTwin(page: Page, twin: Page): Promise<string[]> {
  const [url, body] = [page.url(), await page.content()];
  await twin.route(url, (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
  await twin.goto(url);
  const wrong = await violationsOn(twin);
  await twin.unroute(url);
  return wrong;
}
