import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Of the caller. Behind a balancer of one's own: what that one wrote last, which the caller cannot choose. */
export function addressOf(context: Context, { behindProxy }: { readonly behindProxy: boolean }): string {
  const forwarded = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  if (behindProxy && forwarded !== undefined) return forwarded;
  return getConnInfo(context).remote.address ?? '';
}

export function isThisMachine(address: string): boolean {
  return ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(address);
}
