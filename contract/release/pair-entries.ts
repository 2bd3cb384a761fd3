import { canonicalJson } from './canonical-json.ts';

/** An entry in the old and in the new list; null where it has no counterpart. */
export interface Pair {
  readonly from: number | null;
  readonly to: number | null;
  /** Its order among the other entries changed. */
  readonly moved: boolean;
}

/**
 * Pairs entries with the same id; without ids equal entries, then the rest by kind and order.
 * The result has removed entries first, then the order of the new list.
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

/** Longest increasing subsequence: these entries stayed, the others were moved. */
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
