import * as v from 'valibot';

const ms = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(600_000));
const audio = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
const gainDb = v.optional(v.pipe(v.number(), v.minValue(-60), v.maxValue(12)), 0);

/** A header name that is a token, and a value on one line. */
const headers = v.record(
  v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]+$/)),
  v.pipe(v.string(), v.maxLength(500), v.regex(/^[^\r\n]*$/)),
);

export const scenarioStepSchema = v.variant('do', [
  /** Says `practice/audio/<audio>.ulaw` once. */
  v.strictObject({ do: v.literal('speak'), audio, gainDb }),
  v.strictObject({ do: v.literal('stay-silent'), ms }),
  /** Plays a sound over and over. */
  v.strictObject({ do: v.literal('play-noise'), audio, gainDb, ms }),
  /** Waits until the agent's voice is heard, at most so long. */
  v.strictObject({ do: v.literal('listen'), atMostMs: ms }),
  v.strictObject({ do: v.literal('hang-up') }),
  /** Never hangs up; the agent has to. */
  v.strictObject({ do: v.literal('stay-on') }),
]);

const whileRingingSchema = v.variant('do', [
  v.strictObject({ do: v.literal('wait'), atMostMs: ms }),
  v.strictObject({ do: v.literal('give-up'), afterMs: ms }),
  /** Another phone takes the call after so long. */
  v.strictObject({ do: v.literal('answered-elsewhere'), afterMs: ms }),
]);

export const scenarioSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  /** For the person who plays it by hand. */
  title: v.string(),
  caller: v.strictObject({
    number: v.pipe(v.string(), v.regex(/^(\+?[0-9]{3,15}|anonymous)$/)),
    /** Any text at all: what a hostile caller would send. */
    displayName: v.nullable(v.pipe(v.string(), v.maxLength(200))),
  }),
  /** How long after the call before it in a schedule. */
  startsAfterMs: v.optional(ms, 0),
  headers: v.optional(headers, {}),
  offer: v.optional(v.picklist(['full', 'no-candidates', 'late']), 'full'),
  whileRinging: v.optional(whileRingingSchema, { do: 'wait', atMostMs: 120_000 }),
  onAnswer: v.array(scenarioStepSchema),
});

/**
 * One caller as data: who, when, what is heard, what is done. Times count from the first 180 or
 * from the answer.
 */
export type Scenario = v.InferOutput<typeof scenarioSchema>;
export type ScenarioInput = v.InferInput<typeof scenarioSchema>;
export type ScenarioStep = v.InferOutput<typeof scenarioStepSchema>;

/** Throws with the path of the fault: scenarios are ours, so a bad one is a bug. */
export function scenario(input: ScenarioInput): Scenario {
  return v.parse(scenarioSchema, input);
}
