import * as v from 'valibot';
import { boundedText } from '../../calls/vocabulary/bounded-text.ts';
import { wholeNumber } from '../../calls/vocabulary/whole-number.ts';

/** What a rule says of a call, or of the phone. */
const ADAPTER_EVENTS = [
  'ringing',
  'dialling',
  /** The other side of an outbound call rings. */
  'remote-ringing',
  'answered',
  'held',
  'resumed',
  'held-by-remote',
  'resumed-by-remote',
  'muted',
  'unmuted',
  'transferred',
  'ended',
  /** Nobody answered it in time. */
  'missed',
  'answered-elsewhere',
  'rejected',
  /** Names the other side of a call that is up. */
  'party',
  'ready',
  'not-ready',
] as const;

/**
 * A place in a message: names of members and indexes, with dots between. A text of JSON on the way
 * is read as JSON. `getId()`: the answer of a getter method, where the message is an object of the
 * page; only methods that are named get… and is… without arguments.
 */
export const pathSchema = v.pipe(
  v.string(),
  v.maxLength(200),
  v.regex(
    /^(?!.*(?:^|\.)(?:__proto__|constructor|prototype)(?:\.|$))(?:(?:get|is)[\w$]*\(\)|[^.()]{1,80})(?:\.(?:(?:get|is)[\w$]*\(\)|[^.()]{1,80})){0,9}$/,
    'form path',
  ),
);

export const shortSchema = boundedText(200);
const scalarSchema = v.union([shortSchema, wholeNumber(-1_000_000_000, 1_000_000_000), v.boolean()]);
const scalarsSchema = v.pipe(v.array(scalarSchema), v.minLength(1), v.maxLength(40));
const oneOrMoreScalars = v.union([scalarSchema, scalarsSchema]);
const pathsSchema = v.union([pathSchema, v.pipe(v.array(pathSchema), v.minLength(1), v.maxLength(10))]);

/** All that are given must hold. */
const conditionSchema = v.strictObject({
  path: pathSchema,
  is: v.exactOptional(oneOrMoreScalars),
  not: v.exactOptional(oneOrMoreScalars),
  contains: v.exactOptional(v.pipe(shortSchema, v.minLength(1))),
  exists: v.exactOptional(v.boolean()),
});

export const adapterRuleSchema = v.strictObject({
  when: v.pipe(v.array(conditionSchema), v.minLength(1), v.maxLength(10)),
  event: v.picklist(ADAPTER_EVENTS),
  /** The product's own id of the call; without one, calls are told apart by their order. */
  call: v.exactOptional(pathsSchema),
  /** The first of several that has one; the other side's, so it may depend on the direction. */
  number: v.exactOptional(
    v.union([pathsSchema, v.strictObject({ inbound: pathsSchema, outbound: pathsSchema })]),
  ),
  name: v.exactOptional(
    v.union([pathsSchema, v.strictObject({ inbound: pathsSchema, outbound: pathsSchema })]),
  ),
  direction: v.exactOptional(
    v.union([
      v.picklist(['inbound', 'outbound']),
      v.strictObject({
        path: pathSchema,
        inbound: v.exactOptional(oneOrMoreScalars),
        outbound: v.exactOptional(oneOrMoreScalars),
      }),
    ]),
  ),
  /** The queue, skill group or called number: it chooses the hotline. */
  queue: v.exactOptional(pathsSchema),
  /** Which side hung up. */
  hungUpBy: v.exactOptional(
    v.union([
      v.picklist(['agent', 'remote-party']),
      v.strictObject({
        path: pathSchema,
        agent: v.exactOptional(oneOrMoreScalars),
        remote: v.exactOptional(oneOrMoreScalars),
      }),
    ]),
  ),
});

export type AdapterRule = v.InferOutput<typeof adapterRuleSchema>;
export type AdapterEventName = AdapterRule['event'];
