import type { Stores } from '../open-stores.ts';

/** What sync reads and writes. */
export type SyncStores = Pick<Stores, 'database' | 'codec' | 'notes' | 'comments' | 'team' | 'journal'>;
