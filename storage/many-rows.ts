import { type Collection, cmp, type IndexableType, type Table } from 'dexie';

/** With fewer keys, single requests are as fast. */
const FEWEST = 20;

/**
 * The existing rows for `keys`, in no order, possibly with other rows between them. Each request to
 * IndexedDB costs time in two processes. Keys that are close together, like an outbox after weeks
 * offline, are read in one request.
 */
export async function readAround<Row, Key extends IndexableType>(
  table: Table<Row, Key>,
  keys: readonly Key[],
): Promise<readonly Row[]> {
  const stretch = stretchOf(table, keys);
  if (stretch !== null && (await stretch.count()) <= 2 * keys.length) return await stretch.toArray();
  return (await table.bulkGet([...keys])).filter((row) => row !== undefined);
}

/** `keys` must belong to rows that this transaction has just read. */
export async function deleteRead<Row, Key extends IndexableType>(
  table: Table<Row, Key>,
  keys: readonly Key[],
): Promise<void> {
  const stretch = stretchOf(table, keys);
  if (stretch !== null && (await stretch.count()) === keys.length) await stretch.delete();
  else await table.bulkDelete([...keys]);
}

/** From the lowest key to the highest; null if one request does not pay off. */
function stretchOf<Row, Key extends IndexableType>(
  table: Table<Row, Key>,
  keys: readonly Key[],
): Collection<Row, Key> | null {
  const inOrder = keys.toSorted(cmp);
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (keys.length < FEWEST || first === undefined || last === undefined) return null;
  return table.where(':id').between(first, last, true, true);
}
