import type { Phone } from '../../calls/fold-phone.ts';
import { ringbackCountry } from '../../contract/settings/ringback-country.ts';
import { HostPart } from '../part.ts';
import type { CurrentSettings } from './current-settings.ts';
import type { JournalStream } from './live-journal.ts';
import type { Ringback } from './ringback.ts';
import { RINGBACK_TONES } from './ringback-tones.ts';

interface RingbackNeeds {
  readonly journal: JournalStream;
  readonly ringback: Pick<Ringback, 'start' | 'stop'>;
  readonly settings: Pick<CurrentSettings, 'value'>;
}

/**
 * Plays ringback by the rules of RFC 3960 §3.2: only after a 180, and only while no packets of the
 * other network arrive. It follows the calls' states, so whatever ends the ring ends the tone.
 */
export class RingbackController extends HostPart<RingbackNeeds> {
  start(): void {
    this.undoOnStop(this.needs.journal.subscribe((phone) => this.#update(phone)));
  }

  override stop(): void {
    super.stop();
    this.needs.ringback.stop();
  }

  #update({ calls }: Phone): void {
    const { ringback, settings } = this.needs;
    const rings = calls.some(
      (call) => call.state === 'remote-ringing' && !call.earlyMedia && call.watchOnly !== true,
    );
    const country = rings ? ringbackCountry(settings.value) : null;
    if (country === null) ringback.stop();
    else ringback.start(RINGBACK_TONES[country]);
  }
}
