import * as v from 'valibot';
import type { Permission } from './members/role.ts';
import type { Refusal } from './sync/refusal.ts';

export type Schema = v.GenericSchema<unknown, unknown>;
export type Reason = Refusal['reason'];
export type Access = 'public' | Permission;

/** For a request without query or body, and for an answer without content. */
export const NOTHING = v.strictObject({});

/** One request that the server answers. Server, clients and OpenAPI document are made from it. */
export interface Endpoint<
  P extends string = string,
  A extends Access = Access,
  Q extends Schema = Schema,
  B extends Schema = Schema,
  O extends Schema = Schema,
  R extends Reason = Reason,
> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /**
   * `:name` is a parameter. With `:team` it is open to those who may act in that team, without to
   * those who may act in their own.
   */
  readonly path: P;
  /**
   * What the caller's role must be granted; `public`: no device token is needed. It also decides
   * the rate limit: a public request that changes something counts by address, others by device.
   */
  readonly permission: A;
  /** How often a device may call it, if that is less than other endpoints. */
  readonly perMinute?: number;
  /** One line for the OpenAPI document and docs/sync.md. */
  readonly summary: string;
  readonly query: Q;
  /** Not read for GET. */
  readonly body: B;
  readonly answer: O;
  /** An answer that unpacks to more bytes is not read to its end. */
  readonly mostAnswerBytes: number;
  /** What the handler itself may refuse with; `commonErrors` come before it is called. */
  readonly errors: readonly R[];
  /** Shown in the OpenAPI document where the schema leaves items to be parsed one by one. */
  readonly documented?: { readonly body?: Schema; readonly answer?: Schema };
}

type Optional = 'query' | 'body' | 'answer' | 'errors' | 'mostAnswerBytes';
type Definition = Omit<Endpoint, Optional> & Partial<Pick<Endpoint, Optional>>;

/** Several times the largest page that a server sends. */
const MOST_ANSWER_BYTES = 32 * 1024 * 1024;

/** What is left out is empty: no query, no body, an empty answer, no errors of its own. */
export function endpoint<
  const P extends `/${string}`,
  const A extends Access,
  Q extends Schema = typeof NOTHING,
  B extends Schema = typeof NOTHING,
  O extends Schema = typeof NOTHING,
  const R extends Reason = never,
>(definition: {
  readonly method: Endpoint['method'];
  readonly path: P;
  readonly permission: A;
  readonly perMinute?: number;
  readonly summary: string;
  readonly query?: Q;
  readonly body?: B;
  readonly answer?: O;
  readonly errors?: readonly R[];
  readonly mostAnswerBytes?: number;
  readonly documented?: { readonly body?: Schema; readonly answer?: Schema };
}): Endpoint<P, A, Q, B, O, R>;
export function endpoint(definition: Definition): Endpoint {
  const usual = { query: NOTHING, body: NOTHING, answer: NOTHING, errors: [] };
  return { ...usual, mostAnswerBytes: MOST_ANSWER_BYTES, ...definition };
}

/** Names of the parameters in a path. */
export type ParamName<P extends string> = P extends `${infer Head}/${infer Rest}`
  ? ParamName<Head> | ParamName<Rest>
  : P extends `:${infer Name}`
    ? Name
    : never;

/**
 * What a client gives to call an endpoint; the parts that the endpoint does not have are left out.
 */
export type EndpointInput<E extends Endpoint> = Part<
  'params',
  Readonly<Record<ParamName<E['path']>, string | number>>
> &
  Part<'query', v.InferInput<E['query']>> &
  Part<'body', v.InferInput<E['body']>>;

type Part<Name extends string, T> = [keyof T] extends [never]
  ? { readonly [N in Name]?: never }
  : { readonly [N in Name]: T };

/** Refusals that can meet a request before its handler is called. */
export function commonErrors({ permission }: Pick<Endpoint, 'permission'>): readonly Reason[] {
  const always = ['malformed', 'too-large', 'too-many', 'unavailable'] as const;
  return permission === 'public'
    ? always
    : [...always, 'signed-out', 'not-allowed', 'not-found', 'server-older', 'extension-older'];
}
