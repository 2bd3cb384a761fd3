import { browserClock, type Clock, elapsedOf } from '../../calls/sources/clock.ts';
import type { PhoneNotice, PhoneStatus, ProblemCounts } from '../../contract/messages/phone-status.ts';
import { foldPhoneStatus } from '../../rules/ring/fold-phone-status.ts';
import { Listeners } from '../listeners.ts';
import { every, HostPart, type Undo } from '../part.ts';
import type { JournalStream } from './live-journal.ts';
import type { SourceConnection } from './source-connection.ts';
import type { StatusFacts } from './status-facts.ts';

interface StatusNeeds {
  readonly journal: JournalStream;
  readonly facts: StatusFacts;
  readonly connection: Pick<SourceConnection, 'source' | 'subscribe'>;
  readonly now: () => number;
  /** For the age of the registrar's answer. */
  readonly clock?: Pick<Clock, 'now' | 'elapsed'>;
}

/** A registrar that falls silent sends no event: the status is checked this often. */
const CHECK_EVERY_MS = 2000;

/**
 * Gathers the facts and publishes the phone status when it changes. The rules decide what it is.
 */
export class PhoneStatusMonitor extends HostPart<StatusNeeds> {
  readonly #listeners = new Listeners();
  #phoneStatus: PhoneStatus = { status: 'working', doing: 'starting' };
  #problems: ProblemCounts = {};
  #notices: readonly PhoneNotice[] = [];
  /** The newest answer of the registrar, and when it was first seen here. */
  #confirmed: { readonly at: number | null; readonly elapsed: number } = { at: null, elapsed: 0 };

  get phoneStatus(): PhoneStatus {
    return this.#phoneStatus;
  }

  get problems(): ProblemCounts {
    return this.#problems;
  }

  get notices(): readonly PhoneNotice[] {
    return this.#notices;
  }

  subscribe(listener: () => void): Undo {
    return this.#listeners.add(listener);
  }

  start(): void {
    const { journal, facts, connection } = this.needs;
    const check = () => this.#check();
    this.undoOnStop(
      journal.subscribe((_phone, { event }) => {
        if (event.type === 'turned-away' && event.why !== undefined && event.why !== 'blocked')
          facts.report({ refusedCallAt: event.at });
        if (event.type === 'ringing') facts.report({ refusedCallAt: null });
        check();
      }),
      facts.subscribe(check),
      connection.subscribe(check),
      every(CHECK_EVERY_MS, check),
    );
  }

  #check(): void {
    const { facts, connection, now, clock = browserClock } = this.needs;
    const at = connection.source?.lastConfirmedAt ?? null;
    const elapsed = elapsedOf(clock);
    if (at !== this.#confirmed.at) this.#confirmed = { at, elapsed };
    const next = foldPhoneStatus({
      ...facts.current,
      online: navigator.onLine,
      registration: connection.source?.registration ?? { state: 'never' },
      lastConfirmedAt: at,
      confirmedMsAgo: elapsed - this.#confirmed.elapsed,
      reachability: connection.source?.reachability ?? 'unproved',
      watchOnly: connection.source?.watchOnly === true,
      now: now(),
    });
    const same = JSON.stringify(next) === JSON.stringify(this.#phoneStatus);
    const { problems, notices } = facts;
    if (same && problems === this.#problems && notices === this.#notices) return;
    this.#phoneStatus = next;
    this.#problems = problems;
    this.#notices = notices;
    this.#listeners.notify();
  }
}
