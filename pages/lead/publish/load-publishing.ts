import type { Member } from '../../../contract/api/members/member.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { TeamTrust } from '../../../contract/release/team-trust.ts';
import type { SignerStore } from '../../../storage/packs/signer-store.ts';
import type { LeadServer } from '../frame/lead-server.ts';
import type { PublishView } from '../frame/server-view.ts';
import { signingKey } from '../frame/team-packs.ts';
import type { TeamSession } from '../frame/team-session.ts';
import { acceptRoot } from './change-signers.ts';
import { loadPacks } from './release-packs.ts';
import type { DeviceReceipt } from './release-rows.ts';
import type { StoredHead } from './send-releases.ts';
import { signersView, withFingerprints } from './signers-view.ts';

/** What the page that publishes knows of the server. */
export type PublishingLoaded = Pick<PublishView, 'signer' | 'waitingSigners' | 'signers' | 'agents'> & {
  readonly trust: TeamTrust | null;
  readonly me: string;
  readonly members: readonly Member[];
  /** Newest first. */
  readonly heads: readonly StoredHead[];
  readonly receipts: readonly DeviceReceipt[];
  /** Of the releases that a new one is compared with, by sequence. */
  readonly packs: ReadonlyMap<number, Pack>;
};

export const NOT_LOADED: PublishingLoaded = {
  signer: 'first',
  waitingSigners: [],
  signers: { own: '', root: null, isRoot: false, trusted: [] },
  agents: [],
  trust: null,
  me: '',
  members: [],
  heads: [],
  receipts: [],
  packs: new Map(),
};

interface LoadParts {
  readonly session: TeamSession;
  readonly signers: Pick<SignerStore, 'read' | 'save'>;
}

/**
 * Asks for everything at once; `packs` are those that are loaded already. Null: the session says
 * why. The key of a lead whom nobody has admitted yet is shown to the root.
 */
export async function loadPublishing(
  { session, signers }: LoadParts,
  server: LeadServer,
  packs: PublishingLoaded['packs'],
): Promise<PublishingLoaded | null> {
  const [releases, receipts, trusted, shown, members] = await Promise.all([
    server.releases(),
    server.receipts(),
    session.trust(server),
    server.signers(),
    server.members(),
  ]);
  const heads = session.shown(releases)?.releases;
  const current = session.shown(trusted);
  if (heads === undefined || !trusted.ok) return null;
  const key = await signingKey(signers);
  if (key === null) {
    session.gap.value = 'locked';
    return null;
  }
  const trust = current === null ? null : await acceptRoot({ session, server, root: key, trust: current });
  const known = new Set(trust?.signers.map((one) => one.key));
  const isKnown = known.has(key.publicKey);
  if (trust !== null && !isKnown) await server.showKey(key.publicKey);
  const everybody = members.ok ? members.value.members : [];
  return {
    trust,
    me: server.link.me.member.number,
    signer: trust === null ? 'first' : isKnown ? 'trusted' : 'shown',
    waitingSigners:
      trust?.root === key.publicKey && shown.ok
        ? await withFingerprints(shown.value.signers.filter((one) => !known.has(one.key)))
        : [],
    signers: await signersView(key, trust),
    agents: everybody.filter(({ leftAt }) => leftAt === null),
    members: everybody,
    heads,
    receipts: receipts.ok ? receipts.value.receipts : [],
    packs: trust === null ? new Map() : await loadPacks(server, trust, heads, packs),
  };
}
