import { browser } from 'wxt/browser';

const KEY = 'vault-made';

/** Stored apart from the vault: so a vault that was lost differs from one that was never made. */
export async function rememberVault(): Promise<void> {
  await browser.storage.local.set({ [KEY]: true });
}

/** True if keys have been made in this profile. */
export async function vaultWasMade(): Promise<boolean> {
  return (await browser.storage.local.get(KEY))[KEY] === true;
}
