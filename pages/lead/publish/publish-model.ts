import { type Signal, signal } from '@preact/signals';
import { i18n } from '#i18n';
import type { Instant } from '../../../calls/call-event.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import { diffPacks } from '../../../contract/release/diff-packs.ts';
import type { SigningKey } from '../../../contract/release/ed25519.ts';
import { PACK_FORM } from '../../../contract/release/release.ts';
import type { TeamTrust } from '../../../contract/release/team-trust.ts';
import { signRelease } from '../../../contract/release/verify-release.ts';
import type { SignerStore } from '../../../storage/packs/signer-store.ts';
import type { LeadServer } from '../frame/lead-server.ts';
import type { Publication, PublishAction, PublishView, ReleaseRow } from '../frame/server-view.ts';
import { listWith, packOf, signingKey, trustOf } from '../frame/team-packs.ts';
import type { TeamSession } from '../frame/team-session.ts';
import type { ScriptsModel } from '../scripts/scripts-model.ts';

interface PublishParts {
  readonly session: TeamSession;
  readonly signers: SignerStore;
  readonly scripts: ScriptsModel;
}

type Loaded = Pick<PublishView, 'signer' | 'waitingSigners' | 'agents' | 'history'> & {
  readonly trust: TeamTrust | null;
  readonly digest: string | null;
};

const EMPTY: Loaded = {
  signer: 'first',
  waitingSigners: [],
  agents: [],
  history: [],
  trust: null,
  digest: null,
};

/** A pack older than this is still used, and said to be old. */
const GOOD_FOR_MS = 180 * 86_400_000;

/** A release comes to a whole floor at once, ms. */
const GATHER_MS = 1_000;

/** From the draft to a signed release. */
export class PublishModel {
  readonly #parts: PublishParts;
  readonly #loaded: Signal<Loaded> = signal(EMPTY);
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(parts: PublishParts) {
    this.#parts = parts;
    parts.session.listen(({ type }) => {
      if (type === 'receipt' || type === 'reset') this.#soon();
    });
  }

  view(now: Instant): PublishView {
    const { scripts, session } = this.#parts;
    const { trust: _trust, digest: _digest, ...loaded } = this.#loaded.value;
    const [newest] = loaded.history;
    const draft = scripts.draft.pack.value;
    const base = scripts.base.value;
    return {
      ...loaded,
      now,
      language: scripts.language,
      draft,
      problems: scripts.problems().length,
      changes: diffPacks(base, draft),
      inUse: newest === undefined ? null : { version: newest.version, sequence: newest.sequence },
      suggestedVersion: nextVersion(base, draft),
      asked: session.asked.value,
    };
  }

