import type { Phone } from '../calls/fold-phone.ts';
import type { MicrophoneState, PhoneLight } from '../contract/phone-light.ts';
import { type PhoneFacts, phoneLight } from '../rules/phone-light.ts';
import type { RingerState } from './ringer.ts';

interface LampPorts {
  readonly phone: () => Phone;
  readonly lastConfirmedAt: () => number | null;
  readonly now: () => number;
  readonly show: (light: PhoneLight) => void;
}

/** What the lamp is told by others. */
export interface LampFacts {
  readonly setUp: PhoneFacts['setUp'];
  readonly microphone: MicrophoneState;
  readonly ringer: RingerState;
  readonly storage: 'kept' | 'failed';
}

/** How often the lamp looks by itself: a registrar that falls silent sends no event. */
const LOOK_EVERY_MS = 2000;

/** Gathers the facts and shows the lamp when it changes. What it says is decided in rules/phone-light.ts. */
export class Lamp {
  readonly #ports: LampPorts;
  readonly #timer: ReturnType<typeof setInterval>;
  #facts: LampFacts = { setUp: 'starting', microphone: 'granted', ringer: 'armed', storage: 'kept' };
  #light: PhoneLight = { light: 'working', doing: 'starting' };

  constructor(ports: LampPorts) {
    this.#ports = ports;
    this.#timer = setInterval(() => this.look(), LOOK_EVERY_MS);
  }

  get light(): PhoneLight {
    return this.#light;
  }

  know(facts: Partial<LampFacts>): void {
    this.#facts = { ...this.#facts, ...facts };
    this.look();
  }

  look(): void {
    const { phone, lastConfirmedAt, now, show } = this.#ports;
    const next = phoneLight({
      ...this.#facts,
      online: navigator.onLine,
      registration: phone().registration,
      lastConfirmedAt: lastConfirmedAt(),
      now: now(),
    });
    if (JSON.stringify(next) === JSON.stringify(this.#light)) return;
    this.#light = next;
    show(next);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
