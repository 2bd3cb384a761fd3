type Group = Readonly<Record<string, unknown>>;

/** What names an entry within its list: its id, or the day that only one entry can be about. */
const NAMES = ['id', 'day', 'from'] as const;

/** Null for an entry without a name, such as a trigger or a sentence. */
export function entryKey(entry: unknown): string | null {
  if (typeof entry !== 'object' || entry === null) return null;
  for (const name of NAMES) {
    const key: unknown = Reflect.get(entry, name);
    if (typeof key === 'string' && key !== '') return key;
  }
  return null;
}

/** A list whose entries have distinct names. */
export function isNamedList(value: unknown): value is readonly Group[] {
  if (!Array.isArray(value)) return false;
  const keys = value.map(entryKey);
  return keys.every((key) => key !== null) && new Set(keys).size === keys.length;
}
