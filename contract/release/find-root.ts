import type { Bytes } from './ed25519.ts';
import { fingerprintOf } from './fingerprint.ts';
import { claimedSigner } from './signed-document.ts';
import type { TeamTrust } from './team-trust.ts';

/** The key with this fingerprint among those that claim to have signed the lists. */
export async function rootWith(fingerprint: string, lists: readonly Bytes[]): Promise<string | null> {
  for (const root of new Set(lists.map((list) => claimedSigner('team-keys', list)))) {
    if (root !== null && (await fingerprintOf(root)) === fingerprint) return root;
  }
  return null;
}

/**
 * The key whose fingerprint people compare: it claims to have signed the newest list. Only lists
 * that it really signed are applied afterwards.
 */
export function shownRoot(lists: readonly Bytes[]): string | null {
  const newest = lists.at(-1);
  return newest === undefined ? null : claimedSigner('team-keys', newest);
}

/** The lists to apply, oldest first: at the beginning from the first one that the root signed. */
export function listsOf(trust: TeamTrust | null, lists: readonly Bytes[]): readonly Bytes[] {
  if (trust === null || trust.sequence > 0) return lists;
  const first = lists.findIndex((list) => claimedSigner('team-keys', list) === trust.root);
  // None: the first one shows that the server's root is another.
  return lists.slice(Math.max(first, 0));
}
