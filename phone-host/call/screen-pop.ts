import type { Call } from '../../calls/call.ts';
import type { CallId } from '../../calls/call-event.ts';
import { findCall, type Phone } from '../../calls/fold-phone.ts';
import type { JournalEntry } from '../../calls/journal-entry.ts';
import { isWithheld } from '../../calls/numbers/withheld.ts';
import { browserClock, type Clock } from '../../calls/sources/clock.ts';
import type { BackgroundRequest } from '../../contract/messages/background-request.ts';
import { screenPopUrl } from '../../contract/settings/screen-pop.ts';
import { HostPart, type Undo } from '../part.ts';
import type { CurrentSettings } from './current-settings.ts';
import type { JournalStream } from './live-journal.ts';

interface PopNeeds {
  readonly journal: JournalStream;
  readonly settings: Pick<CurrentSettings, 'value'>;
  /** As far as it is known. */
  readonly nameOf: (call: CallId) => string;
  /** Of the newest open order of a number; empty if there is none. */
  readonly orderOf: (number: string) => string;
  readonly ask: (request: BackgroundRequest) => Promise<unknown>;
  readonly clock?: Pick<Clock, 'after'>;
}

/** The records of a known caller are found in less. */
const NAME_WITHIN_MS = 1_000;

/** Opens the agent's page about a caller once a call, at the ring or at the answer. */
export class ScreenPop extends HostPart<PopNeeds> {
  /** Calls whose name is still looked up. */
  readonly #waiting = new Map<CallId, Undo>();

  start(): void {
    this.undoOnStop(
      this.needs.journal.subscribe((phone, entry) => this.#update(phone, entry)),
      () => {
        for (const cancel of this.#waiting.values()) cancel();
      },
    );
  }

  #update(phone: Phone, { event }: JournalEntry): void {
    if (!('call' in event)) return;
    const { settings, clock = browserClock } = this.needs;
    const call = findCall(phone, event.call);
    if (call === undefined) return;
    switch (event.type) {
      case 'ringing':
      case 'dialling':
        if (settings.value.screenPopAt !== 'ring') return;
        this.#waiting.set(
          call.id,
          clock.after(NAME_WITHIN_MS, () => this.#pop(call, false)),
        );
        return;
      case 'caller-named':
        if (this.#waiting.has(call.id)) this.#pop(call, false);
        return;
      case 'answered':
        if (settings.value.screenPopAt === 'answer') this.#pop(call, true);
        return;
      case 'ended':
        this.#waiting.get(call.id)?.();
        this.#waiting.delete(call.id);
        return;
      default:
    }
  }

  #pop({ id, remoteParty: { number } }: Call, inFront: boolean): void {
    this.#waiting.get(id)?.();
    this.#waiting.delete(id);
    // Without a number there is nobody to look up.
    if (isWithheld(number)) return;
    const { settings, nameOf, orderOf, ask } = this.needs;
    const { screenPopPage, agentNumber: agent } = settings.value;
    const url = screenPopUrl(screenPopPage, { number, name: nameOf(id), order: orderOf(number), agent });
    if (url !== null) void ask({ to: 'background', kind: 'screen-pop', url, inFront });
  }
}
