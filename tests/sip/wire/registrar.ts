import { headerValue } from './frame.ts';
import type { ArrivedRequest, Handler } from './raw-server.ts';
import { newTag } from './write-request.ts';

/** Accepts every REGISTER; `more` gets the value of its Contact. */
export function accepts(
  headers: (contact: string, request: ArrivedRequest) => readonly string[] = bindings,
): Handler {
  return (request) =>
    request.reply(200, {
      toTag: newTag(),
      headers: headers(headerValue(request, 'contact') ?? '*', request),
    });
}

/** The binding of the phone as a registrar lists it (RFC 3261 §10.3, step 8). */
function bindings(contact: string): readonly string[] {
  return [`Contact: ${withoutExpires(contact)};expires=${/;expires=(\d+)/.exec(contact)?.[1] ?? 120}`];
}

export function withoutExpires(contact: string): string {
  return contact.replace(/;\s*expires=[^;,]*/i, '');
}

/** Answers every REGISTER with a status. */
export function refuses(status: number, ...headers: readonly string[]): Handler {
  return (request) => request.reply(status, { toTag: newTag(), headers });
}

/** The first handler for the first request, and so on; the last one for all that follow. */
export function inTurn(...handlers: readonly [Handler, ...Handler[]]): Handler {
  let turn = 0;
  return (request) => {
    const handler = handlers[Math.min(turn, handlers.length - 1)];
    turn += 1;
    handler?.(request);
  };
}

/**
 * 401 with these challenges until a REGISTER has credentials; `judge` may throw on wrong ones.
 */
export function challenges(
  headers: readonly string[],
  judge: (authorization: string, request: ArrivedRequest) => boolean = () => true,
): Handler {
  const accept = accepts();
  return (request) => {
    const authorization = headerValue(request, 'authorization');
    if (authorization !== undefined && judge(authorization, request)) accept(request);
    else request.reply(401, { toTag: newTag(), headers });
  };
}
