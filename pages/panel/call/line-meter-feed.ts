import { type Signal, signal } from '@preact/signals';
import type { CallId, Instant } from '../../../calls/call-event.ts';
import { LINE_METER_CHANNEL, type LineMeterMessage } from '../../../contract/messages/line-meter-message.ts';

/** The host publishes at least once a second; older readings are dropped. */
const FRESH_MS = 2500;

/** The newest reading of the line meter. */
export class LineMeterFeed {
  readonly #newest: Signal<{ readonly reading: LineMeterMessage; readonly at: Instant } | null> =
    signal(null);

  constructor(now: () => Instant) {
    new BroadcastChannel(LINE_METER_CHANNEL).onmessage = ({ data }: MessageEvent<LineMeterMessage>) => {
      this.#newest.value = { reading: data, at: now() };
    };
  }

  of(call: CallId, now: Instant): LineMeterMessage | null {
    const newest = this.#newest.value;
    return newest !== null && newest.reading.call === call && now - newest.at < FRESH_MS
      ? newest.reading
      : null;
  }
}
