import type { Instant, PhoneEvent } from '../../call-event.ts';
import { Backoff } from '../../timing/backoff.ts';
import type { Clock } from '../clock.ts';
import { RECONNECT_LIMITS, type RegistrationTimings } from './jssip-config.ts';

type LostCause = (PhoneEvent & { type: 'registration-lost' })['cause'];

interface RegistrationPort {
  /** Sends REGISTER, or nothing if one is already on its way. */
  register(): void;
  /** Stops registering until asked again, also after a reconnect. */
  refrain(): void;
  isConnected(): boolean;
  isRegistered(): boolean;
  readonly connection: {
    /** Drops a connection that does not answer. */
    giveUp(reason: string): void;
    /** Connects now, without the rest of the wait. */
    hurry(): void;
    /** Back to the shortest wait after the next loss. */
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
 * Keeps the registration and says honestly whether it stands. The keep-alive is a short re-REGISTER rather than
 * OPTIONS: any proxy answers OPTIONS, even one that has forgotten this phone, while a REGISTER answer proves the very
 * binding that calls need and renews it. "Registered" lasts as long as these answers come.
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

  /** The socket is open; the library sends its REGISTER by itself. */
  connected(): void {
    if (this.#state !== 'refused') this.#expectAnswer();
  }

  disconnected(): void {
    this.#cancelAll();
    if (this.#state === 'registered' || this.#state === 'unknown') this.#lose('network');
  }

  /** A response to REGISTER came in, and the library has dealt with it. */
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

  /** The registrar said no, or said nothing (`null`). */
  failed(status: number | null): void {
    if (!this.#port.isConnected()) return;
    this.#cancelAll();
    if (status !== null && [401, 403, 404, 407].includes(status)) {
      // Asking again with the same secret cannot help, and locks accounts.
      this.#port.refrain();
      this.#lose('refused');
      return;
    }
    this.#lose(status === null ? 'stale' : 'network');
    const delay = this.#timings.answerTimeoutMs + this.#backoff.next();
    this.#cancelNext = this.#clock.after(delay, () => this.#ask());
  }

  /** The network changed or the machine woke up: what was true before is not taken for granted. */
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
    // Timers stand still while a machine sleeps; by now the last answer may be hours old.
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
