import { browser } from 'wxt/browser';

/** Where an issuer sends people back to. Chrome has no such interface before the permission, and its address follows from the id. */
export function redirectAddress(): string {
  const identity: typeof browser.identity | undefined = browser.identity;
  return identity?.getRedirectURL() ?? `https://${browser.runtime.id}.chromiumapp.org/`;
}
