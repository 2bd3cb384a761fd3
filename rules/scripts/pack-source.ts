import type { Pack } from '../../contract/pack/pack.ts';

/** The script pack, which can change between two calls. */
export interface PackSource {
  /** In use now. */
  readonly pack: Pack;
  /** The one that a journal entry names; null if it is not here any more. */
  find(key: string): Pack | null;
}

/** Where there is but one. */
export function onePack(pack: Pack): PackSource {
  return { pack, find: () => pack };
}

/** Under which pack an entry is folded: the one it names, else that of the entry before it. */
export function packOfEntry(
  { pack: key }: { readonly pack?: string },
  before: Pack,
  packs: PackSource,
): Pack {
  return key === undefined ? before : (packs.find(key) ?? packs.pack);
}
