import * as v from 'valibot';
import type { CallEvent, PhoneEvent } from '../../calls/call-event.ts';
import { TokenBucket } from '../../calls/timing/token-bucket.ts';
import type { Adapter, AdapterInput } from '../../contract/pack/adapter.ts';
import { AdapterReader } from '../../rules/adapters/adapter-reader.ts';
import { PAGE_LIMITS } from './page-limits.ts';

type Event = CallEvent | PhoneEvent;

interface AdapterTapPorts {
  /** Sends events of the page's calls to the phone host. */
  readonly report: (events: readonly Event[]) => void;
  /** The product of the adapter was found in the page; called once. */
  readonly onFound: () => void;
  readonly now: () => number;
  readonly after: (ms: number, task: () => void) => () => void;
}

const LONGEST_TIMER_MS = 2 ** 31 - 1;
/** Longer than any event. */
const LONGEST = 65_536;

const passedSchema = v.union([
  v.object({ found: v.literal(true) }),
  v.object({ via: v.picklist(['web-socket', 'response']), address: v.string(), text: v.string() }),
  v.object({ input: v.number(), data: v.unknown() }),
]);

/**
 * Reads the messages of one page by an adapter. Only events leave it. What a page sends beyond the
 * limits is left out.
 */
export class AdapterTap {
  readonly adapter: Adapter;
  readonly #ports: AdapterTapPorts;
  readonly #reader: AdapterReader;
  readonly #messages: TokenBucket;
  readonly #bytes: TokenBucket;
  readonly #saysReady: boolean;
  #isFound = false;
  #stopTimer: () => void = () => {};

  constructor(adapter: Adapter, ports: AdapterTapPorts) {
    this.adapter = adapter;
    this.#ports = ports;
    this.#reader = new AdapterReader(adapter);
    this.#saysReady = adapter.inputs.some(({ rules }) => rules.some(({ event }) => event === 'ready'));
    const now = ports.now();
    this.#messages = new TokenBucket(PAGE_LIMITS.framesAtOnce, PAGE_LIMITS.framesPerSecond, now);
    this.#bytes = new TokenBucket(PAGE_LIMITS.bytesAtOnce, PAGE_LIMITS.bytesPerSecond, now);
  }

  get isFound(): boolean {
    return this.#isFound;
  }

  get isIdle(): boolean {
    return this.#reader.isIdle;
  }

  /** The events of the calls that are up; and the phone, where only finding it says so. */
  get history(): readonly Event[] {
    const { history } = this.#reader;
    return this.#isFound && !this.#saysReady
      ? [{ type: 'registered', at: this.#ports.now() }, ...history]
      : history;
  }

  /** What the page's world copies, as JSON. */
  receive(json: string): void {
    const passed = json.length > 2 * LONGEST ? null : passedIn(json);
    if (passed === null) return;
    if ('found' in passed) this.#find();
    else if ('via' in passed) {
      for (const input of this.adapter.inputs) {
        if (input.kind !== 'message' || !input.via.includes(passed.via)) continue;
        if (input.address !== undefined && !passed.address.includes(input.address)) continue;
        this.read(input, passed.text, passed.text.length);
      }
    } else {
      const input = this.adapter.inputs[passed.input];
      if (input !== undefined) this.read(input, passed.data, json.length);
    }
  }

  read(input: AdapterInput, data: unknown, length = sizeOf(data)): void {
    const now = this.#ports.now();
    if (length > LONGEST || !this.#messages.spend(1, now) || !this.#bytes.spend(length, now)) return;
    const events = this.#reader.read({ input, data }, now);
    if (events.length > 0) this.#find();
    this.#report(events);
  }

  stop(): void {
    this.#stopTimer();
  }

  #find(): void {
    if (this.#isFound) return;
    this.#isFound = true;
    this.#ports.onFound();
    if (!this.#saysReady) this.#ports.report([{ type: 'registered', at: this.#ports.now() }]);
  }

  #report(events: readonly Event[]): void {
    if (events.length > 0) this.#ports.report(events);
    this.#stopTimer();
    const waitMs = this.#reader.nextAt - this.#ports.now();
    if (waitMs === Number.POSITIVE_INFINITY) return;
    this.#stopTimer = this.#ports.after(Math.min(Math.max(waitMs, 0), LONGEST_TIMER_MS), () =>
      this.#report(this.#reader.onTime(this.#ports.now())),
    );
  }
}

function passedIn(json: string): v.InferOutput<typeof passedSchema> | null {
  try {
    const parsed = v.safeParse(passedSchema, JSON.parse(json));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** What cannot be written as JSON is no event. */
function sizeOf(data: unknown): number {
  if (typeof data === 'string') return data.length;
  try {
    return JSON.stringify(data)?.length ?? 0;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
