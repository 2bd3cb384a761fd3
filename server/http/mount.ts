import type { Context, Hono } from 'hono';
import { may } from '../../contract/api/members/role.ts';
import { VERSION_HEADER } from '../../contract/api/sync/version.ts';
import { inTenant } from '../database/tenant.ts';
import { type Ports, portsOf } from '../ports.ts';
import { authenticate } from './authenticate.ts';
import { callerAddress } from './caller-address.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';
import { type Refused, refuse, sendRefusal } from './refuse.ts';
import type { Actor, Outcome, RawCall, RawMemberCall, Route } from './serve.ts';

export interface RateLimits {
  /** By address. */
  readonly anonymous: RateLimit;
  readonly device: RateLimit;
}

/** Adds one route to the app: authentication, limits and permission, then its handler. */
export function mount(app: Hono, ports: Ports, rateLimits: RateLimits, route: Route): void {
  const { method, path, perMinute } = route.endpoint;
  const own = perMinute === undefined ? null : createRateLimit(perMinute);
  app.on(method, path, async (context) => {
    const outcome = await answer(ports, { ...rateLimits, own }, route, context);
    if (outcome instanceof Response) return outcome;
    return outcome.ok ? context.json(outcome.answer) : sendRefusal(context, outcome);
  });
}

async function answer(
  ports: Ports,
  rateLimits: RateLimits & { readonly own: RateLimit | null },
  route: Route,
  context: Context,
): Promise<Outcome<unknown>> {
  // No id contains a control character, and PostgreSQL refuses some of them.
  if (/\p{C}/u.test(Object.values(context.req.param()).join(''))) return refuse('not-found');
  if (route.access === 'public') {
    // A public GET reveals nothing that could be guessed and writes nothing.
    if (route.endpoint.method !== 'GET') {
      const full = await isFull(rateLimits.anonymous, callerAddress(context, ports), context);
      if (full !== null) return full;
    }
    const call = await readCall(ports, route, context);
    return 'ok' in call ? call : await route.serve(call);
  }
  const actor = await authenticate(ports, context.req.header('authorization'));
  if (actor === null) {
    const full = await isFull(rateLimits.anonymous, callerAddress(context, ports), context);
    return full ?? refuse('signed-out');
  }
  const own = portsOf(ports, actor.org) ?? ports;
  const refused =
    (await isFull(rateLimits.device, actor.device, context)) ??
    (rateLimits.own === null ? null : await isFull(rateLimits.own, actor.device, context)) ??
    checkVersion(context.req.header(VERSION_HEADER), ports.versions);
  if (refused !== null) return refused;
  const team = await teamOfPath(own, actor, context.req.param('team'));
  if (team === null) return refuse('not-found');
  if (!may(actor.role, route.access)) return refuse('not-allowed');
  const call = await readCall(own, route, context);
  if ('ok' in call) return call;
  const tx: RawMemberCall['tx'] = async (work) => await inTenant(own.db, { org: actor.org, team }, work);
  return await route.serve({ ...call, actor, team, tx });
}

async function isFull(limit: RateLimit, key: string, context: Context): Promise<Refused | null> {
  const seconds = await limit(key);
  if (seconds === null) return null;
  context.header('retry-after', String(seconds));
  return refuse('too-many');
}

/**
 * An extension newer than the server has to wait, one that is too old has to update. Null:
 * accepted.
 */
function checkVersion(header: string | undefined, { oldest, newest }: Ports['versions']): Refused | null {
  if (header === undefined || !/^\d{1,6}$/.test(header)) return refuse('malformed', VERSION_HEADER);
  const version = Number(header);
  if (version > newest) return refuse('server-older');
  return version < oldest ? refuse('extension-older') : null;
}

async function readCall(ports: Ports, route: Route, context: Context): Promise<RawCall | Refused> {
  const body = route.endpoint.method === 'GET' ? {} : await readBody(context);
  if (body === NOT_JSON) return refuse('malformed', 'not JSON');
  return { ports, context, query: context.req.query(), body, param: (name) => context.req.param(name) ?? '' };
}

const NOT_JSON = Symbol('not JSON');

/** JSON, or an empty object for no body at all. */
async function readBody(context: Context): Promise<unknown> {
  const text = await context.req.text();
  if (text === '') return {};
  try {
    const body: unknown = JSON.parse(text);
    return body;
  } catch {
    return NOT_JSON;
  }
}

/**
 * An admin acts in every team of the organisation, the others in their own. Null for another team,
 * whether it exists or not.
 */
async function teamOfPath(ports: Ports, actor: Actor, asked: string | undefined): Promise<string | null> {
  if (asked === undefined || asked === actor.team) return actor.team;
  if (!may(actor.role, 'manage-organisation')) return null;
  const { org } = actor;
  const found = await inTenant(ports.db, { org, team: '' }, async (tx) =>
    tx.selectFrom('teams').select('team').where('org', '=', org).where('team', '=', asked).executeTakeFirst(),
  );
  return found?.team ?? null;
}
