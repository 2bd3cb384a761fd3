import type { Phone } from '../../calls/fold-phone.ts';
import type { MicrophoneState, PhoneStatus } from '../../contract/messages/phone-status.ts';
import { foldPhoneStatus, type PhoneFacts } from '../../rules/ring/fold-phone-status.ts';
import type { RingerState } from './ringer.ts';

interface PhoneStatusMonitorPorts {
  readonly phone: () => Phone;
  readonly lastConfirmedAt: () => number | null;
  readonly now: () => number;
  readonly show: (phoneStatus: PhoneStatus) => void;
}

/** What the lamp is told by others. */
export interface PhoneStatusFacts {
  readonly setUp: PhoneFacts['setUp'];
  readonly microphone: MicrophoneState;
  readonly ringer: RingerState;
  readonly storage: 'kept' | 'failed';
}

/** How often the lamp looks by itself: a registrar that falls silent sends no event. */
const CHECK_EVERY_MS = 2000;

/** Gathers the facts and shows the lamp when it changes. What it says is decided in rules/ring/fold-phone-status.ts. */
export class PhoneStatusMonitor {
  readonly #ports: PhoneStatusMonitorPorts;
  readonly #timer: ReturnType<typeof setInterval>;
  #facts: PhoneStatusFacts = { setUp: 'starting', microphone: 'granted', ringer: 'armed', storage: 'kept' };
  #phoneStatus: PhoneStatus = { status: 'working', doing: 'starting' };

  constructor(ports: PhoneStatusMonitorPorts) {
    this.#ports = ports;
    this.#timer = setInterval(() => this.check(), CHECK_EVERY_MS);
  }

  get phoneStatus(): PhoneStatus {
    return this.#phoneStatus;
  }

  know(facts: Partial<PhoneStatusFacts>): void {
    this.#facts = { ...this.#facts, ...facts };
    this.check();
  }

  check(): void {
    const { phone, lastConfirmedAt, now, show } = this.#ports;
    const next = foldPhoneStatus({
      ...this.#facts,
      online: navigator.onLine,
      registration: phone().registration,
      lastConfirmedAt: lastConfirmedAt(),
      now: now(),
    });
    if (JSON.stringify(next) === JSON.stringify(this.#phoneStatus)) return;
    this.#phoneStatus = next;
    show(next);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
