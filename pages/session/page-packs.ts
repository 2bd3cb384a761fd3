import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import {
  PACK_CHANNEL,
  type PackMessage,
  type PackState,
  SHIPPED_PACK,
} from '../../contract/messages/pack-message.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import { packKey, shippedPackKey } from '../../contract/pack/pack-key.ts';
import { setTeamZone } from '../../contract/team/team-zone.ts';
import type { PackStore } from '../../storage/packs/pack-store.ts';

interface NamedPack {
  /** Names the pack in journal entries. */
  readonly key: string;
  readonly pack: Pack;
}

/**
 * The script packs of one page: the one in use, and those of earlier calls and orders, so that a
 * replay of the journal gives the same result. Without a release it is the shipped pack.
 */
export class PagePacks {
  readonly #channel = new BroadcastChannel(PACK_CHANNEL);
  readonly #shipped: NamedPack;
  readonly #inUse: Signal<NamedPack>;
  readonly #state: Signal<PackState> = signal(SHIPPED_PACK);
  readonly #known: Map<string, Pack>;

  private constructor(shipped: Pack) {
    this.#shipped = { key: shippedPackKey(shipped), pack: shipped };
    this.#inUse = signal(this.#shipped);
    this.#known = new Map([[this.#shipped.key, shipped]]);
  }

  /** Reads the packs that the phone host checked, and follows its changes. */
  static async open(stored: PackStore, shipped: Pack): Promise<PagePacks> {
    const packs = new PagePacks(shipped);
    packs.#channel.onmessage = ({ data }: MessageEvent<PackMessage>) => {
      if (data.kind === 'state') packs.#state.value = data.state;
      if (data.kind === 'swapped') packs.#use(data);
    };
    const trust = await stored.trust();
    for (const { digest, pack, status } of trust === null ? [] : await stored.all(trust.team)) {
      const named = { key: packKey(digest), pack };
      packs.#known.set(named.key, pack);
      if (status === 'in-use') packs.#use(named);
    }
    packs.#say({ kind: 'ask' });
    return packs;
  }

  /** The pack in use. Reading it ties a rendering to it. */
  get pack(): Pack {
    return this.#inUse.value.pack;
  }

  get key(): string {
    return this.#inUse.value.key;
  }

  get state(): ReadonlySignal<PackState> {
    return this.#state;
  }

  /** The pack of a journal entry; null if it is no longer stored. */
  find(key: string): Pack | null {
    return this.#known.get(key) ?? null;
  }

  /** Changes the pack on all pages; only the phone host calls it. Null: the shipped pack. */
  swap(release: { readonly digest: string; readonly pack: Pack } | null): void {
    const named = release === null ? this.#shipped : { key: packKey(release.digest), pack: release.pack };
    if (named.key === this.key) return;
    this.#use(named);
    this.#say({ kind: 'swapped', ...named });
  }

  close(): void {
    this.#channel.close();
  }

  markNoteRead(digest: string): void {
    this.#say({ kind: 'note-read', digest });
  }

  #use({ key, pack }: NamedPack): void {
    this.#known.set(key, pack);
    setTeamZone(pack.settings.timeZone === '' ? null : pack.settings.timeZone);
    this.#inUse.value = { key, pack };
  }

  #say(message: PackMessage): void {
    this.#channel.postMessage(message);
  }
}