  async load(): Promise<void> {
    const { session, signers, scripts } = this.#parts;
    const server = await session.server();
    if (server === null) return;
    const [releases, receipts, trusted, shown, members] = await Promise.all([
      server.releases(),
      server.receipts(),
      trustOf(server),
      server.signers(),
      server.members(),
    ]);
    const history = session.shown(releases)?.releases;
    const trust = session.shown(trusted);
    if (history === undefined || !trusted.ok) return;
    const key = await signingKey(signers);
    if (key === null) {
      session.gap.value = 'locked';
      return;
    }
    const known = new Set(trust?.signers.map((one) => one.key));
    this.#loaded.value = {
      trust,
      digest: history[0]?.digest ?? null,
      signer: trust === null ? 'first' : known.has(key.publicKey) ? 'trusted' : 'shown',
      waitingSigners:
        trust?.root === key.publicKey && shown.ok
          ? shown.value.signers.filter((one) => !known.has(one.key))
          : [],
      agents: members.ok ? members.value.members.filter(({ leftAt }) => leftAt === null) : [],
      history: withReceipts(
        history.map((release) => ({
          ...release,
          group: release.audience.to === 'group' ? release.audience.agents : null,
        })),
        receipts.ok ? receipts.value.receipts : [],
      ),
    };
    if (trust !== null && !known.has(key.publicKey)) await server.showKey(key.publicKey);
    const newest = history[0];
    const pack = trust === null || newest === undefined ? null : await packOf(server, trust, newest.sequence);
    if (pack !== null) scripts.rebase(pack);
  }

  #soon(): void {
    if (this.#loaded.value.history.length === 0) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      void this.#countAgain();
    }, GATHER_MS);
  }

  /** Only how far the releases on screen have come: what a lead is writing beside them stays, whatever the server says. */
  async #countAgain(): Promise<void> {
    const answer = await (await this.#parts.session.server())?.receipts();
    if (answer?.ok !== true) return;
    const { history } = this.#loaded.value;
    this.#loaded.value = { ...this.#loaded.value, history: withReceipts(history, answer.value.receipts) };
  }

  readonly act = (action: PublishAction): void => {
    void this.#ask(action);
  };

  async #ask(action: PublishAction): Promise<void> {
    const { session, signers, scripts } = this.#parts;
    const server = await session.server();
    const key = server === null ? null : await signingKey(signers);
    if (server === null || key === null) return;
    switch (action.do) {
      case 'publish': {
        const { version } = action.publication;
        const pack = { ...scripts.draft.pack.value, version };
        if (await this.#publish(server, key, pack, action.publication)) scripts.draft.edit(pack);
        break;
      }
      case 'roll-back':
        await this.#rollBack(server, key, action.sequence);
        break;
      case 'trust-signer': {
        const { trust, waitingSigners } = this.#loaded.value;
        const added = waitingSigners.find((one) => one.key === action.key);
        if (added === undefined) return;
        const { holder } = added;
        await session.ask(server.addKeyList(await listWith(server, trust, key, { key: action.key, holder })));
        break;
      }
    }
    await this.load();
  }

  /** One press: the pack of an earlier release once more, to everybody and at once. */
  async #rollBack(server: LeadServer, key: SigningKey, sequence: number): Promise<void> {
    const { trust } = this.#loaded.value;
    const pack = trust === null ? null : await packOf(server, trust, sequence);
    if (pack === null) {
      this.#parts.session.asked.value = { asked: 'refused', why: 'failed' };
      return;
    }
    const message = i18n.t('lead.publish.rolledBack', { version: pack.version });
    await this.#publish(server, key, pack, { message, group: null, startsAt: null });
  }

  async #publish(
    server: LeadServer,
    key: SigningKey,
    pack: Pack,
    { message, group, startsAt }: Omit<Publication, 'version'>,
  ): Promise<boolean> {
    const { session } = this.#parts;
    const { trust, digest, history } = this.#loaded.value;
    const { team, member } = server.link.me;
    if (trust === null) {
      const first = await listWith(server, null, key, { key: key.publicKey, holder: member.number });
      if ((await session.ask(server.addKeyList(first))) === null) return false;
    }
    const issuedAt = Date.now();
    const release = await signRelease(
      {
        team: team.id,
        sequence: (history[0]?.sequence ?? 0) + 1,
        issuedAt,
        expiresAt: issuedAt + GOOD_FOR_MS,
        startsAt,
        audience: group === null ? { to: 'team' } : { to: 'group', agents: [...group] },
        message,
        by: member.number,
        parent: digest,
        packForm: PACK_FORM,
        pack,
      },
      key,
    );
    return (await session.ask(server.publish(new TextDecoder().decode(release)))) !== null;
  }
}

function withReceipts(
  releases: readonly Omit<ReleaseRow, 'receipts'>[],
  receipts: ReleaseRow['receipts'],
): readonly ReleaseRow[] {
  return releases.map((release) => ({
    ...release,
    receipts: receipts.filter(({ receipt }) => receipt.sequence === release.sequence),
  }));
}

/** New situations or fields raise the middle number, anything else the last one. */
function nextVersion(base: Pack, draft: Pack): string {
  const [major = 0, minor = 0, patch = 0] = base.version.split('.').map(Number);
  const grown = draft.situations.length !== base.situations.length;
  return grown ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}
