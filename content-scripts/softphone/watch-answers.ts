import type { Lookalikes } from './native-lookalikes.ts';

/** Longer than any event: a table, a file. */
const LONGEST = 65_536;

/**
 * Copies the text of answers to fetch and XMLHttpRequest, once the function that it gives is
 * called. The page gets its own answer untouched.
 */
export function watchAnswers(
  lookalikes: Lookalikes,
  onAnswer: (address: string, text: string) => void,
): () => void {
  const { apply } = Reflect;
  const { then } = Promise.prototype;
  const { clone, text } = Response.prototype;
  const headersOf = getterOf(Response.prototype, 'headers');
  const urlOf = getterOf(Response.prototype, 'url');
  const { get } = Headers.prototype;
  const { addEventListener } = EventTarget.prototype;
  const { prototype } = XMLHttpRequest;
  const typeOf = getterOf(prototype, 'responseType');
  const textOf = getterOf(prototype, 'responseText');
  const jsonOf = getterOf(prototype, 'response');
  const addressOf = getterOf(prototype, 'responseURL');
  const { stringify } = JSON;
  const { indexOf } = String.prototype;
  const ignore = () => {};

  const pass = (address: unknown, body: unknown) => {
    if (typeof address !== 'string' || typeof body !== 'string' || body.length > LONGEST) return;
    onAnswer(address, body);
  };

  function onResponse(response: unknown): void {
    try {
      const headers = apply(headersOf, response, []);
      const type: unknown = apply(get, headers, ['content-type']);
      const length = Number(apply(get, headers, ['content-length']) ?? 0);
      // An answer without an end, such as text/event-stream, is not copied.
      if (typeof type !== 'string' || apply(indexOf, type, ['json']) === -1 || length > LONGEST) return;
      const address = apply(urlOf, response, []);
      apply(then, apply(text, apply(clone, response, []), []), [
        (body: unknown) => pass(address, body),
        ignore,
      ]);
    } catch {
      // The page is never disturbed.
    }
  }

  function onLoad(this: object): void {
    try {
      const kind = apply(typeOf, this, []);
      if (kind === '' || kind === 'text') pass(apply(addressOf, this, []), apply(textOf, this, []));
      else if (kind === 'json') pass(apply(addressOf, this, []), stringify(apply(jsonOf, this, [])));
    } catch {
      // As above.
    }
  }

  return () => {
    lookalikes.observe(window, 'fetch', (_self, _args, result) => {
      if (result instanceof Promise) apply(then, result, [onResponse, ignore]);
    });
    lookalikes.observe(prototype, 'send', (request) => {
      apply(addEventListener, request, ['load', onLoad, { __proto__: null, once: true }]);
    });
  };
}

function getterOf(prototype: object, name: string): (this: unknown) => unknown {
  const getter = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (getter === undefined) throw new TypeError(`no getter of ${name}`);
  return getter;
}
