import { Hono } from 'hono';
import { isBadData } from './database/fault.ts';
import { guardRequests } from './http/guard-requests.ts';
import { mount } from './http/mount.ts';
import { createRateLimit } from './http/rate-limit.ts';
import { refuse } from './http/refuse.ts';
import { openApiRoute } from './operate/open-api-route.ts';
import { watchRequests } from './operate/watch-requests.ts';
import type { Ports } from './ports.ts';
import { ROUTES } from './routes.ts';

/** The whole server but for the socket and the database: `app.fetch` answers requests. */
export function createServer(ports: Ports): Hono {
  const app = new Hono();
  app.notFound((context) => context.json(refuse('not-found').refusal, 404));
  app.onError((error, context) => {
    ports.log.error({ err: error }, 'a request failed');
    const { refusal, status } = refuse(isBadData(error) ? 'malformed' : 'unavailable');
    return context.json(refusal, status);
  });
  app.use(watchRequests(ports));
  guardRequests(app, ports);
  const rateLimits = {
    anonymous: createRateLimit(ports.limits.anonymousPerMinute),
    device: createRateLimit(ports.limits.devicePerMinute),
  };
  for (const route of [...ROUTES, openApiRoute(ROUTES)]) mount(app, ports, rateLimits, route);
  return app;
}
