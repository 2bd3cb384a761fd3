import type { Context, Hono } from 'hono';
import { may, type Permission } from '../../contract/api/members/role.ts';
import { VERSION_HEADER } from '../../contract/api/sync/version.ts';
import { inTenant } from '../database/tenant.ts';
import type { Ports } from '../ports.ts';
import { addressOf } from './address.ts';
import { authenticate } from './authenticate.ts';
import { checkVersion } from './check-version.ts';
import type { RateLimit } from './rate-limit.ts';
import { readBody } from './read-body.ts';
import { type Refused, refuse } from './refuse.ts';
import type { Actor, MemberCall, Outcome, PublicCall, Route } from './route.ts';

export interface RateLimits {
  /** By address. */
  readonly anonymous: RateLimit;
  readonly device: RateLimit;
}

/** Adds one route to the app: who is asking, may they, then the route itself. */
export function mount(app: Hono, ports: Ports, rateLimits: RateLimits, route: Route): void {
  app.on(route.method, route.path, async (context) => {
    const outcome = await answer(ports, rateLimits, route, context);
    if (outcome instanceof Response) return outcome;
    return outcome.ok ? context.json(outcome.answer) : context.json(outcome.refusal, outcome.status);
  });
}

async function answer(
  ports: Ports,
  rateLimits: RateLimits,
  route: Route,
  context: Context,
): Promise<Outcome<unknown>> {
  // A control character in a path is in no id that there is, and PostgreSQL takes none.
  if (/\p{C}/u.test(Object.values(context.req.param()).join(''))) return refuse('not-found');
  if (route.access === 'public') {
    // Reading costs nothing that could be guessed or filled up.
    if (route.method !== 'get') {
      const full = await isFull(rateLimits.anonymous, addressOf(context, ports), context);
      if (full !== null) return full;
    }
    const call = await publicCall(ports, route, context);
    return 'ok' in call ? call : await route.serve(call);
  }
  const actor = await authenticate(ports, context.req.header('authorization'));
  if (actor === null)
    return (await isFull(rateLimits.anonymous, addressOf(context, ports), context)) ?? refuse('signed-out');
  const refused =
    (await isFull(rateLimits.device, actor.device, context)) ??
    checkVersion(context.req.header(VERSION_HEADER), ports.versions);
  if (refused !== null) return refused;
  const team = await teamOfPath(ports, actor, context.req.param('team'));
  if (team === null) return refuse('not-found');
  const permission: Permission = route.access;
  if (!may(actor.role, permission)) return refuse('not-allowed');
  const call = await publicCall(ports, route, context);
  if ('ok' in call) return call;
  const tx: MemberCall<unknown, unknown>['tx'] = async (work) =>
    await inTenant(ports.db, { org: actor.org, team }, work);
  return await route.serve({ ...call, actor, team, tx });
}

async function isFull(limit: RateLimit, key: string, context: Context): Promise<Refused | null> {
  const seconds = await limit(key);
  if (seconds === null) return null;
  context.header('retry-after', String(seconds));
  return refuse('too-many');
}

async function publicCall(ports: Ports, route: Route, context: Context) {
  const body = route.method === 'get' ? { ok: true as const, value: {} } : await readBody(context);
  if (!body.ok) return body;
  const call: PublicCall<unknown, unknown> = {
    ports,
    context,
    query: context.req.query(),
    body: body.value,
    param: (name) => context.req.param(name) ?? '',
  };
  return call;
}

/** An admin acts in every team that there is, the others in their own. Null hides whether a team exists. */
async function teamOfPath(ports: Ports, actor: Actor, asked: string | undefined): Promise<string | null> {
  if (asked === undefined || asked === actor.team) return actor.team;
  if (!may(actor.role, 'manage-organisation')) return null;
  const { org } = actor;
  const found = await inTenant(ports.db, { org, team: '' }, async (tx) =>
    tx.selectFrom('teams').select('team').where('org', '=', org).where('team', '=', asked).executeTakeFirst(),
  );
  return found?.team ?? null;
}
