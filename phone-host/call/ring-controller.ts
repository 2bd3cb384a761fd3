import { type Call, isActive } from '../../calls/call.ts';
import type { CallId } from '../../calls/call-event.ts';
import type { Phone } from '../../calls/fold-phone.ts';
import type { BackgroundRequest } from '../../contract/messages/background-request.ts';
import type { Ringer, RingerState } from './ringer.ts';

interface RingControllerPorts {
  readonly ringer: Pick<Ringer, 'start' | 'stop'>;
  readonly ask: (request: BackgroundRequest) => Promise<unknown>;
  readonly mask: (number: string) => string;
  readonly ringerState: (state: RingerState) => void;
}

/**
 * Keeps ringer, notification and badge true to the phone: a ring starts and ends with the call's state, whatever ended
 * it. While a call has the floor a second one does not sound: the agent is talking, and the panel shows it.
 */
export class RingController {
  readonly #ports: RingControllerPorts;
  readonly #shown = new Set<CallId>();
  #status = '';

  constructor(ports: RingControllerPorts) {
    this.#ports = ports;
  }

  follow(phone: Phone, phoneIsOut: boolean): void {
    const ringing = phone.calls.filter(({ state }) => state === 'ringing');
    const busy = phone.calls.some(isActive);
    if (ringing.length > 0 && !busy) void this.#ports.ringer.start().then(this.#ports.ringerState);
    else this.#ports.ringer.stop();
    this.#followNotifications(ringing);
    this.#followStatus(phone, ringing.length > 0, phoneIsOut);
  }

  #followNotifications(ringing: readonly Call[]): void {
    for (const call of ringing) {
      if (this.#shown.has(call.id)) continue;
      this.#shown.add(call.id);
      const caller = this.#ports.mask(call.remoteParty.number);
      void this.#ports.ask({ to: 'background', kind: 'ring-started', call: call.id, caller });
    }
    for (const id of this.#shown) {
      if (ringing.some((call) => call.id === id)) continue;
      this.#shown.delete(id);
      void this.#ports.ask({ to: 'background', kind: 'ring-ended', call: id });
    }
  }

  #followStatus(phone: Phone, rings: boolean, phoneIsOut: boolean): void {
    const liveCalls = phone.calls.filter(({ state }) => state !== 'ended').length;
    const badge = rings ? 'ringing' : liveCalls > 0 ? 'in-call' : phoneIsOut ? 'out' : 'idle';
    const status = `${badge}:${liveCalls}`;
    if (status === this.#status) return;
    this.#status = status;
    void this.#ports.ask({ to: 'background', kind: 'status', badge, liveCalls });
  }
}
