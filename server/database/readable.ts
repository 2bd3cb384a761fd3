import * as v from 'valibot';

export interface Readable<T> {
  readonly items: T[];
  /** Rows that no schema of this version reads: they are left out and counted. */
  readonly unreadable: number;
}

/** Reads what can be read: one bad row must not hide those behind it from a team. */
export function readable<Row, T>(rows: readonly Row[], read: (row: Row) => T): Readable<T> {
  const items: T[] = [];
  let unreadable = 0;
  for (const row of rows) {
    const one = readOr(null, () => ({ value: read(row) }));
    if (one === null) unreadable += 1;
    else items.push(one.value);
  }
  return { items, unreadable };
}

/**
 * `otherwise` for a stored value that its schema refuses or that is no JSON; a bug still throws.
 */
export function readOr<T, O>(otherwise: O, read: () => T): T | O {
  try {
    return read();
  } catch (error) {
    if (error instanceof v.ValiError || error instanceof SyntaxError) return otherwise;
    throw error;
  }
}
