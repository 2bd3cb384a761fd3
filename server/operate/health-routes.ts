import { sql } from 'kysely';
import * as v from 'valibot';
import { addressOf, isThisMachine } from '../http/address.ts';
import { refuse } from '../http/refuse.ts';
import { NOTHING, publicRoute, type Route } from '../http/route.ts';

const health = publicRoute({
  method: 'get',
  path: '/health',
  about: 'Whether this process reaches its database.',
  query: NOTHING,
  body: NOTHING,
  answer: NOTHING,
  handle: async ({ ports }) => {
    try {
      await sql`select 1`.execute(ports.db);
      return { ok: true, answer: {} };
    } catch {
      return refuse('unavailable');
    }
  },
});

const metrics = publicRoute({
  method: 'get',
  path: '/metrics',
  about: 'Prometheus text. With METRICS_TOKEN as bearer, or from this machine where none is set.',
  query: NOTHING,
  body: NOTHING,
  answer: v.string(),
  handle: async ({ ports, context }) => {
    const { metricsToken, metrics } = ports;
    const allowed =
      metricsToken === null
        ? isThisMachine(addressOf(context, ports))
        : context.req.header('authorization') === `Bearer ${metricsToken}`;
    if (!allowed) return refuse('not-found');
    const text = await metrics.registry.metrics();
    return new Response(text, { headers: { 'content-type': metrics.registry.contentType } });
  },
});

export const HEALTH_ROUTES: readonly Route[] = [health, metrics];
