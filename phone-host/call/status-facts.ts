import type { MicrophoneState } from '../../contract/messages/phone-status.ts';
import type { PhoneFacts } from '../../rules/ring/fold-phone-status.ts';
import { Listeners } from '../listeners.ts';
import type { Undo } from '../part.ts';
import type { RingerState } from './ringer.ts';

interface ReportedFacts {
  readonly setUp: PhoneFacts['setUp'];
  readonly microphone: MicrophoneState;
  readonly ringer: RingerState;
  readonly storage: 'kept' | 'failed';
}

/** What the parts of the host report about themselves; the phone status follows from it. */
export class StatusFacts {
  readonly #listeners = new Listeners();
  #facts: ReportedFacts = {
    setUp: 'starting',
    microphone: 'granted',
    ringer: 'armed',
    storage: 'kept',
  };

  get current(): ReportedFacts {
    return this.#facts;
  }

  report(facts: Partial<ReportedFacts>): void {
    this.#facts = { ...this.#facts, ...facts };
    this.#listeners.notify();
  }

  subscribe(listener: () => void): Undo {
    return this.#listeners.add(listener);
  }
}
