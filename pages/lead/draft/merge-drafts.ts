import type { Pack } from '../../../contract/pack/pack.ts';
import { mergeValues, type Side } from '../../../contract/release/merge-values.ts';
import { readDraft } from './read-draft.ts';

/**
 * Merges two drafts made from `before`. Null if both changed the same place and no side is
 * preferred.
 */
export function mergeDrafts(before: Pack, mine: Pack, theirs: Pack, prefer: Side | null = null): Pack | null {
  const merged = mergeValues({ before, mine, theirs }, prefer);
  if (!merged.merged) return null;
  const read = readDraft(merged.value);
  return read.ok ? read.draft : null;
}

/** Both sides merged, with the preferred one's change where both changed the same place. */
export function chosenDraft(before: Pack, sides: Readonly<Record<Side, Pack>>, prefer: Side): Pack {
  return mergeDrafts(before, sides.mine, sides.theirs, prefer) ?? sides[prefer];
}

/** A draft made from `before`, on top of another base. `overtaken`: both changed the same place. */
export function rebasedDraft(before: Pack, draft: Pack, base: Pack) {
  const merged = mergeDrafts(before, draft, base);
  return { pack: merged ?? mergeDrafts(before, draft, base, 'mine'), overtaken: merged === null };
}
