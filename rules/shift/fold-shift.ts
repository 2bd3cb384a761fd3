import type { Instant } from '../../calls/call-event.ts';
import type { ShiftRules } from '../../contract/pack/shift.ts';
import { effectiveTime } from '../../contract/team/event-order.ts';
import type { Readiness } from '../../contract/team/readiness.ts';
import type { ShiftEvent, TeamEvent } from '../../contract/team/team-event.ts';

/** One stretch of one state. */
export interface ShiftSpan {
  readonly readiness: Readiness;
  readonly from: Instant;
  /** Null while it lasts. */
  readonly to: Instant | null;
}

export interface Shift {
  readonly readiness: Readiness;
  readonly since: Instant;
  /** When it ends by itself, by the floor's rules; null where only the agent ends it. */
  readonly endsAt: Instant | null;
  /** What a wrap-up goes back to. */
  readonly returnsTo: Readiness;
  /** Begin of the shift that is on; null while offline. */
  readonly signedInAt: Instant | null;
  /** End of the shift before it; null if there was none. */
  readonly lastOnlineAt: Instant | null;
  /** The last shift was never signed out of, and ended by its length. */
  readonly lapsed: boolean;
  /** Everything so far, oldest first; the last one is the present state. */
  readonly spans: readonly ShiftSpan[];
}

/** An event that is later than this is not of a shift that is on: its clock was wrong. */
const CLOCK_ERROR_MS = 24 * 60 * 60_000;

/**
 * An agent's shift at `now`; null for an agent who never began one, whose phone rings whenever it
 * can. Wrap-up that runs out goes back to what was before the call, and a shift that is too long
 * is over: both by the time alone, without an event.
 */
export function foldShift(
  events: readonly TeamEvent[],
  agent: string,
  rules: ShiftRules,
  now: Instant,
): Shift | null {
  const own = events
    .filter((event): event is ShiftEvent => isShiftOf(event, agent))
    .map((event) => ({ readiness: event.readiness, at: effectiveTime(event) }))
    .filter(({ at }) => at - now <= CLOCK_ERROR_MS);
  const walk = new ShiftWalk(rules);
  let latest = Number.NEGATIVE_INFINITY;
  for (const { at, readiness } of own) {
    // A later event is not earlier, whatever a clock said that was set back in between.
    latest = Math.max(latest, at);
    walk.passTime(latest);
    walk.change(readiness, latest);
  }
  walk.passTime(Math.max(latest, now));
  return walk.shift();
}

/** When the next change of a shift happens, so that it is ordered after the one before it. */
export function nextShiftChangeAt(shift: Shift | null, now: Instant): Instant {
  return shift !== null && shift.since > now ? shift.since + 1 : now;
}

function isShiftOf(event: TeamEvent, agent: string): event is ShiftEvent {
  return event.type === 'shift-changed' && event.subject === agent;
}

class ShiftWalk {
  readonly #rules: ShiftRules;
  readonly #spans: ShiftSpan[] = [];
  #signedInAt: Instant | null = null;
  #lastOnlineAt: Instant | null = null;
  #beforeWrapUp: Readiness = { state: 'ready' };
  #lapsed = false;

  constructor(rules: ShiftRules) {
    this.#rules = rules;
  }

  change(readiness: Readiness, at: Instant): void {
    const present = this.#present();
    const before = present?.readiness ?? { state: 'offline' };
    const isNews = present === undefined || JSON.stringify(before) !== JSON.stringify(readiness);
    // The next call's wrap-up begins anew.
    if (!isNews && readiness.state !== 'wrap-up') return;
    // A call that is wrapped up after its shift has ended begins no new one.
    if (readiness.state === 'wrap-up' && before.state === 'offline') return;
    if (readiness.state === 'wrap-up' && before.state !== 'wrap-up') this.#beforeWrapUp = before;
    if (readiness.state === 'offline') this.#signOut(at);
    else {
      this.#signedInAt ??= at;
      this.#lapsed = false;
    }
    this.#enter(readiness, at);
  }

  /** What ends by itself before `until`. */
  passTime(until: Instant): void {
    for (let at = this.endsAt(); at !== null && at <= until; at = this.endsAt()) {
      const lapses = this.#lapsesAt();
      if (lapses !== null && lapses <= at) {
        this.#signOut(lapses);
        this.#lapsed = true;
        this.#enter({ state: 'offline' }, lapses);
      } else this.#enter(this.#beforeWrapUp, at);
    }
  }

  endsAt(): Instant | null {
    const present = this.#present();
    const { wrapUpSeconds } = this.#rules;
    const wrapped =
      present?.readiness.state === 'wrap-up' && wrapUpSeconds > 0
        ? present.from + wrapUpSeconds * 1000
        : null;
    const lapses = this.#lapsesAt();
    return wrapped === null || lapses === null ? (wrapped ?? lapses) : Math.min(wrapped, lapses);
  }

  shift(): Shift | null {
    const present = this.#present();
    if (present === undefined) return null;
    return {
      readiness: present.readiness,
      since: present.from,
      endsAt: this.endsAt(),
      returnsTo: this.#beforeWrapUp,
      signedInAt: this.#signedInAt,
      lastOnlineAt: this.#lastOnlineAt,
      lapsed: this.#lapsed,
      spans: this.#spans,
    };
  }

  #present(): ShiftSpan | undefined {
    return this.#spans.at(-1);
  }

  #lapsesAt(): Instant | null {
    return this.#signedInAt === null ? null : this.#signedInAt + this.#rules.longestHours * 3_600_000;
  }

  #signOut(at: Instant): void {
    if (this.#signedInAt !== null) this.#lastOnlineAt = at;
    this.#signedInAt = null;
  }

  #enter(readiness: Readiness, at: Instant): void {
    const present = this.#spans.pop();
    if (present !== undefined) this.#spans.push({ ...present, to: at });
    this.#spans.push({ readiness, from: at, to: null });
  }
}
