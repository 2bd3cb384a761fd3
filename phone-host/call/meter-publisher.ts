import type { LineMeter, SideMeter } from '../../audio/line-meter.ts';
import type { CallId, Instant } from '../../calls/call-event.ts';
import { isWithin } from '../../calls/timing/is-within.ts';
import {
  type LineMeterMessage,
  METER_SEGMENTS,
  type SideReading,
} from '../../contract/messages/line-meter-message.ts';

/** Readable at four changes a second; one a second shows that the analyser still runs. */
const FASTEST_MS = 250;
const SLOWEST_MS = 1000;
/** A segment for every 9 dB from here on: a voice has three to five, an idle line none. */
const FIRST_SEGMENT_DBFS = -54;
const SEGMENT_DB = 9;
const SPEAKS_FROM = 0.5;

/** Publishes the levels of the line to the views, no more often than they can be read. */
export class MeterPublisher {
  readonly #post: (message: LineMeterMessage) => void;
  readonly #now: () => Instant;
  #last = '';
  #publishedAt = Number.NEGATIVE_INFINITY;

  constructor(post: (message: LineMeterMessage) => void, now: () => Instant) {
    this.#post = post;
    this.#now = now;
  }

  show(call: CallId, { remote, agent }: LineMeter): void {
    const now = this.#now();
    if (isWithin(FASTEST_MS, this.#publishedAt, now)) return;
    const message = { call, remote: reading(remote), agent: agent === null ? null : reading(agent) };
    const text = JSON.stringify(message);
    if (text === this.#last && isWithin(SLOWEST_MS, this.#publishedAt, now)) return;
    this.#last = text;
    this.#publishedAt = now;
    this.#post(message);
  }
}

function reading({ dbfs, speech }: SideMeter): SideReading {
  const segments = Math.ceil((dbfs - FIRST_SEGMENT_DBFS) / SEGMENT_DB);
  const lit = Math.max(0, Math.min(METER_SEGMENTS, segments));
  if (speech >= SPEAKS_FROM) return { segments: Math.max(1, lit), detected: 'speech' };
  return { segments: lit, detected: lit > 0 ? 'sound' : 'nothing' };
}
