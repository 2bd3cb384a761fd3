import type { Context } from 'hono';
import * as v from 'valibot';
import type { Endpoint, ParamName, Reason } from '../../contract/api/endpoint.ts';
import type { Permission, Role } from '../../contract/api/members/role.ts';
import type { Tx } from '../database/tenant.ts';
import type { FairQueue } from '../limits/fair-queue.ts';
import type { Amounts } from '../limits/quotas.ts';
import type { Ports } from '../ports.ts';
import { type Refused, refuse } from './refuse.ts';

/** The member who calls, through one device. */
export interface Actor {
  readonly org: string;
  readonly team: string;
  readonly member: string;
  /** 工号 */
  readonly number: string;
  readonly role: Role;
  readonly device: string;
}

/** A Response is sent as it is: streams, text, 304. */
export type Outcome<A, R extends Reason = Reason> =
  | { readonly ok: true; readonly answer: A }
  | Refused<R>
  | Response;

/** A request with query and body not yet parsed. */
export interface RawCall {
  readonly ports: Ports;
  readonly query: unknown;
  readonly body: unknown;
  /** A parameter of the path; empty if the path has none of that name. */
  readonly param: (name: string) => string;
  readonly context: Context;
}

/** What is known of a call to a member endpoint besides its input. */
interface Membership {
  readonly actor: Actor;
  /** The team in the path, where the actor may act; without one, the actor's own. */
  readonly team: string;
  /** Runs one transaction within that team. */
  readonly tx: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Counts against the quotas of device and team; refuses, with Retry-After, what is over. */
  readonly spend: (amounts: Amounts) => Refused<'too-many'> | null;
  readonly pushes: FairQueue;
}

interface Parsed<E extends Endpoint> {
  readonly query: v.InferOutput<E['query']>;
  readonly body: v.InferOutput<E['body']>;
}

export interface PublicCall<E extends Endpoint> extends Parsed<E> {
  readonly ports: Ports;
  readonly param: (name: ParamName<E['path']>) => string;
  readonly context: Context;
}

export type MemberCall<E extends Endpoint> = PublicCall<E> & Membership;
export type RawMemberCall = RawCall & Membership;

/** Every endpoint may refuse so (`commonErrors`): over a quota, or busy. */
type Overload = 'too-many' | 'unavailable';

type AnswerOf<E extends Endpoint> = Promise<
  Outcome<v.InferOutput<E['answer']>, E['errors'][number] | Overload>
>;

/** An endpoint with its handler, ready to be mounted. */
export type Route<E extends Endpoint = Endpoint> = { readonly endpoint: E } & (
  | { readonly access: 'public'; readonly serve: (call: RawCall) => Promise<Outcome<unknown>> }
  | { readonly access: Permission; readonly serve: (call: RawMemberCall) => Promise<Outcome<unknown>> }
);

/** One route for each endpoint of a resource: a missing one does not compile. */
export type RoutesOf<Resource> = {
  readonly [Name in keyof Resource]: Resource[Name] extends Endpoint ? Route<Resource[Name]> : never;
};

/** Serves an endpoint that members call with the token of their device. */
export function serve<E extends Endpoint<string, Permission>>(
  endpoint: E,
  handle: (call: MemberCall<E>) => AnswerOf<E>,
): Route<E> {
  const parseAndHandle = async (call: RawMemberCall) => {
    const input = parseInput(endpoint, call);
    return input.ok ? await handle({ ...call, ...input.value }) : input;
  };
  return { endpoint, access: endpoint.permission, serve: parseAndHandle };
}

/** Serves an endpoint that needs no token. */
export function servePublic<E extends Endpoint<string, 'public'>>(
  endpoint: E,
  handle: (call: PublicCall<E>) => AnswerOf<E>,
): Route<E> {
  const parseAndHandle = async (call: RawCall) => {
    const input = parseInput(endpoint, call);
    return input.ok ? await handle({ ...call, ...input.value }) : input;
  };
  return { endpoint, access: 'public', serve: parseAndHandle };
}

function parseInput<E extends Endpoint>(
  endpoint: E,
  call: RawCall,
): { readonly ok: true; readonly value: Parsed<E> } | Refused<'malformed'> {
  const query = v.safeParse<E['query']>(endpoint.query, call.query);
  if (!query.success) return refuse('malformed', `query.${v.getDotPath(query.issues[0]) ?? ''}`);
  const body = v.safeParse<E['body']>(endpoint.body, call.body);
  if (!body.success) return refuse('malformed', v.getDotPath(body.issues[0]) ?? 'body');
  return { ok: true, value: { query: query.output, body: body.output } };
}
