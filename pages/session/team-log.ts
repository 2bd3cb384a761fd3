import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { orderEvents } from '../../contract/team/event-order.ts';
import type { TeamEvent } from '../../contract/team/team-event.ts';
import type { TeamStore } from '../../storage/team/team-store.ts';
import type { Vault } from '../../storage/vault/vault.ts';

interface TeamLogStores {
  readonly team: Pick<TeamStore, 'load' | 'subscribe' | 'subscribeForgotten'>;
  readonly vault: Pick<Vault, 'state' | 'subscribe'>;
}

/** The team's events of one page. Reloaded when what can be read changes. */
export class TeamLog {
  readonly #stores: TeamLogStores;
  readonly #events: Signal<readonly TeamEvent[]> = signal([]);
  readonly #locked = signal(0);
  /** Changed at rest, or of an unknown type or version. */
  readonly #unreadable = signal(0);
  readonly #unread = computed(() => this.#locked.value + this.#unreadable.value);
  readonly #unsubscribe: readonly (() => void)[];
  #whole = false;
  /** Counts loads; results of older ones are dropped. */
  #loads = 0;

  constructor(stores: TeamLogStores) {
    this.#stores = stores;
    this.#unsubscribe = [
      stores.team.subscribe((events) => this.#add(events)),
      stores.team.subscribeForgotten((ids) => {
        const gone = new Set(ids);
        this.#events.value = this.#events.value.filter(({ id }) => !gone.has(id));
      }),
      stores.vault.subscribe(() => void this.load()),
    ];
  }

  /** All events that can be read now, in the order of event-order.ts. */
  get events(): ReadonlySignal<readonly TeamEvent[]> {
    return this.#events;
  }

  /** How many more events an unlock or the team's key would show. */
  get locked(): ReadonlySignal<number> {
    return this.#locked;
  }

  /** How many stored events cannot be read now, including tampered ones. */
  get unread(): ReadonlySignal<number> {
    return this.#unread;
  }

  /** False while loading, and while some events cannot be read. */
  get whole(): boolean {
    return this.#whole;
  }

  /** Reads all events; events appended meanwhile are included. */
  async load(): Promise<void> {
    this.#loads += 1;
    const load = this.#loads;
    this.#whole = false;
    const { state } = this.#stores.vault.state;
    if (state !== 'unlocked') this.#events.value = [];
    if (state === 'not-set-up') return;
    const { events, locked, tampered, skipped } = await this.#stores.team.load();
    if (load !== this.#loads) return;
    this.#locked.value = locked;
    this.#unreadable.value = tampered + skipped;
    this.#whole = locked === 0;
    this.#add(events);
  }

  close(): void {
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
  }

  #add(events: readonly TeamEvent[]): void {
    const known = new Map(this.#events.value.map((event) => [event.id, event]));
    // A list that was read earlier may lack the number that the server has given an event since.
    const news = events.filter(({ id, seq, redactedAt }) => {
      const before = known.get(id);
      if (before === undefined || (seq !== undefined && before.seq !== seq)) return true;
      return redactedAt !== undefined && before.redactedAt !== redactedAt;
    });
    if (news.length === 0) return;
    for (const event of news) known.set(event.id, event);
    this.#events.value = [...known.values()].sort(orderEvents);
  }
}
