import * as v from 'valibot';
import { countSchema } from '../../../calls/vocabulary/whole-number.ts';
import { DEFAULT_TIME_ZONE, timeZoneSchema } from '../../pack/time-zone.ts';
import { instantSchema, text } from '../../team/envelope.ts';

/** What a webhook may be called for. */
export const webhookEventSchema = v.picklist([
  'call.ended',
  'note.finalized',
  'order.opened',
  'order.moved',
  'deadline.near',
  'deadline.missed',
  'help.asked',
  'pack.published',
]);

/**
 * `json`: a program of the team, with a signature. The others: robots of chat groups, which get a
 * sentence.
 */
export const webhookKindSchema = v.picklist(['json', 'wecom', 'dingtalk', 'feishu']);

const urlSchema = v.pipe(
  text(1_000),
  v.check((url) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol), 'url'),
);

export const newWebhookSchema = v.strictObject({
  kind: webhookKindSchema,
  url: urlSchema,
  /** Of a robot that checks signatures: its own secret. A program gets one from the server. */
  robotSecret: v.optional(v.nullable(v.pipe(text(200), v.minLength(1))), null),
  events: v.pipe(v.array(webhookEventSchema), v.minLength(1), v.maxLength(20)),
  /** Of the sentences for a robot, and of the times in them. */
  language: v.optional(v.picklist(['zh-CN', 'zh-TW', 'en']), 'zh-CN'),
  timeZone: v.optional(timeZoneSchema, DEFAULT_TIME_ZONE),
});

/** The address of a robot contains its secret: only the host is shown. */
export const webhookSchema = v.strictObject({
  id: text(80),
  kind: webhookKindSchema,
  host: text(300),
  events: v.array(webhookEventSchema),
  madeBy: text(80),
  madeAt: instantSchema,
});

/** `secret`: of the signature, in this answer alone; null for a robot. */
export const madeWebhookSchema = v.strictObject({ id: text(80), secret: v.nullable(text(200)) });

/** One event for one webhook, and what became of it. */
export const deliverySchema = v.strictObject({
  event: text(80),
  webhook: text(80),
  type: webhookEventSchema,
  madeAt: instantSchema,
  state: v.picklist(['waiting', 'delivered', 'failed']),
  attempts: countSchema,
  /** Of the next attempt. */
  nextAt: v.nullable(instantSchema),
  /** Status of the last answer; null for none. */
  status: v.nullable(countSchema),
  /** Why the last attempt did not succeed. */
  problem: v.nullable(
    v.picklist(['unreachable', 'not-allowed', 'status', 'refused-by-robot', 'too-many-redirects']),
  ),
});

/** Newest first. `before`: `next` of the page before. */
export const deliveryQuerySchema = v.strictObject({
  before: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}\.[\w-]{1,80}\.[\w-]{1,80}$/))),
});

export const deliveriesSchema = v.strictObject({
  deliveries: v.array(deliverySchema),
  /** Null: there are no older ones. */
  next: v.nullable(text(200)),
});

/** What a program receives: ids and times, no customer's data. */
export const webhookBodySchema = v.strictObject({
  /** The same for every attempt: receivers drop repeats by it. */
  id: text(80),
  type: webhookEventSchema,
  at: instantSchema,
  organisation: text(80),
  team: text(80),
  /** Ids (`order`, `note`, `call`, `agent`, …) and times in ms, by what they are. */
  data: v.record(text(40), v.union([text(1_000), instantSchema, countSchema])),
});

export type WebhookEvent = v.InferOutput<typeof webhookEventSchema>;
export type WebhookKind = v.InferOutput<typeof webhookKindSchema>;
export type NewWebhook = Readonly<v.InferOutput<typeof newWebhookSchema>>;
export type Webhook = Readonly<v.InferOutput<typeof webhookSchema>>;
export type Delivery = Readonly<v.InferOutput<typeof deliverySchema>>;
export type WebhookBody = Readonly<v.InferOutput<typeof webhookBodySchema>>;
