/**
 * What must stay deleted whichever back-up is restored. `note` and `subject`: a tombstone, `owner`
 * the member whose note it is. `erasure`: a number, by its keyed hash; `customer`: one that was
 * removed from the contact list up to `at`. `device` and `token`: revoked. `webhook`: removed.
 * `member`: left; `at` is null when they came back.
 */
export interface Deletion {
  /** Empty for devices, tokens, webhooks and members: their ids are unique in the organisation. */
  readonly team: string;
  readonly kind: 'note' | 'subject' | 'erasure' | 'customer' | 'device' | 'token' | 'webhook' | 'member';
  readonly id: string;
  readonly owner: string | null;
  readonly at: number | null;
}

export function revokedDevice(id: string, at: number): Deletion {
  return { team: '', kind: 'device', id, owner: null, at };
}

export function revokedToken(id: string, at: number): Deletion {
  return { team: '', kind: 'token', id, owner: null, at };
}

export function removedWebhook(id: string, at: number): Deletion {
  return { team: '', kind: 'webhook', id, owner: null, at };
}

export function removedCustomer(team: string, key: string, at: number): Deletion {
  return { team, kind: 'customer', id: key, owner: null, at };
}

/** `at` is null for a member who came back. */
export function leftMember(id: string, at: number | null): Deletion {
  return { team: '', kind: 'member', id, owner: null, at };
}
