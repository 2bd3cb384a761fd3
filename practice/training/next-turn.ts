import type { Instant } from '../../calls/call-event.ts';
import type { TrainingCaller } from './training-caller.ts';

/** What the caller notices of the call, from its journal. */
export interface CallerSees {
  readonly state: 'ringing' | 'talking' | 'waiting' | 'over';
  readonly startedAt: Instant;
  readonly answeredAt: Instant | null;
  readonly greetedAt: Instant | null;
  /** The agent asked for the name. */
  readonly nameAskedAt: Instant | null;
  /** A question of the script that only the caller can answer. */
  readonly question: { readonly situation: string; readonly step: string; readonly since: Instant } | null;
  readonly goodbyeAt: Instant | null;
  readonly heldSince: Instant | null;
  /** What the agent last said or did. */
  readonly agentActedAt: Instant;
  /** The caller's own last turn. */
  readonly spokeAt: Instant | null;
  /** Turns that were had, by key. */
  readonly had: ReadonlySet<string>;
}

export type CallerTurn =
  | {
      readonly do: 'say';
      readonly key: string;
      readonly at: Instant;
      readonly ms: number;
      readonly says: CallerSays;
    }
  /** A short response, such as 嗯: the line is not dead. It has no caption. */
  | { readonly do: 'respond'; readonly key: string; readonly at: Instant; readonly ms: number }
  | { readonly do: 'hang-up'; readonly at: Instant };

/** What a caption shows; the panel has the words. */
export type CallerSays =
  | { readonly what: 'opening' }
  | { readonly what: 'more'; readonly number: number }
  | { readonly what: 'name' }
  | {
      readonly what: 'answer';
      readonly situation: string;
      readonly step: string;
      readonly option: string | null;
    }
  | { readonly what: 'impatience' | 'thanks' };

/** A caller hangs up while it rings, on hold, and where nobody speaks. */
const RINGS_FOR_MS = 40_000;
const WAITS_FOR_MS = 150_000;
const SILENT_FOR_MS = 120_000;
/** After this long without a word from the agent. */
const GREETING_MS = 8_000;
const BORED_MS = 40_000;
/** Sooner than any silence is noticed. */
const RESPONSE_AFTER_MS = 4_000;
/** Before a reply. */
const PAUSE_MS = 1_000;

/** The caller's next turn, if the agent does nothing before it. Null: the call is over. */
export function nextTurn(caller: TrainingCaller, sees: CallerSees): CallerTurn | null {
  const { state, answeredAt, heldSince, goodbyeAt } = sees;
  if (state === 'over') return null;
  if (state === 'ringing' || answeredAt === null) return { do: 'hang-up', at: sees.startedAt + RINGS_FOR_MS };
  if (state === 'waiting') return { do: 'hang-up', at: (heldSince ?? answeredAt) + WAITS_FOR_MS };
  if (caller.line === 'silent') return { do: 'hang-up', at: answeredAt + SILENT_FOR_MS };
  if (goodbyeAt !== null && caller.hangsUp) return farewell(sees, goodbyeAt);
  const next = reply(caller, sees, answeredAt) ?? boredom(caller, sees, answeredAt);
  const between = response(sees);
  return between !== null && between.at < next.at ? between : next;
}

function farewell({ had, spokeAt }: CallerSees, goodbyeAt: Instant): CallerTurn {
  const at = Math.max(goodbyeAt, spokeAt ?? 0) + PAUSE_MS;
  return had.has('thanks') ? { do: 'hang-up', at } : say('thanks', { what: 'thanks' }, at, 1_500);
}

function reply(caller: TrainingCaller, sees: CallerSees, answeredAt: Instant): CallerTurn | null {
  const { had, greetedAt, nameAskedAt, question, agentActedAt, spokeAt, goodbyeAt } = sees;
  if (!had.has('opening') && caller.opening !== null) {
    const at = greetedAt === null ? answeredAt + GREETING_MS : greetedAt + PAUSE_MS;
    return say('opening', { what: 'opening' }, at, 5_000);
  }
  if (nameAskedAt !== null && caller.name !== null && !had.has('name')) {
    return say('name', { what: 'name' }, nameAskedAt + PAUSE_MS, 1_500);
  }
  if (question !== null) {
    const { situation, step, since } = question;
    const key = `answer ${situation}/${step} ${since}`;
    const option = caller.answers[`${situation}/${step}`] ?? null;
    const says = { what: 'answer', situation, step, option } as const;
    if (!had.has(key) && option !== 'silent') return say(key, says, since + PAUSE_MS, 1_200);
    return null;
  }
  if (goodbyeAt !== null) return null;
  const number = caller.more.findIndex((_, at) => !had.has(`more ${at}`));
  if (number === -1 || spokeAt === null || agentActedAt <= spokeAt) return null;
  return say(`more ${number}`, { what: 'more', number }, agentActedAt + PAUSE_MS, 3_000);
}

/** Who is spoken to responds now and then; a silence would mean something else. */
function response({ spokeAt, agentActedAt, greetedAt, goodbyeAt }: CallerSees): CallerTurn | null {
  if (greetedAt === null || spokeAt === null || goodbyeAt !== null) return null;
  const at = spokeAt + RESPONSE_AFTER_MS;
  return at > agentActedAt + BORED_MS ? null : { do: 'respond', key: `response ${at}`, at, ms: 400 };
}

/** Nobody spoke for long: the caller asks once, and then is gone. */
function boredom(caller: TrainingCaller, sees: CallerSees, answeredAt: Instant): CallerTurn {
  const { had, agentActedAt, spokeAt, goodbyeAt } = sees;
  const last = Math.max(answeredAt, agentActedAt, spokeAt ?? 0);
  // Who stays on the line after the goodbye says no more.
  const isDone = goodbyeAt !== null || caller.opening === null;
  return had.has('impatience') || isDone
    ? { do: 'hang-up', at: last + 2 * BORED_MS }
    : say('impatience', { what: 'impatience' }, last + BORED_MS, 2_000);
}

function say(key: string, says: CallerSays, at: Instant, ms: number): CallerTurn {
  return { do: 'say', key, says, at, ms };
}
