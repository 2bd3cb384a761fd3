import type { CallId } from '../../calls/call-event.ts';
import { findCall, liveCalls, type Phone } from '../../calls/fold-phone.ts';
import type { JournalEntry } from '../../calls/journal-entry.ts';
import { browserClock, type Clock } from '../../calls/sources/clock.ts';
import { ringbackCountry } from '../../contract/settings/ringback-country.ts';
import { HostPart } from '../part.ts';
import type { CurrentSettings } from './current-settings.ts';
import type { JournalStream } from './live-journal.ts';
import type { Ringback } from './ringback.ts';
import { BUSY_TONES } from './ringback-tones.ts';

interface BusyToneNeeds {
  readonly journal: JournalStream;
  readonly tone: Pick<Ringback, 'start' | 'stop'>;
  readonly settings: Pick<CurrentSettings, 'value'>;
  readonly clock?: Pick<Clock, 'after'>;
}

/** Long enough to be recognised; the call is over, and the panel says so too. */
const SOUNDS_MS = 4_000;

/**
 * Plays the busy tone after an outbound call that found the other side busy, unless the other
 * network has played its own (early media), and until the next call begins.
 */
export class BusyToneController extends HostPart<BusyToneNeeds> {
  /** Calls in which the agent hears the other network. */
  readonly #withEarlyMedia = new Set<CallId>();
  #cancel: () => void = () => {};

  start(): void {
    this.undoOnStop(this.needs.journal.subscribe((phone, { event }) => this.#update(phone, event)));
  }

  override stop(): void {
    super.stop();
    this.#silence();
  }

  #update(phone: Phone, event: JournalEntry['event']): void {
    if (event.type === 'remote-ringing') {
      if (event.earlyMedia) this.#withEarlyMedia.add(event.call);
      else this.#withEarlyMedia.delete(event.call);
    }
    if (liveCalls(phone).length > 0) this.#silence();
    if (event.type !== 'ended') return;
    const hadEarlyMedia = this.#withEarlyMedia.delete(event.call);
    if (findCall(phone, event.call)?.watchOnly === true) return;
    const isBusy = event.end.how === 'refused' && event.end.cause === 'busy';
    if (isBusy && !hadEarlyMedia && liveCalls(phone).length === 0) this.#play();
  }

  #play(): void {
    const { tone, settings, clock = browserClock } = this.needs;
    const country = ringbackCountry(settings.value);
    if (country === null) return;
    this.#cancel();
    tone.start(BUSY_TONES[country]);
    this.#cancel = clock.after(SOUNDS_MS, () => tone.stop());
  }

  #silence(): void {
    this.#cancel();
    this.needs.tone.stop();
  }
}
