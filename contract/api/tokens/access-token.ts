import * as v from 'valibot';
import { instantSchema, text } from '../../team/envelope.ts';

/**
 * `phone`: in the addresses that one agent's phones call; it can report their calls, and nothing
 * else. The secret is shown once; the server keeps its hash.
 */
export const accessTokenSchema = v.strictObject({
  id: text(80),
  kind: v.literal('phone'),
  label: text(80),
  /** Whose phone it is: the member's id. */
  member: text(80),
  /** The member's id. */
  madeBy: text(80),
  madeAt: instantSchema,
  /** To the minute; null: never. */
  lastUsedAt: v.nullable(instantSchema),
  revokedAt: v.nullable(instantSchema),
});

export const newAccessTokenSchema = v.strictObject({
  kind: v.literal('phone'),
  member: text(80),
  label: v.pipe(text(80), v.trim(), v.minLength(1)),
});

export const madeAccessTokenSchema = v.strictObject({ id: text(80), secret: text(200) });

export type AccessToken = Readonly<v.InferOutput<typeof accessTokenSchema>>;
export type NewAccessToken = Readonly<v.InferOutput<typeof newAccessTokenSchema>>;
