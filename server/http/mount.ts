import type { Context, Hono } from 'hono';
import { may } from '../../contract/api/members/role.ts';
import { parseJson } from '../../contract/api/parse-json.ts';
import { VERSION_HEADER } from '../../contract/api/sync/version.ts';
import { inTenant } from '../database/tenant.ts';
import type { Amounts } from '../limits/quotas.ts';
import type { ServerLimits } from '../limits/server-limits.ts';
import { type Ports, portsOf } from '../ports.ts';
import { authenticate } from './authenticate.ts';
import { callerAddress } from './caller-address.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';
import { type BodyReading, readBody } from './read-body.ts';
import { type Refused, refuse, sendRefusal, sendUnfinished, setRetryAfter } from './refuse.ts';
import type { Actor, Outcome, RawMemberCall, Route } from './serve.ts';

/**
 * Adds one route to the app. What costs little comes first: route, token, rates and permission; the
 * body is read last.
 */
export function mount(app: Hono, ports: Ports, limits: ServerLimits, route: Route): void {
  const { method, path, perMinute } = route.endpoint;
  const own = perMinute === undefined ? null : createRateLimit(perMinute);
  app.on(method, path, async (context) => {
    const outcome = await answer(ports, { ...limits, own }, route, context);
    if (outcome instanceof Response) return outcome;
    return outcome.ok ? context.json(outcome.answer) : sendRefusal(context, outcome);
  });
}

async function answer(
  ports: Ports,
  limits: ServerLimits & { readonly own: RateLimit | null },
  route: Route,
  context: Context,
): Promise<Outcome<unknown>> {
  // No id contains a control character, and PostgreSQL refuses some of them.
  if (/\p{C}/u.test(Object.values(context.req.param()).join(''))) return refuse('not-found');
  if (route.access === 'public') {
    const client = callerAddress(context, ports);
    // A public GET reveals nothing that could be guessed and writes nothing.
    if (route.endpoint.method !== 'GET') {
      const full = await isFull(limits.anonymous, client, context);
      if (full !== null) return full;
    }
    const mostBytes = Math.min(limits.limits.anonymousBodyBytes, limits.limits.bodyBytes);
    return await withBody(context, limits, { client, mostBytes }, route, async (body) => {
      return await route.serve({ ...plainCall(ports, context), body });
    });
  }
  const actor = await authenticate(ports, limits.falseTokens, context.req.header('authorization'));
  if (actor === null) {
    const full = await isFull(limits.anonymous, callerAddress(context, ports), context);
    return full ?? refuse('signed-out');
  }
  const own = portsOf(ports, actor.org) ?? ports;
  const refused =
    (await isFull(limits.device, actor.device, context)) ??
    (limits.own === null ? null : await isFull(limits.own, actor.device, context)) ??
    checkVersion(context.req.header(VERSION_HEADER), ports.versions);
  if (refused !== null) return refused;
  const team = await teamOfPath(own, actor, context.req.param('team'));
  if (team === null) return refuse('not-found');
  if (!may(actor.role, route.access)) return refuse('not-allowed');
  const spend = (amounts: Amounts) => spendOf(limits, context, { ...actor, team }, amounts);
  const tx: RawMemberCall['tx'] = async (work) => await inTenant(own.db, { org: actor.org, team }, work);
  const from = { client: actor.device, mostBytes: limits.limits.bodyBytes, spend };
  return await withBody(context, limits, from, route, async (body) => {
    const call = { ...plainCall(own, context), body, actor, team, tx, spend, pushes: limits.pushes };
    return await route.serve(call);
  });
}

async function isFull(limit: RateLimit, key: string, context: Context): Promise<Refused | null> {
  const seconds = await limit(key);
  if (seconds === null) return null;
  setRetryAfter(context, seconds * 1_000);
  return refuse('too-many');
}

function spendOf(
  { quotas }: ServerLimits,
  context: Context,
  spender: { readonly org: string; readonly team: string; readonly device: string },
  amounts: Amounts,
): Refused<'too-many'> | null {
  const exhausted = quotas.spend(spender, amounts);
  if (exhausted === null) return null;
  setRetryAfter(context, exhausted.waitMs);
  return refuse('too-many', exhausted.quota);
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

function plainCall(ports: Ports, context: Context) {
  return {
    ...{ ports, context, query: context.req.query() },
    param: (name: string) => context.req.param(name) ?? '',
  };
}

interface Sender {
  readonly client: string;
  readonly mostBytes: number;
  readonly spend?: (amounts: Amounts) => Refused | null;
}

/** Serves with the body as JSON; an empty object for no body at all, and for GET. */
async function withBody(
  context: Context,
  { bodies, limits }: ServerLimits,
  { client, mostBytes, spend = () => null }: Sender,
  { endpoint }: Route,
  work: (body: unknown) => Promise<Outcome<unknown>>,
): Promise<Outcome<unknown>> {
  if (endpoint.method === 'GET') return await work({});
  // Who has sent too much already is not read.
  const exhausted = spend({ bytes: 1 });
  if (exhausted !== null) return exhausted;
  const { bodyWithinMs: withinMs } = limits;
  const reading = await readBody(context.req.raw, bodies, { client, mostBytes, withinMs });
  if (!reading.ok) return refuseBody(context, reading.reason);
  try {
    const body = readJson(reading.text);
    if (body === NOT_JSON) return refuse('malformed', 'not JSON');
    return spend({ bytes: reading.bytes }) ?? (await work(body));
  } finally {
    reading.release();
  }
}

/** Others need a moment to finish. */
const BUDGET_RETRY_MS = 2_000;

function refuseBody(
  context: Context,
  reason: (BodyReading & { readonly ok: false })['reason'],
): Outcome<never> {
  switch (reason) {
    case 'too-large':
      return refuse('too-large');
    case 'unfinished':
      return sendUnfinished(context);
    case 'client':
      setRetryAfter(context, BUDGET_RETRY_MS);
      return refuse('too-many', 'bodies');
    case 'process':
      setRetryAfter(context, BUDGET_RETRY_MS);
      return refuse('unavailable', 'bodies');
  }
}

const NOT_JSON = Symbol('not JSON');

function readJson(text: string): unknown {
  if (text === '') return {};
  try {
    return parseJson(text);
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
