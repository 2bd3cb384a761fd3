import { callServer, type ServerAddress } from '../../browser/server/call-server.ts';
import type { CallId } from '../../calls/call-event.ts';
import { findCall } from '../../calls/fold-phone.ts';
import { browserClock, type Clock } from '../../calls/sources/clock.ts';
import { within } from '../../calls/timing/within.ts';
import type { ListedCustomer } from '../../calls/vocabulary/listed-customer.ts';
import type { TeamContact } from '../../calls/vocabulary/team-contact.ts';
import { contactsApi } from '../../contract/api/contacts/contacts-api.ts';
import { numberForm } from '../../contract/numbers/number-form.ts';
import type { LiveJournal } from '../call/live-journal.ts';
import { HostPart } from '../part.ts';

interface FinderNeeds {
  readonly journal: Pick<LiveJournal, 'subscribe' | 'record'>;
  readonly now: () => number;
  readonly clock?: Pick<Clock, 'after'>;
}

/** For the number of a live call. */
interface Asked {
  readonly form: string;
  /** Empty until the server answers. */
  contacts: readonly TeamContact[];
  /** Null: not in the contact list, or not known yet. */
  customer: ListedCustomer | null;
}

const BRINGS_NUMBER: ReadonlySet<string> = new Set(['ringing', 'dialling', 'remote-party-changed']);

/** A later answer comes when the agent has long begun to speak. */
const ANSWER_WITHIN_MS = 5_000;

/**
 * Asks the team's server for the last contacts with the other side and for its entry in the contact
 * list, once for each number of a live call. Without an answer the call goes on with what this
 * device knows.
 */
export class ContactFinder extends HostPart<FinderNeeds> {
  readonly #asked = new Map<CallId, Asked>();
  #address: ServerAddress | null = null;

  /** Null: this browser belongs to no team. */
  use(address: ServerAddress | null): void {
    this.#address = address;
  }

  start(): void {
    this.undoOnStop(
      this.needs.journal.subscribe((phone, { event }) => {
        if (event.type === 'ended') this.#asked.delete(event.call);
        if (!BRINGS_NUMBER.has(event.type) || !('call' in event)) return;
        const call = findCall(phone, event.call);
        if (call === undefined || call.state === 'ended') return;
        void this.#find(call.id, call.remoteParty.number);
      }),
    );
  }

  override stop(): void {
    super.stop();
    this.#asked.clear();
  }

  async #find(call: CallId, number: string): Promise<void> {
    const form = numberForm(number);
    const before = this.#asked.get(call);
    // Only the name is another one: the contacts of the number stay.
    if (before !== undefined && before.form === form) return this.#record(call, before);
    // An answer for the number before is void, also where the new number is withheld.
    this.#asked.delete(call);
    if (form === null || this.#address === null) return;
    const asked: Asked = { form, contacts: [], customer: null };
    this.#asked.set(call, asked);
    const { clock = browserClock } = this.needs;
    const asking = callServer(this.#address, contactsApi.ofNumber, { body: { number, call } });
    const outcome = await within(ANSWER_WITHIN_MS, asking, clock);
    if (!outcome.inTime || !outcome.value.ok || this.#asked.get(call) !== asked) return;
    asked.contacts = outcome.value.value.contacts;
    asked.customer = outcome.value.value.customer ?? null;
    this.#record(call, asked);
  }

  #record(call: CallId, { contacts, customer }: Asked): void {
    const { journal, now } = this.needs;
    if (customer !== null) journal.record('host', { type: 'customer-found', call, at: now(), ...customer });
    if (contacts.length > 0) journal.record('host', { type: 'contacts-found', call, at: now(), contacts });
  }
}
