import type { Instant, PhoneEvent } from '../../call-event.ts';
import { Backoff } from '../../timing/backoff.ts';
import type { Clock } from '../clock.ts';
import { RECONNECT_LIMITS, type RegistrationTimings } from './jssip-config.ts';

type LostCause = (PhoneEvent & { type: 'registration-lost' })['cause'];

interface RegistrationPort {
  /** Sends REGISTER, unless one is waiting for its answer. */
  register(): void;
  /** Stops registering until asked again, also after a reconnect. */
  refrain(): void;
  isConnected(): boolean;
  isRegistered(): boolean;
  readonly connection: {
    /** Drops a connection that does not answer. */
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
  readonly #backoff: Backoff;
  #cancelDeadline: () => void = () => {};
  #cancelNext: () => void = () => {};

  constructor({ port, clock, timings }: RegistrationOptions) {
    this.#port = port;
    this.#clock = clock;
    this.#timings = timings;
    this.#backoff = new Backoff(RECONNECT_LIMITS, () => port.random());
  }

  /** Time of the registrar's last good answer. */
  get lastConfirmedAt(): Instant | null {
    return this.#confirmedAt;
  }

  /** The socket is open; JsSIP sends the first REGISTER itself. */
  connected(): void {
    if (this.#state !== 'refused') this.#expectAnswer();
  }

  disconnected(): void {
    this.#cancelAll();
    if (this.#state === 'registered' || this.#state === 'unknown') this.#lose('network');
  }

  /** A response to REGISTER came, and JsSIP has handled it. */
  answered(status: number): void {
    if (status < 200 || status >= 300 || !this.#port.isRegistered()) return;
    this.#cancelAll();
    this.#confirmedAt = this.#clock.now();
    this.#backoff.reset();
    this.#port.connection.settle();
    this.#cancelNext = this.#clock.after(this.#timings.keepAliveMs, () => this.#keepAlive());
    if (this.#state === 'registered') return;
    this.#state = 'registered';
    this.#port.record({ type: 'registered', at: this.#confirmedAt });
    this.#port.onRegistered();
  }

  /** The registrar refused, or did not answer (`null`). */
  failed(status: number | null): void {
    if (!this.#port.isConnected()) return;
    this.#cancelAll();
    if (status !== null && [401, 403, 404, 407].includes(status)) {
      // Another attempt with the same secret would fail too, and may lock the account.
      this.#port.refrain();
      this.#lose('refused');
      return;
    }
    this.#lose(status === null ? 'stale' : 'network');
    const delay = this.#timings.answerTimeoutMs + this.#backoff.next();
    this.#cancelNext = this.#clock.after(delay, () => this.#ask());
  }

  /** The network changed or the computer woke up: the binding may be gone. */
  wake(): void {
    this.#loseIfOverdue();
    if (this.#port.isConnected()) this.#ask();
    else this.#port.connection.hurry();
  }

  stop(): void {
    this.#cancelAll();
    this.#lose('stopped');
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
    if (this.#state === 'registered' && this.#clock.now() - (this.#confirmedAt ?? 0) > limit)
      this.#lose('stale');
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

/**
 * Status of a response to REGISTER, or null for any other frame. JsSIP reports the first answer
 * only, so the frame itself is read: its status line and CSeq.
 */
export function registerAnswerStatus(frame: string): number | null {
  const status = /^SIP\/2\.0 (\d{3}) /i.exec(frame);
  if (status === null) return null;
  const head = frame.slice(0, frame.indexOf('\r\n\r\n'));
  return /\r\nCSeq[ \t]*:[ \t]*\d+[ \t]+REGISTER[ \t]*(?:\r\n|$)/i.test(head) ? Number(status[1]) : null;
}
