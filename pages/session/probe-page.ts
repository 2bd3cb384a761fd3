import { loadSettings } from '../../browser/settings-store.ts';
import { openPageStores } from './page-session.ts';

/** Reads what every page reads first, and lets go of it. Rejects as a page would. */
export async function probePage(): Promise<void> {
  const stores = await openPageStores();
  try {
    await stores.packs.trust();
    if (stores.vault.state.state !== 'not-set-up') await stores.journal.newestSeq();
  } finally {
    stores.close();
  }
  await loadSettings();
}
