import { type Call, isActive } from '../../calls/call.ts';
import type { CallId } from '../../calls/call-event.ts';
import type { Phone } from '../../calls/fold-phone.ts';
import type { BackgroundRequest } from '../../contract/messages/background-request.ts';
import { maskNumber } from '../../contract/numbers/mask.ts';
import { HostPart } from '../part.ts';
import type { JournalStream } from './live-journal.ts';
import type { Ringer } from './ringer.ts';
import type { StatusFacts } from './status-facts.ts';

interface RingNeeds {
  readonly journal: JournalStream;
  readonly ringer: Pick<Ringer, 'start' | 'stop'>;
  readonly ask: (request: BackgroundRequest) => Promise<unknown>;
  readonly facts: Pick<StatusFacts, 'report'>;
}

/**
 * Rings and shows notifications as the calls' states say, whatever ended a ring. During an active
 * call a second one makes no sound: the agent is talking, and the panel shows it.
 */
export class RingController extends HostPart<RingNeeds> {
  readonly #notified = new Set<CallId>();

  start(): void {
    this.undoOnStop(this.needs.journal.subscribe((phone) => this.#update(phone)));
  }

  override stop(): void {
    super.stop();
    this.needs.ringer.stop();
    this.#notify([]);
  }

  #update(phone: Phone): void {
    const { ringer, facts } = this.needs;
    const ringing = phone.calls.filter(({ state }) => state === 'ringing');
    // A softphone in a page rings there.
    if (ringing.some(({ watchOnly }) => watchOnly !== true) && !phone.calls.some(isActive)) {
      void ringer.start().then((state) => facts.report({ ringer: state }));
    } else ringer.stop();
    this.#notify(ringing);
  }

  #notify(ringing: readonly Call[]): void {
    const { ask } = this.needs;
    for (const { id, remoteParty, watchOnly = false } of ringing) {
      if (this.#notified.has(id)) continue;
      this.#notified.add(id);
      const caller = maskNumber(remoteParty.number);
      void ask({ to: 'background', kind: 'ring-started', call: id, caller, watchOnly });
    }
    for (const id of this.#notified) {
      if (ringing.some((call) => call.id === id)) continue;
      this.#notified.delete(id);
      void ask({ to: 'background', kind: 'ring-ended', call: id });
    }
  }
}
