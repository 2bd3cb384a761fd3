import { browser } from 'wxt/browser';

/**
 * The redirect URI of this extension. Chrome has the identity API only after the permission is
 * granted, but its address follows from the id.
 */
export function redirectAddress(): string {
  const identity: typeof browser.identity | undefined = browser.identity;
  return identity?.getRedirectURL() ?? `https://${browser.runtime.id}.chromiumapp.org/`;
}
