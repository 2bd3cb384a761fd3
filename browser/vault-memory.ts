import { browser } from 'wxt/browser';

const KEY = 'vault-made';

/** Kept apart from the store itself, so that a store that the disk lost is not taken for one that never was. */
export async function rememberVault(): Promise<void> {
  await browser.storage.local.set({ [KEY]: true });
}

/** True if keys were once made in this profile. */
export async function vaultWasMade(): Promise<boolean> {
  return (await browser.storage.local.get(KEY))[KEY] === true;
}
