import type { Pack } from '../../contract/pack/pack.ts';

/** The script pack, which can change between two calls. */
export interface PackSource {
  /** In use now. */
  readonly pack: Pack;
  /** The pack that a journal entry names; null if it is no longer stored. */
  find(key: string): Pack | null;
}

/** A source with a single pack. */
export function onePack(pack: Pack): PackSource {
  return { pack, find: () => pack };
}

/** The pack for folding an entry: the one it names, else the pack of the previous entry. */
export function packOfEntry(
  { pack: key }: { readonly pack?: string },
  before: Pack,
  packs: PackSource,
): Pack {
  return key === undefined ? before : (packs.find(key) ?? packs.pack);
}
