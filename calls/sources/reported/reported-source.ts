import type { CommandResult } from '../../call-command.ts';
import type { CallEvent, Instant, PhoneEvent } from '../../call-event.ts';
import type { CallSource, ReportedAccount, WatchReports } from '../../call-source.ts';
import type { AbandonedEnd } from '../../dialog.ts';
import type { Registration } from '../../fold-phone.ts';
import { foldReport, passTime } from '../../phone-reports/fold-report.ts';
import { NO_REPORTS, nextChangeOf, type Reported } from '../../phone-reports/reported-phone.ts';
import { TokenBucket } from '../../timing/token-bucket.ts';
import type { Clock } from '../clock.ts';

interface ReportedSourceOptions {
  readonly account: ReportedAccount;
  readonly watchReports: WatchReports;
  readonly clock: Clock;
}

type Emit = (event: CallEvent | PhoneEvent) => void;

const NOT_HERE: CommandResult = { ok: false, reason: 'watch-only' };

/** A call gives a few reports; a phone that repeats itself must not fill the journal. */
const REPORTS_AT_ONCE = 60;
const REPORTS_PER_SECOND = 5;

/** An open connection is confirmed so often: each confirmation is a message to every view. */
const CONFIRMED_EVERY_MS = 30_000;

/**
 * A desk phone or PBX that reports its calls to the team's server by HTTP. This source can only
 * watch: reports become calls by a fold.
 */
export class ReportedSource implements CallSource {
  readonly id = 'reports';
  readonly watchOnly = true;
  readonly account: ReportedAccount;
  readonly reachability = 'unproved';
  readonly #options: ReportedSourceOptions;
  readonly #limit: TokenBucket;
  #phone = NO_REPORTS;
  #emit: Emit = () => {};
  #unwatch: () => void = () => {};
  #cancelTimer: () => void = () => {};
  #registration: Registration = { state: 'never' };

  constructor(options: ReportedSourceOptions) {
    this.account = options.account;
    this.#options = options;
    this.#limit = new TokenBucket(REPORTS_AT_ONCE, REPORTS_PER_SECOND, options.clock.now());
  }

  get registration(): Registration {
    return this.#registration;
  }

  /** While the connection to the server is open, reports arrive. */
  get lastConfirmedAt(): Instant | null {
    const now = this.#options.clock.now();
    return this.#registration.state === 'registered' ? now - (now % CONFIRMED_EVERY_MS) : null;
  }

  start(emit: Emit): void {
    this.#emit = emit;
    this.#unwatch = this.#options.watchReports({
      onReport: (report) => {
        const now = this.#options.clock.now();
        if (this.#limit.spend(1, now)) this.#apply(foldReport(this.#phone, report, now));
      },
      onConnection: (isOpen) => this.#connected(isOpen),
    });
  }

  async command(): Promise<CommandResult> {
    return NOT_HERE;
  }

  wake(): void {
    this.#passTime();
  }

  async endAbandoned(): Promise<AbandonedEnd> {
    return 'no-answer';
  }

  /** Calls that are up end: nothing more would be received of them. */
  async stop(): Promise<void> {
    this.#unwatch();
    this.#cancelTimer();
    const at = this.#options.clock.now();
    for (const { id: call, state } of this.#phone.calls) {
      const how = state === 'established' ? 'broken' : 'failed';
      this.#emit({ type: 'ended', call, at, end: { how, cause: 'connection-lost', sipStatus: null } });
    }
    this.#phone = NO_REPORTS;
    this.#emit = () => {};
  }

  #passTime(): void {
    this.#apply(passTime(this.#phone, this.#options.clock.now()));
  }

  #apply({ phone, events }: Reported): void {
    this.#phone = phone;
    for (const event of events) this.#emit(event);
    this.#cancelTimer();
    const next = nextChangeOf(phone);
    if (next === null) return;
    const { clock } = this.#options;
    this.#cancelTimer = clock.after(Math.max(0, next - clock.now()), () => this.#passTime());
  }

  #connected(isOpen: boolean): void {
    const at = this.#options.clock.now();
    if (isOpen === (this.#registration.state === 'registered')) return;
    if (isOpen) {
      this.#registration = { state: 'registered', since: at };
      this.#emit({ type: 'registered', at });
    } else {
      this.#registration = { state: 'lost', since: at, cause: 'reports-lost' };
      this.#emit({ type: 'registration-lost', cause: 'reports-lost', at });
    }
  }
}
