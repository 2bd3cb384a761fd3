import { type Collection, cmp, type IndexableType, type Table } from 'dexie';

/** Fewer are asked for one by one as quickly. */
const FEWEST = 20;

/**
 * The rows that there are for `keys`, with others that lie between them; in no order. Each request to IndexedDB is paid for in
 * two processes: keys that lie close together, as what is owed after weeks offline, are asked for in one.
 */
export async function readAround<Row, Key extends IndexableType>(
  table: Table<Row, Key>,
  keys: readonly Key[],
): Promise<readonly Row[]> {
  const stretch = stretchOf(table, keys);
  if (stretch !== null && (await stretch.count()) <= 2 * keys.length) return await stretch.toArray();
  return (await table.bulkGet([...keys])).filter((row) => row !== undefined);
}

/** `keys` are of rows that this transaction has just read. */
export async function deleteRead<Row, Key extends IndexableType>(
  table: Table<Row, Key>,
  keys: readonly Key[],
): Promise<void> {
  const stretch = stretchOf(table, keys);
  if (stretch !== null && (await stretch.count()) === keys.length) await stretch.delete();
  else await table.bulkDelete([...keys]);
}

/** From the lowest key to the highest; null where that is not worth it. */
function stretchOf<Row, Key extends IndexableType>(
  table: Table<Row, Key>,
  keys: readonly Key[],
): Collection<Row, Key> | null {
  const inOrder = keys.toSorted(cmp);
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (keys.length < FEWEST || first === undefined || last === undefined) return null;
  return table.where(':id').between(first, last, true, true);
}
