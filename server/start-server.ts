import { createAdaptorServer } from '@hono/node-server';
import { collectDefaultMetrics } from 'prom-client';
import { OLDEST_SYNC_VERSION, SYNC_VERSION } from '../contract/api/sync/version.ts';
import { createServer } from './create-server.ts';
import { LIMITS } from './http/rate-limit.ts';
import { stopListening } from './http/stop-listening.ts';
import type { Config } from './operate/config.ts';
import { createLog } from './operate/log.ts';
import { createMetrics } from './operate/metrics.ts';
import type { OpenDatabases } from './operate/open-database.ts';
import { type PhoneEventsServer, servePhoneEvents } from './phone-events/serve-phone-events.ts';
import type { Ports } from './ports.ts';
import { serveDatabases } from './serve-database.ts';
import { fetchIssuer } from './sign-in/fetch-issuer.ts';
import { postMessage } from './webhooks/post-message.ts';

export interface RunningServer {
  readonly url: string;
  /** At which phones report; null where it is not open. */
  readonly phonePort: number | null;
  /** Finishes open requests. The caller closes the database. */
  readonly stop: () => Promise<void>;
}

const HEADERS_WITHIN_MS = 20_000;
const REQUEST_WITHIN_MS = 60_000;

/** Starts one server process on open databases. */
export async function startServer(config: Config, databases: OpenDatabases): Promise<RunningServer> {
  const log = createLog(config.logLevel);
  const failed = (err: unknown) => log.error({ err }, 'background work failed');
  const served = await serveDatabases(databases, postMessage(config.isWebhookAddress), failed);
  const metrics = createMetrics();
  collectDefaultMetrics({ register: metrics.registry });
  const { allowedOrigins, metricsToken, isProxy } = config;
  let phones: PhoneEventsServer | null = null;
  const ports: Ports = {
    phonePort: () => phones?.port ?? null,
    ...served.first,
    ...{ log, metrics, allowedOrigins, metricsToken, isProxy, limits: LIMITS, routing: served.routing },
    fetchIssuer: fetchIssuer(config.isIssuerAddress),
    now: () => Date.now(),
    versions: { oldest: OLDEST_SYNC_VERSION, newest: SYNC_VERSION },
  };
  const server = createAdaptorServer({
    fetch: createServer(ports).fetch,
    // Before a route is known; bodies have their own limit (LIMITS).
    serverOptions: { headersTimeout: HEADERS_WITHIN_MS, requestTimeout: REQUEST_WITHIN_MS },
  });
  const stop = stopListening(server);
  const port = await new Promise<number>((resolve, reject) => {
    server.on('error', reject);
    server.listen(config.port, config.host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : config.port);
    });
  });
  if (config.phoneEvents !== null) phones = await servePhoneEvents(ports, config.phoneEvents);
  return {
    phonePort: phones?.port ?? null,
    url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
    stop: async () => {
      const stopped = stop();
      await phones?.stop();
      await served.stop();
      await stopped;
    },
  };
}
