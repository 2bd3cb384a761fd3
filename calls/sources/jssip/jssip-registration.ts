import type { Instant, PhoneEvent } from '../../call-event.ts';
import { Backoff } from '../../timing/backoff.ts';
import { type Clock, elapsedOf } from '../clock.ts';
import type { RegistrarAnswer } from '../sip-front/registrar-answer.ts';
import { RECONNECT_LIMITS, REFUSED_LIMITS, type RegistrationTimings } from './jssip-config.ts';

type LostCause = (PhoneEvent & { type: 'registration-lost' })['cause'];

interface RegistrationPort {
  /** Sends REGISTER, unless one is waiting for its answer. */
  register(): void;
  isConnected(): boolean;
  isRegistered(): boolean;
  readonly connection: {
    readonly hasOtherServers: boolean;
    /** Drops a connection that does not answer; the next server is tried. */
    giveUp(reason: string): void;
    /** Connects now, without waiting for the end of the delay. */
    hurry(): void;
    /** The next loss starts with the shortest delay again. */
    settle(): void;
  };
  random(): number;
  record(event: PhoneEvent): void;
  /** Registered anew, after `record`. */
  onRegistered(): void;
  /** The registrar confirmed the binding: time to check that calls arrive. */
  onConfirmed(): void;
}

interface RegistrationOptions {
  readonly port: RegistrationPort;
  readonly clock: Clock;
  readonly timings: RegistrationTimings;
}

/**
 * Keeps the registration and reports whether it is valid. The keep-alive is a short re-REGISTER and
 * not OPTIONS: a proxy that has lost this phone's binding answers OPTIONS all the same, while an
 * answer to REGISTER proves the binding and renews it. Without these answers the registration
 * counts as lost.
 */
export class JssipRegistration {
  readonly #port: RegistrationPort;
  readonly #clock: Clock;
  readonly #timings: RegistrationTimings;
  #state: 'unknown' | 'registered' | LostCause = 'unknown';
  #confirmedAt: Instant | null = null;
  #confirmedElapsed = 0;
  readonly #backoff: Backoff;
  readonly #refusals: Backoff;
  #cancelDeadline: () => void = () => {};
  #cancelNext: () => void = () => {};

  constructor({ port, clock, timings }: RegistrationOptions) {
    this.#port = port;
    this.#clock = clock;
    this.#timings = timings;
    this.#backoff = new Backoff(RECONNECT_LIMITS, () => port.random());
    this.#refusals = new Backoff(REFUSED_LIMITS, () => port.random());
  }

  /** Time of the registrar's last good answer. */
  get lastConfirmedAt(): Instant | null {
    return this.#confirmedAt;
  }

  /** The socket is open; JsSIP sends the first REGISTER itself. */
  connected(): void {
    this.#expectAnswer();
  }

