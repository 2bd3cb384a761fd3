import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * Behind a proxy of the operator: the last X-Forwarded-For entry, which the caller cannot choose.
 */
export function callerAddress(context: Context, { behindProxy }: { readonly behindProxy: boolean }): string {
  const forwarded = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  if (behindProxy && forwarded !== undefined) return forwarded;
  return getConnInfo(context).remote.address ?? '';
}

export function isThisMachine(address: string): boolean {
  return ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(address);
}
