import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Ports } from '../ports.ts';

/** Logs and measures each request under the pattern of its route. */
export function watchRequests({ log, metrics }: Ports): MiddlewareHandler {
  return async (context, next) => {
    const began = performance.now();
    await next();
    const ms = performance.now() - began;
    const { method } = context.req;
    const { status } = context.res;
    const route = routePath(context, -1);
    metrics.requests.observe({ method, route, status }, ms / 1_000);
    log.info({ method, route, status, ms: Math.round(ms) }, 'request');
  };
}