  disconnected(): void {
    this.#cancelAll();
    if (this.#state === 'registered' || this.#state === 'unknown') this.#lose('network');
  }

  /** The registrar's answer came, and JsSIP has handled it. */
  answered(answer: RegistrarAnswer): void {
    switch (answer.binding) {
      case 'ours':
        this.#confirm();
        return;
      case 'not-listed':
        this.#confirmUnlisted();
        return;
      case 'missing':
        this.#tryLater('not-bound', this.#backoff.next());
        return;
      case 'refused':
        this.#refused(answer.status, answer.retryAfterMs);
    }
  }

  /** No answer came to a REGISTER. */
  unanswered(): void {
    if (this.#port.isConnected()) this.#tryLater('stale', this.#backoff.next());
  }

  /** An OPTIONS to this phone came back through the registrar, or repeatedly did not. */
  checked(arrives: boolean): void {
    if (arrives && this.#state === 'unlisted') this.#report();
    if (!arrives && this.#state === 'registered') {
      this.#lose('unreachable');
      this.#port.connection.giveUp('calls-do-not-arrive');
    }
  }

  /** The network changed, the computer woke up, or the agent asks to try now. */
  wake(): void {
    this.#loseIfOverdue();
    if (this.#port.isConnected()) this.#ask();
    else this.#port.connection.hurry();
  }

  stop(): void {
    this.#cancelAll();
    this.#lose('stopped');
  }

  #confirm(): void {
    if (!this.#port.isRegistered()) return;
    this.#renewed();
    if (this.#state !== 'registered') this.#report();
    this.#port.onConfirmed();
  }

  /** RFC 3261 §10.3 demands the list of bindings: without it only the check can prove ours. */
  #confirmUnlisted(): void {
    if (!this.#port.isRegistered()) return;
    this.#renewed();
    if (this.#state !== 'registered') this.#lose('unlisted');
    this.#port.onConfirmed();
  }

  #renewed(): void {
    this.#cancelAll();
    this.#confirmedAt = this.#clock.now();
    this.#confirmedElapsed = elapsedOf(this.#clock);
    this.#backoff.reset();
    this.#refusals.reset();
    this.#port.connection.settle();
    this.#cancelNext = this.#clock.after(this.#timings.keepAliveMs, () => this.#keepAlive());
  }

  #report(): void {
    this.#state = 'registered';
    this.#port.record({ type: 'registered', at: this.#confirmedAt ?? this.#clock.now() });
    this.#port.onRegistered();
  }

  #refused(status: number, retryAfterMs: number | null): void {
    // JsSIP asks again itself, for the time that the registrar wants.
    if (status === 423) return;
    const cause = REFUSALS.get(status);
    if (cause !== undefined) {
      // The same secret may lock the account, so the pauses are long; but a shift goes on.
      this.#tryLater(cause, Math.max(retryAfterMs ?? 0, this.#refusals.next()));
      return;
    }
    const pause = Math.max(retryAfterMs ?? 0, this.#backoff.next());
    this.#tryLater('network', pause);
    // A connection to the same server would register at once, before it wants to be asked.
    const fails = status >= 500 && status < 600;
    if (fails && this.#port.connection.hasOtherServers) this.#port.connection.giveUp('server-failed');
  }

  #tryLater(cause: LostCause, pause: number): void {
    this.#cancelAll();
    this.#lose(cause);
    this.#cancelNext = this.#clock.after(this.#timings.answerTimeoutMs + pause, () => this.#ask());
  }

  #keepAlive(): void {
    // Timers stand still while the computer sleeps; the last answer may be hours old.
    this.#loseIfOverdue();
    this.#ask();
  }

  #ask(): void {
    this.#cancelNext();
    if (!this.#port.isConnected()) return;
    this.#expectAnswer();
    this.#port.register();
  }

  #expectAnswer(): void {
    this.#cancelDeadline();
    this.#cancelDeadline = this.#clock.after(this.#timings.answerTimeoutMs, () => {
      this.#lose('stale');
      this.#port.connection.giveUp('no-answer-to-register');
    });
  }

  #loseIfOverdue(): void {
    const { keepAliveMs, answerTimeoutMs } = this.#timings;
    const limit = keepAliveMs + 2 * answerTimeoutMs;
    // Ahead by as much, the clock was set back meanwhile: nothing says how long it took.
    const isOld = Math.abs(elapsedOf(this.#clock) - this.#confirmedElapsed) > limit;
    if (this.#state === 'registered' && isOld) this.#lose('stale');
  }

  #lose(cause: LostCause): void {
    if (this.#state === cause) return;
    this.#state = cause;
    this.#port.record({ type: 'registration-lost', at: this.#clock.now(), cause });
  }

  #cancelAll(): void {
    this.#cancelDeadline();
    this.#cancelNext();
  }
}

/** Refusals of this account, as against failures of the server. */
const REFUSALS: ReadonlyMap<number, LostCause> = new Map([
  [401, 'refused'],
  [407, 'refused'],
  [403, 'forbidden'],
  [404, 'forbidden'],
]);
