import type { Pack } from '../../../contract/pack/pack.ts';
import { mergeValues, type Side } from '../../../contract/release/merge-values.ts';
import { readDraft } from './read-draft.ts';

/** Two drafts that were both made from `before`, as one; null where both changed the same place and nobody is preferred. */
export function mergeDrafts(before: Pack, mine: Pack, theirs: Pack, prefer: Side | null = null): Pack | null {
  const merged = mergeValues({ before, mine, theirs }, prefer);
  if (!merged.merged) return null;
  const read = readDraft(merged.value);
  return read.ok ? read.draft : null;
}
