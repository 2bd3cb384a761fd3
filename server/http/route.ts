import type { Context } from 'hono';
import * as v from 'valibot';
import type { Permission, Role } from '../../contract/api/members/role.ts';
import type { Tx } from '../database/tenant.ts';
import type { Ports } from '../ports.ts';
import { type Refused, refuse } from './refuse.ts';

export type Schema = v.GenericSchema<unknown, unknown>;

/** Who is asking: a member, through one device. */
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
export type Outcome<A> = { readonly ok: true; readonly answer: A } | Refused | Response;

export interface PublicCall<Q, B> {
  readonly ports: Ports;
  readonly query: Q;
  readonly body: B;
  readonly param: (name: string) => string;
  readonly context: Context;
}

export interface MemberCall<Q, B> extends PublicCall<Q, B> {
  readonly actor: Actor;
  /** That of the path, in which the actor may act; where the path has none, the actor's own. */
  readonly team: string;
  /** One transaction within that team. */
  readonly tx: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
}

interface Spec<Q extends Schema, B extends Schema, A extends Schema> {
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  /** Hono's spelling. A route under /v1/teams/:team is open to those who may act in that team. */
  readonly path: `/${string}`;
  /** One line for the OpenAPI document. */
  readonly about: string;
  readonly query: Q;
  /** Not read for get. */
  readonly body: B;
  readonly answer: A;
  /** What the OpenAPI document shows instead, where the schema leaves items to be parsed one by one. */
  readonly shown?: { readonly body?: Schema; readonly answer?: Schema };
}

/** A route without its types: what is mounted, documented and tested. */
export type Route = Spec<Schema, Schema, Schema> &
  (
    | {
        readonly access: 'public';
        readonly serve: (call: PublicCall<unknown, unknown>) => Promise<Outcome<unknown>>;
      }
    | {
        readonly access: Permission;
        readonly serve: (call: MemberCall<unknown, unknown>) => Promise<Outcome<unknown>>;
      }
  );

/** For a route without query, body or answer. */
export const NOTHING = v.strictObject({});

export function publicRoute<Q extends Schema, B extends Schema, A extends Schema>(
  spec: Spec<Q, B, A> & {
    readonly handle: (
      call: PublicCall<v.InferOutput<Q>, v.InferOutput<B>>,
    ) => Promise<Outcome<v.InferOutput<A>>>;
  },
): Route {
  const serve = async (call: PublicCall<unknown, unknown>) => {
    const input = read(spec, call);
    return input.ok ? await spec.handle({ ...call, ...input.value }) : input;
  };
  return { ...spec, access: 'public', serve };
}

export function memberRoute<Q extends Schema, B extends Schema, A extends Schema>(
  spec: Spec<Q, B, A> & {
    readonly may: Permission;
    readonly handle: (
      call: MemberCall<v.InferOutput<Q>, v.InferOutput<B>>,
    ) => Promise<Outcome<v.InferOutput<A>>>;
  },
): Route {
  const serve = async (call: MemberCall<unknown, unknown>) => {
    const input = read(spec, call);
    return input.ok ? await spec.handle({ ...call, ...input.value }) : input;
  };
  return { ...spec, access: spec.may, serve };
}

function read<Q extends Schema, B extends Schema>(
  spec: { readonly query: Q; readonly body: B },
  call: PublicCall<unknown, unknown>,
): { readonly ok: true; readonly value: { query: v.InferOutput<Q>; body: v.InferOutput<B> } } | Refused {
  const query = v.safeParse(spec.query, call.query);
  if (!query.success) return refuse('malformed', `query.${v.getDotPath(query.issues[0]) ?? ''}`);
  const body = v.safeParse(spec.body, call.body);
  if (!body.success) return refuse('malformed', v.getDotPath(body.issues[0]) ?? 'body');
  return { ok: true, value: { query: query.output, body: body.output } };
}
