import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { type IsProxy, plainAddress } from './trusted-proxies.ts';

/**
 * Who calls. X-Forwarded-For is only read where a named proxy of the operator sent it: then the
 * last entry that is not such a proxy is the caller, and what the caller wrote before it is not
 * read.
 */
export function callerAddress(context: Context, { isProxy }: { readonly isProxy: IsProxy }): string {
  let caller = getConnInfo(context).remote.address ?? '';
  const forwarded = context.req.header('x-forwarded-for')?.split(',') ?? [];
  for (const entry of forwarded.reverse()) {
    const before = plainAddress(entry);
    if (!isProxy(caller) || before === '') break;
    caller = before;
  }
  return plainAddress(caller);
}
