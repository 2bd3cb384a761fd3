import { canonicalJson } from './canonical-json.ts';
import { woven } from './changed-places.ts';
import { entryKey, isNamedList } from './entry-key.ts';
import { sameValue } from './same-value.ts';

/** Both sides changed the same place: a person has to decide. */
export type Merged = { readonly merged: true; readonly value: unknown } | { readonly merged: false };

export type Side = 'mine' | 'theirs';
type Group = Readonly<Record<string, unknown>>;

/** Three versions of one place. */
interface Three<T> {
  readonly before: T;
  readonly mine: T;
  readonly theirs: T;
}

/**
 * Merges two versions that were made from `before`: all changes of both. `prefer` decides where
 * both changed the same place. The checks of a pack decide whether the result is valid.
 */
export function mergeValues(three: Three<unknown>, prefer: Side | null = null): Merged {
  const { before, mine, theirs } = three;
  if (sameValue(before, mine) || sameValue(mine, theirs)) return { merged: true, value: theirs };
  if (sameValue(before, theirs)) return { merged: true, value: mine };
  if (isNamedList(before) && isNamedList(mine) && isNamedList(theirs)) {
    return mergeLists({ before, mine, theirs }, prefer);
  }
  if (Array.isArray(before) && Array.isArray(mine) && Array.isArray(theirs)) {
    const both = bothAdditions({ before, mine, theirs });
    if (both !== null) return { merged: true, value: both };
  }
  if (isGroup(before) && isGroup(mine) && isGroup(theirs)) {
    return mergeGroups({ before, mine, theirs }, prefer);
  }
  return clash(three, prefer);
}

function clash(three: Three<unknown>, prefer: Side | null): Merged {
  return prefer === null ? { merged: false } : { merged: true, value: three[prefer] };
}

function mergeGroups(groups: Three<Group>, prefer: Side | null): Merged {
  const { before, mine, theirs } = groups;
  // Kinds have different fields: a mix of two kinds would be invalid.
  const kinds = new Set([before['kind'], mine['kind'], theirs['kind']]);
  if (kinds.size > 1) return clash(groups, prefer);
  const merged: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const at = { before: before[name], mine: mine[name], theirs: theirs[name] };
    const one = mergeValues(at, prefer);
    if (!one.merged) return one;
    if (one.value !== undefined) merged[name] = one.value;
  }
  return { merged: true, value: merged };
}

function mergeLists({ before, mine, theirs }: Three<readonly Group[]>, prefer: Side | null): Merged {
  const moved = { mine: !hasOrderOf(before, mine), theirs: !hasOrderOf(before, theirs) };
  if (moved.mine && moved.theirs && prefer === null) return { merged: false };
  const leads = moved.mine === moved.theirs ? (prefer ?? 'theirs') : moved.mine ? 'mine' : 'theirs';
  const kept = new Map<string, unknown>();
  for (const id of new Set([...idsOf(mine), ...idsOf(theirs)])) {
    const at = { before: find(before, id), mine: find(mine, id), theirs: find(theirs, id) };
    const one = mergeValues(at, prefer);
    if (!one.merged) return one;
    if (one.value !== undefined) kept.set(id, one.value);
  }
  const order = leads === 'mine' ? woven(idsOf(mine), idsOf(theirs)) : woven(idsOf(theirs), idsOf(mine));
  return { merged: true, value: order.filter((id) => kept.has(id)).map((id) => kept.get(id)) };
}

/** Whether the common entries have the same order in both. */
function hasOrderOf(before: readonly Group[], after: readonly Group[]): boolean {
  const common = (ids: readonly string[], others: readonly string[]) =>
    ids.filter((id) => others.includes(id));
  return sameValue(common(idsOf(before), idsOf(after)), common(idsOf(after), idsOf(before)));
}

/** Entries without a name: what each side added, where neither changed, moved or removed one. */
function bothAdditions({ before, mine, theirs }: Three<readonly unknown[]>): readonly unknown[] | null {
  const [was, own, others] = [namesOf(before), namesOf(mine), namesOf(theirs)];
  if (was === null || own === null || others === null) return null;
  const keepsAll = (list: readonly string[]) =>
    sameValue(
      list.filter((entry) => was.includes(entry)),
      was,
    );
  if (!keepsAll(own) || !keepsAll(others)) return null;
  const entries = new Map([...mine, ...theirs].map((entry) => [canonicalJson(entry), entry]));
  return woven(others, own).map((entry) => entries.get(entry));
}

/** Null if an entry is there twice. */
function namesOf(list: readonly unknown[]): readonly string[] | null {
  const names = list.map(canonicalJson);
  return new Set(names).size === names.length ? names : null;
}

function idsOf(entries: readonly Group[]): readonly string[] {
  return entries.flatMap((entry) => entryKey(entry) ?? []);
}

function find(entries: readonly Group[], id: string): Group | undefined {
  return entries.find((entry) => entryKey(entry) === id);
}

function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
