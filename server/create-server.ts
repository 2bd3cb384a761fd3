import { Hono } from 'hono';
import { isBadData } from './database/fault.ts';
import { guardRequests } from './http/guard-requests.ts';
import { mount } from './http/mount.ts';
import { LIMITS } from './http/rate-limit.ts';
import { refuse, sendRefusal, sendWrongMethod } from './http/refuse.ts';
import { createServerLimits } from './limits/server-limits.ts';
import { watchRequests } from './operate/watch-requests.ts';
import type { Ports } from './ports.ts';
import { allowedMethods, ROUTES } from './routes.ts';

/** The server without socket and database: `app.fetch` answers requests. */
export function createServer(ports: Ports): Hono {
  const app = new Hono();
  app.notFound((context) => {
    const allowed = allowedMethods(context.req.path);
    return allowed.length > 0 ? sendWrongMethod(context, allowed) : sendRefusal(context, refuse('not-found'));
  });
  app.onError((error, context) => {
    ports.log.error({ err: error }, 'a request failed');
    return sendRefusal(context, refuse(isBadData(error) ? 'malformed' : 'unavailable'));
  });
  app.use(watchRequests(ports));
  guardRequests(app, ports);
  const serverLimits = createServerLimits({ ...LIMITS, ...ports.limits }, ports.now);
  for (const route of ROUTES) mount(app, ports, serverLimits, route);
  return app;
}
