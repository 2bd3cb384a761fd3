import type { Call } from '../../call.ts';
import type { CallEvent, CallId, Instant, PhoneEvent } from '../../call-event.ts';
import {
  activeCall,
  findCall,
  foldPhone,
  type Phone,
  QUIET_PHONE,
  type Registration,
} from '../../fold-phone.ts';
import type { Clock } from '../clock.ts';

/** Calls that ended are remembered for repeats of their Call-ID; a host may run for weeks. */
const MOST_CALLS = 100;

/**
 * What a source has reported so far, folded by the same rules as everywhere else. The source
 * decides by it, so it never reports an event that its readers would find impossible. Repeats are
 * dropped.
 */
export class CallRegistry {
  #phone: Phone = QUIET_PHONE;
  #emit: (event: CallEvent | PhoneEvent) => void = () => {};
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  emitTo(emit: (event: CallEvent | PhoneEvent) => void): void {
    this.#emit = emit;
  }

  record(event: CallEvent | PhoneEvent): void {
    const result = foldPhone(this.#phone, event);
    if (result.verdict === 'repeat') return;
    if (result.verdict === 'applied') this.#phone = withoutOld(result.phone);
    this.#emit(event);
  }

  now(): Instant {
    return this.#clock.now();
  }

  get registration(): Registration {
    return this.#phone.registration;
  }

  call(id: CallId): Call | undefined {
    return findCall(this.#phone, id);
  }

  activeCall(except?: CallId): Call | undefined {
    return activeCall(this.#phone, except);
  }
}

function withoutOld(phone: Phone): Phone {
  const surplus = phone.calls.length - MOST_CALLS;
  if (surplus <= 0) return phone;
  return { ...phone, calls: phone.calls.filter(({ state }, at) => state !== 'ended' || at >= surplus) };
}
