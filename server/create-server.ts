import { Hono } from 'hono';
import { isBadData } from './database/fault.ts';
import { fence } from './http/fence.ts';
import { createGate } from './http/limits.ts';
import { mount } from './http/mount.ts';
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
  fence(app, ports);
  const gates = {
    stranger: createGate(ports.limits.strangerPerMinute),
    device: createGate(ports.limits.devicePerMinute),
  };
  for (const route of [...ROUTES, openApiRoute(ROUTES)]) mount(app, ports, gates, route);
  return app;
}
