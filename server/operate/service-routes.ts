import { api } from '../../contract/api/api.ts';
import { serviceApi } from '../../contract/api/service-api.ts';
import { refuse } from '../http/refuse.ts';
import { type RoutesOf, servePublic } from '../http/serve.ts';
import { answerJoinPage } from '../join/join-page.ts';
import { hashSecret, isSecret } from '../sign-in/secrets.ts';
import { acceptsWrites } from './accepts-writes.ts';
import { openApi } from './open-api.ts';

const health = servePublic(serviceApi.health, async ({ ports }) => {
  // One cluster that is down must not take the others' organisations with it.
  const all = ports.routing?.all ?? [ports];
  const ready = await Promise.all(all.map(({ db }) => acceptsWrites(db)));
  return ready.includes(true) ? { ok: true, answer: {} } : refuse('unavailable');
});

const metrics = servePublic(serviceApi.metrics, async ({ ports, context }) => {
  const { metricsToken, metrics } = ports;
  // Without a token for nobody: behind a proxy on the same machine every caller is this machine.
  if (metricsToken === null || !isToken(context.req.header('authorization'), metricsToken)) {
    return refuse('not-found');
  }
  const text = await metrics.registry.metrics();
  return new Response(text, { headers: { 'content-type': metrics.registry.contentType } });
});

/** Compares in constant time. */
function isToken(header: string | undefined, token: string): boolean {
  return isSecret(header ?? '', hashSecret(`Bearer ${token}`));
}

const document = JSON.stringify(openApi(api));

const readOpenApi = servePublic(
  serviceApi.openApi,
  async () => new Response(document, { headers: { 'content-type': 'application/json' } }),
);

const join = servePublic(serviceApi.join, async () => answerJoinPage());

export const serviceRoutes: RoutesOf<typeof serviceApi> = { health, metrics, join, openApi: readOpenApi };
