import type { SigningKey } from '../../../contract/release/ed25519.ts';
import { openDocument } from '../../../contract/release/signed-document.ts';
import { anchorOf, MOST_KEPT_RELEASES, type TeamTrust } from '../../../contract/release/team-trust.ts';
import type { LeadServer } from '../frame/lead-server.ts';
import type { PublishAction, PublishView, ReleaseRow } from '../frame/server-view.ts';
import { nextList } from '../frame/team-packs.ts';
import type { TeamSession } from '../frame/team-session.ts';

/** `root` is the key of this lead, which signs the list; a null `trust` is a team's first list. */
interface Signing<Trust> {
  readonly session: TeamSession;
  readonly server: LeadServer;
  readonly root: SigningKey;
  readonly trust: Trust;
}

interface SignedReleases extends Pick<PublishView, 'waitingSigners'> {
  /** Newest first. */
  readonly history: readonly Pick<ReleaseRow, 'sequence'>[];
}

type SignerChange = Exclude<PublishAction, { readonly do: 'choose' | 'publish' | 'roll-back' | 'withdraw' }>;

/** Signs and sends the next list of the team's signers. */
export async function changeSigners(
  { trust, ...by }: Signing<TeamTrust | null>,
  change: SignerChange,
  { waitingSigners, history }: SignedReleases,
): Promise<void> {
  switch (change.do) {
    case 'trust-signer': {
      const signer = waitingSigners.find(({ key }) => key === change.key);
      if (signer === undefined) return;
      const added = { key: change.key, holder: signer.holder, lastSequence: null };
      return await sendList({ ...by, trust }, { signers: [...(trust?.signers ?? []), added] });
    }
    case 'retire-signer':
      return trust === null ? undefined : await retire({ ...by, trust }, change.key, history);
    case 'hand-over-root': {
      const next = trust?.signers.find(({ key }) => key === change.key);
      if (trust === null || next === undefined || next.lastSequence !== null) return;
      // The list after this one is signed by the other lead's key.
      return await sendList({ ...by, trust }, { signers: trust.signers, nextRoot: next.key });
    }
    default:
      change satisfies never;
  }
}

/** A root that was handed over to this browser signs a list: new devices begin with it. */
export async function acceptRoot({ session, server, root, trust }: Signing<TeamTrust>): Promise<TeamTrust> {
  if (trust.root !== root.publicKey || anchorOf(trust) === root.publicKey) return trust;
  const list = await nextList({ team: trust.team, trust, root, signers: trust.signers });
  if (!(await server.addKeyList(list.document)).ok) return trust;
  await session.believe(list.trust);
  return list.trust;
}

/**
 * The key signs nothing after the newest release. What it has signed stays valid, by digest: the
 * sequence and the time in a release are what its signer writes.
 */
async function retire(
  by: Signing<TeamTrust>,
  retired: string,
  history: readonly Pick<ReleaseRow, 'sequence'>[],
): Promise<void> {
  const lastSequence = history[0]?.sequence ?? 0;
  const releases = await releasesSignedBy(by.server, by.trust, retired, history);
  const signers = by.trust.signers.map((signer) =>
    signer.key === retired && signer.lastSequence === null ? { ...signer, lastSequence, releases } : signer,
  );
  await sendList(by, { signers });
}

async function sendList(
  { session, server, root, trust }: Signing<TeamTrust | null>,
  next: Pick<Parameters<typeof nextList>[0], 'signers' | 'nextRoot'>,
): Promise<void> {
  const list = await nextList({ ...next, root, trust, team: server.link.me.team.id });
  if ((await session.ask(server.addKeyList(list.document))) !== null) await session.believe(list.trust);
}

/** Digests of the newest releases with a good signature of this key, as the server has them. */
async function releasesSignedBy(
  server: LeadServer,
  { signers }: TeamTrust,
  key: string,
  history: readonly Pick<ReleaseRow, 'sequence'>[],
): Promise<string[]> {
  if (!signers.some((signer) => signer.key === key)) return [];
  const newest = history.slice(0, MOST_KEPT_RELEASES);
  const opened = await Promise.all(
    newest.map(async ({ sequence }) => {
      const bytes = await server.release(sequence);
      return bytes === null ? null : await openDocument('pack-release', bytes, [key]);
    }),
  );
  return opened.flatMap((one) => (one?.ok === true ? [one.digest] : []));
}
