import type { Browser } from 'puppeteer-core';
import * as v from 'valibot';

const treeSchema = v.object({
  result: v.object({ contexts: v.tupleWithRest([v.object({ context: v.string() })], v.unknown()) }),
});
const valueSchema = v.object({ result: v.object({ result: v.object({ value: v.optional(v.unknown()) }) }) });

/** Evaluates in Firefox's own window (`moz:scope` chrome); needs `--remote-allow-system-access`. */
export async function firefoxWindow(browser: Browser): Promise<(expression: string) => Promise<unknown>> {
  const connection = connectionOf(browser);
  const tree = v.parse(
    treeSchema,
    await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' }),
  );
  const [{ context }] = tree.result.contexts;
  return async (expression) => {
    const parameters = { expression, target: { context }, awaitPromise: true };
    const evaluated = await connection.send('script.evaluate', parameters);
    return v.parse(valueSchema, evaluated).result.result.value;
  };
}

interface Connection {
  send(method: string, parameters: object): Promise<unknown>;
}

/** The driver does not expose it, and there is no other access to the browser's window. */
function connectionOf(browser: Browser): Connection {
  if ('connection' in browser && isConnection(browser.connection)) return browser.connection;
  throw new Error('This driver does not speak WebDriver BiDi.');
}

function isConnection(candidate: unknown): candidate is Connection {
  return typeof candidate === 'object' && candidate !== null && 'send' in candidate;
}
