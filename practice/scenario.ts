import * as v from 'valibot';
import { boundedText } from '../calls/vocabulary/bounded-text.ts';
import { wholeNumber } from '../calls/vocabulary/whole-number.ts';

const ms = wholeNumber(0, 600_000);
const audio = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
const gainDb = v.optional(v.pipe(v.number(), v.minValue(-60), v.maxValue(12)), 0);

/** The name must be a token, the value one line. */
const headers = v.record(
  v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]+$/)),
  v.pipe(v.string(), v.maxLength(500), v.regex(/^[^\r\n]*$/)),
);

export const scenarioStepSchema = v.variant('do', [
  /** Plays `practice/audio/<audio>.ulaw` once. */
  v.strictObject({ do: v.literal('speak'), audio, gainDb }),
  v.strictObject({ do: v.literal('stay-silent'), ms }),
  /** Plays a sound in a loop. */
  v.strictObject({ do: v.literal('play-noise'), audio, gainDb, ms }),
  /** Waits until the agent speaks, at most this long. */
  v.strictObject({ do: v.literal('listen'), atMostMs: ms }),
  v.strictObject({ do: v.literal('hang-up') }),
  /** Never hangs up; the agent has to. */
  v.strictObject({ do: v.literal('stay-on') }),
]);

const whileRingingSchema = v.variant('do', [
  v.strictObject({ do: v.literal('wait'), atMostMs: ms }),
  v.strictObject({ do: v.literal('give-up'), afterMs: ms }),
  /** Another phone answers after this time. */
  v.strictObject({ do: v.literal('answered-elsewhere'), afterMs: ms }),
]);

export const scenarioSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  /** For the person at the keyboard. */
  title: boundedText(200),
  caller: v.strictObject({
    number: v.pipe(v.string(), v.regex(/^(\+?[0-9]{3,15}|anonymous)$/)),
    /** Any text: what a hostile caller might send. */
    displayName: v.nullable(v.pipe(v.string(), v.maxLength(200))),
  }),
  /** Time after the end of the previous call in a schedule. */
  startsAfterMs: v.optional(ms, 0),
  headers: v.optional(headers, {}),
  offer: v.optional(v.picklist(['full', 'no-candidates', 'late']), 'full'),
  whileRinging: v.optional(whileRingingSchema, { do: 'wait', atMostMs: 120_000 }),
  onAnswer: v.array(scenarioStepSchema),
});

/**
 * A caller as data: who, when, what they say and do. Times count from the first 180 or from the
 * answer.
 */
export type Scenario = v.InferOutput<typeof scenarioSchema>;
export type ScenarioInput = v.InferInput<typeof scenarioSchema>;
export type ScenarioStep = v.InferOutput<typeof scenarioStepSchema>;

/** Throws with the place of the error: a bad scenario is a bug. */
export function scenario(input: ScenarioInput): Scenario {
  return v.parse(scenarioSchema, input);
}
