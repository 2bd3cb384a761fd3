import { canonicalJson } from './canonical-json.ts';

/** An entry of the old list and what became of it in the new one; null where it has no counterpart. */
export interface Pair {
  readonly from: number | null;
  readonly to: number | null;
  /** It stands before or after other entries than it did. */
  readonly moved: boolean;
}

/**
 * Which entries of two lists are the same: those with the same id; without ids those that are equal, and of what is left
 * the groups of one kind, in their order. In the order of the new list, what was removed first.
 */
export function pairEntries(before: readonly unknown[], after: readonly unknown[]): readonly Pair[] {
  const partner = new Map<number, number>();
  const used = new Set<number>();
  for (const alike of [sameId, equal, sameKind]) {
    for (const [to, entry] of after.entries()) {
      if (partner.has(to)) continue;
      const from = before.findIndex((other, n) => !used.has(n) && alike(other, entry));
      if (from < 0) continue;
      partner.set(to, from);
      used.add(from);
    }
  }
  const stays = longestRun([...after.keys()].flatMap((to) => partner.get(to) ?? []));
  const gone = [...before.keys()].filter((from) => !used.has(from));
  return [
    ...gone.map((from): Pair => ({ from, to: null, moved: false })),
    ...[...after.keys()].map((to): Pair => {
      const from = partner.get(to) ?? null;
      return { from, to, moved: from !== null && !stays.has(from) };
    }),
  ];
}

function sameId(one: unknown, other: unknown): boolean {
  return isGroup(one) && isGroup(other) && typeof one['id'] === 'string' && one['id'] === other['id'];
}

function equal(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

function sameKind(one: unknown, other: unknown): boolean {
  if (!isGroup(one) || !isGroup(other) || 'id' in one || 'id' in other) return false;
  return one['kind'] === other['kind'];
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The most numbers that already stand in rising order: they stayed, the others were moved. */
function longestRun(numbers: readonly number[]): ReadonlySet<number> {
  const ending: (readonly number[])[] = [];
  for (const [n, number] of numbers.entries()) {
    const earlier = ending.slice(0, n).filter((run) => (run.at(-1) ?? -1) < number);
    const longest = earlier.reduce<readonly number[]>(
      (best, run) => (run.length > best.length ? run : best),
      [],
    );
    ending.push([...longest, number]);
  }
  return new Set(
    ending.reduce<readonly number[]>((best, run) => (run.length > best.length ? run : best), []),
  );
}
