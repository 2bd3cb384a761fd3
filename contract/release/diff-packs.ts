import type { Pack } from '../pack/pack.ts';
import { canonicalJson } from './canonical-json.ts';
import type { PackChange, PackPlace } from './pack-change.ts';
import { packValue } from './pack-value.ts';
import { pairEntries } from './pair-entries.ts';

/** One place in both packs. */
interface Spot extends Pick<PackChange, 'path' | 'places' | 'field' | 'nthWait'> {
  readonly before: unknown;
  readonly after: unknown;
  /** Number of waits up to the one in this step. */
  readonly waits: number;
}

/** The differences, in the order of the pack. Empty exactly if both are equal. */
export function diffPacks(before: Pack, after: Pack): readonly PackChange[] {
  return diff({ before, after, path: [], places: [], field: [], nthWait: null, waits: 0 });
}

function diff(spot: Spot): readonly PackChange[] {
  const { before, after } = spot;
  if (canonicalJson(before) === canonicalJson(after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return diffLists(spot, before, after);
  if (isGroup(before) && isGroup(after) && isSameKind(before, after)) {
    const names = [...Object.keys(before), ...Object.keys(after).filter((name) => !(name in before))];
    return names.flatMap((name) => diff(fieldOf(spot, name, before[name], after[name])));
  }
  const name = spot.field.at(-1) ?? '';
  return [change(spot, { kind: 'set', from: packValue(before, name), to: packValue(after, name) })];
}

function diffLists(spot: Spot, before: readonly unknown[], after: readonly unknown[]): readonly PackChange[] {
  const list = String(spot.path.at(-1));
  return pairEntries(before, after).flatMap(({ from, to, moved }): readonly PackChange[] => {
    const [was, is] = [from === null ? undefined : before[from], to === null ? undefined : after[to]];
    const here = entryOf(spot, list, to ?? from ?? 0, was, is);
    if (from === null) return [change(here, { kind: 'added', value: packValue(is, list) })];
    if (to === null) return [change(here, { kind: 'removed', value: packValue(was, list) })];
    const waits = list === 'steps' ? after.slice(0, to + 1).filter(hasWait).length : spot.waits;
    const inside = diff({ ...here, waits });
    return moved ? [change(here, { kind: 'moved', from, to }), ...inside] : inside;
  });
}

function fieldOf(spot: Spot, name: string, before: unknown, after: unknown): Spot {
  const nthWait = name === 'wait' ? Math.max(spot.waits, 1) : spot.nthWait;
  return { ...spot, before, after, nthWait, path: [...spot.path, name], field: [...spot.field, name] };
}

function entryOf(spot: Spot, list: string, position: number, before: unknown, after: unknown): Spot {
  const place: PackPlace = { list, position, id: idOf(after ?? before) };
  return {
    ...spot,
    before,
    after,
    path: [...spot.path, position],
    places: [...spot.places, place],
    field: [],
  };
}

function change({ path, places, field, nthWait }: Spot, what: PackChange['what']): PackChange {
  return { path, places, field, nthWait, what };
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return packValue(value, '').is === 'part';
}

/** A step of another kind is another step; a target elsewhere is another target. */
function isSameKind(
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
): boolean {
  return one['kind'] === other['kind'];
}

function hasWait(step: unknown): boolean {
  return typeof step === 'object' && step !== null && 'wait' in step;
}

function idOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null;
  return typeof value.id === 'string' ? value.id : null;
}
