import { entryKey, isNamedList } from './entry-key.ts';
import { sameValue } from './same-value.ts';

type Group = Readonly<Record<string, unknown>>;
type Changes = ReadonlyMap<string, unknown>;

/**
 * The smallest places in which two versions differ, each with its new value (undefined: removed). A
 * place is named by fields and by names of entries (`situations/silent-caller/steps/step-1/text`),
 * so it stays the same when entries are added or moved. `#` ends the place of a list's order.
 */
export function changedPlaces(before: unknown, after: unknown, place = ''): Changes {
  if (sameValue(before, after)) return new Map();
  if (isNamedList(before) && isNamedList(after)) {
    const [was, is] = [byKey(before), byKey(after)];
    const inside = [...new Set([...was.keys(), ...is.keys()])].map((key) =>
      changedPlaces(was.get(key), is.get(key), join(place, key)),
    );
    const order = sameOrder(was, is) ? [] : [new Map([[`${place}#`, [...is.keys()]]])];
    return merged([...order, ...inside]);
  }
  if (isGroup(before) && isGroup(after) && before['kind'] === after['kind']) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return merged([...names].map((name) => changedPlaces(before[name], after[name], join(place, name))));
  }
  return new Map([[place, after]]);
}

/** `before` with the changes of `after` at the chosen places only. */
export function withChanges(
  before: unknown,
  after: unknown,
  isChosen: (place: string) => boolean,
  place = '',
): unknown {
  if (sameValue(before, after)) return before;
  if (isNamedList(before) && isNamedList(after)) {
    const [was, is] = [byKey(before), byKey(after)];
    const [first, second] = isChosen(`${place}#`) ? [is, was] : [was, is];
    return woven([...first.keys()], [...second.keys()]).flatMap((key) => {
      const entry = withChanges(was.get(key), is.get(key), isChosen, join(place, key));
      return entry === undefined ? [] : [entry];
    });
  }
  if (isGroup(before) && isGroup(after) && before['kind'] === after['kind']) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    const fields = [...names].map((name): [string, unknown] => [
      name,
      withChanges(before[name], after[name], isChosen, join(place, name)),
    ]);
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  }
  return isChosen(place) ? after : before;
}

/** Whether a change of one place is about the other place too: the same, inside it or around it. */
export function touches(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);
}

/**
 * The first order; an entry only in the second follows the one it follows there, or comes first.
 */
export function woven(first: readonly string[], second: readonly string[]): readonly string[] {
  const order = [...first];
  for (const [n, id] of second.entries()) {
    if (order.includes(id)) continue;
    const ahead = second.slice(0, n).findLast((other) => order.includes(other));
    order.splice(ahead === undefined ? 0 : order.indexOf(ahead) + 1, 0, id);
  }
  return order;
}

function sameOrder(was: Changes, is: Changes): boolean {
  return sameValue(
    [...was.keys()].filter((key) => is.has(key)),
    [...is.keys()].filter((key) => was.has(key)),
  );
}

function byKey(list: readonly Group[]): Map<string, unknown> {
  return new Map(
    list.flatMap((entry): [string, unknown][] => {
      const key = entryKey(entry);
      return key === null ? [] : [[key, entry]];
    }),
  );
}

function join(place: string, name: string): string {
  return place === '' ? name : `${place}/${name}`;
}

function merged(maps: readonly Changes[]): Changes {
  return new Map(maps.flatMap((map) => [...map]));
}

function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
