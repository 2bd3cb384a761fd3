import type { CallEvent, PhoneEvent } from '../../calls/call-event.ts';
import { SipReader } from '../../calls/sources/tap/sip-reader.ts';
import type { TapFrame } from '../../calls/sources/tap/tap-frame.ts';
import { TokenBucket } from '../../calls/timing/token-bucket.ts';
import { PAGE_LIMITS } from './page-limits.ts';

interface PageTapPorts {
  /** Sends events of the page's calls to the phone host. */
  readonly report: (events: readonly (CallEvent | PhoneEvent)[]) => void;
  /** The page's sockets carry SIP; called once. */
  readonly onSignalling: () => void;
  readonly now: () => number;
  readonly after: (ms: number, task: () => void) => () => void;
}

const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Reads the frames of one page. Only events leave it: no message, no credentials. What a page
 * sends beyond the limits is left out.
 */
export class PageTap {
  readonly #ports: PageTapPorts;
  readonly #reader = new SipReader();
  readonly #frames: TokenBucket;
  readonly #bytes: TokenBucket;
  #waiting: { readonly frame: TapFrame; readonly at: number }[] = [];
  #carriesSip = false;
  #stopTimer: () => void = () => {};

  constructor(ports: PageTapPorts) {
    this.#ports = ports;
    const now = ports.now();
    this.#frames = new TokenBucket(PAGE_LIMITS.framesAtOnce, PAGE_LIMITS.framesPerSecond, now);
    this.#bytes = new TokenBucket(PAGE_LIMITS.bytesAtOnce, PAGE_LIMITS.bytesPerSecond, now);
  }

  get carriesSip(): boolean {
    return this.#carriesSip;
  }

  /** The registration and the events of the calls that are up. */
  get history(): readonly (CallEvent | PhoneEvent)[] {
    return this.#reader.history;
  }

  /** Returns before the frame is read: the page is sending or receiving it. */
  receive(frame: TapFrame): void {
    const at = this.#ports.now();
    if (!this.#frames.spend(1, at) || !this.#bytes.spend(frame.text.length, at)) return;
    this.#waiting.push({ frame, at });
    if (this.#waiting.length === 1) queueMicrotask(() => this.#read());
  }

  stop(): void {
    this.#stopTimer();
  }

  #read(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    const events = waiting.flatMap(({ frame, at }) => this.#reader.read(frame, at));
    if (!this.#carriesSip) {
      this.#carriesSip = true;
      this.#ports.onSignalling();
    }
    this.#report(events);
  }

  #report(events: readonly (CallEvent | PhoneEvent)[]): void {
    if (events.length > 0) this.#ports.report(events);
    this.#stopTimer();
    const waitMs = this.#reader.nextAt - this.#ports.now();
    if (waitMs === Number.POSITIVE_INFINITY) return;
    this.#stopTimer = this.#ports.after(Math.min(Math.max(waitMs, 0), LONGEST_TIMER_MS), () =>
      this.#report(this.#reader.onTime(this.#ports.now())),
    );
  }
}
