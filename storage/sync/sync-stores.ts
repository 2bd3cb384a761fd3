import type { Stores } from '../open-stores.ts';

/** The stores that sync reads and writes. */
export type SyncStores = Pick<Stores, 'database' | 'codec' | 'notes' | 'comments' | 'team' | 'journal'>;
