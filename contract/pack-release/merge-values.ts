import { sameValue } from './same-value.ts';

/** Not merged: both changed the same place, and only a person can say which of the two stays. */
export type Merged = { readonly merged: true; readonly value: unknown } | { readonly merged: false };

const CLASH: Merged = { merged: false };

type Group = Readonly<Record<string, unknown>>;
type Entry = Group & { readonly id: string };

/**
 * Two states that were both made from `before`, as one: what either side changed, added, removed or moved. Plain data in, plain data out;
 * whether the sum makes sense is for the checks of a pack to say.
 */
export function mergeValues(before: unknown, mine: unknown, theirs: unknown): Merged {
  if (sameValue(before, mine) || sameValue(mine, theirs)) return { merged: true, value: theirs };
  if (sameValue(before, theirs)) return { merged: true, value: mine };
  if (isEntries(before) && isEntries(mine) && isEntries(theirs)) return mergeLists(before, mine, theirs);
  if (isGroup(before) && isGroup(mine) && isGroup(theirs)) return mergeGroups(before, mine, theirs);
  return CLASH;
}

function mergeGroups(before: Group, mine: Group, theirs: Group): Merged {
  const merged: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    // Another kind of step has other fields: half of each would be neither.
    if (name === 'kind' && !(sameValue(mine[name], before[name]) && sameValue(theirs[name], before[name])))
      return CLASH;
    const one = mergeValues(before[name], mine[name], theirs[name]);
    if (!one.merged) return CLASH;
    if (one.value !== undefined) merged[name] = one.value;
  }
  return { merged: true, value: merged };
}

function mergeLists(before: readonly Entry[], mine: readonly Entry[], theirs: readonly Entry[]): Merged {
  const [first, second] = orderedBy(before, theirs) ? [mine, theirs] : [theirs, mine];
  // One of the two must have left the order as it was.
  if (!orderedBy(before, second)) return CLASH;
  const kept = new Map<string, unknown>();
  for (const id of new Set([...idsOf(first), ...idsOf(second)])) {
    const one = mergeValues(find(before, id), find(mine, id), find(theirs, id));
    if (!one.merged) return CLASH;
    if (one.value !== undefined) kept.set(id, one.value);
  }
  const order = [...idsOf(first)];
  for (const [n, id] of idsOf(second).entries()) {
    if (order.includes(id)) continue;
    // Behind the one that it was put behind, or at the beginning.
    order.splice(
      order.indexOf(
        idsOf(second)
          .slice(0, n)
          .findLast((other) => order.includes(other)) ?? '',
      ) + 1,
      0,
      id,
    );
  }
  return { merged: true, value: order.filter((id) => kept.has(id)).map((id) => kept.get(id)) };
}

/** Whether what both have stands in the same order in both. */
function orderedBy(before: readonly Entry[], after: readonly Entry[]): boolean {
  const common = (ids: readonly string[], others: readonly string[]) =>
    ids.filter((id) => others.includes(id));
  return sameValue(common(idsOf(before), idsOf(after)), common(idsOf(after), idsOf(before)));
}

function idsOf(entries: readonly Entry[]): readonly string[] {
  return entries.map(({ id }) => id);
}

function find(entries: readonly Entry[], id: string): Entry | undefined {
  return entries.find((entry) => entry.id === id);
}

/** A list whose entries can be told from one another. */
function isEntries(value: unknown): value is readonly Entry[] {
  if (!Array.isArray(value) || !value.every((entry) => isGroup(entry) && typeof entry['id'] === 'string'))
    return false;
  return new Set(value.map((entry: Entry) => entry.id)).size === value.length;
}

function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
