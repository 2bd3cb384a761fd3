type Key = string | number;

/** A deep copy of `value` with another value at `path`. */
export function withValue(value: unknown, path: readonly Key[], next: unknown): unknown {
  const copy: unknown = structuredClone(value);
  const [parent, key] = parentOf(copy, path);
  Reflect.set(parent, key, next);
  return copy;
}

/** A deep copy of `value` without `path`; a list closes the gap. */
export function without(value: unknown, path: readonly Key[]): unknown {
  const copy: unknown = structuredClone(value);
  const [parent, key] = parentOf(copy, path);
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else Reflect.deleteProperty(parent, key);
  return copy;
}

/** Every place inside a JSON value, parents before children. */
export function placesOf(value: unknown, path: readonly Key[] = []): (readonly Key[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    const here = [...path, Array.isArray(value) ? Number(name) : name];
    return [here, ...placesOf(child, here)];
  });
}

/** The value at `path`, or undefined. */
export function valueAt(value: unknown, path: readonly Key[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at ? Reflect.get(at, key) : undefined),
    value,
  );
}

function parentOf(root: unknown, path: readonly Key[]): [parent: object, key: Key] {
  const parent = valueAt(root, path.slice(0, -1));
  const key = path.at(-1);
  if (typeof parent !== 'object' || parent === null || key === undefined)
    throw new Error(`no place ${path.join('.')}`);
  return [parent, key];
}
