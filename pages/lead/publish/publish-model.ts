import { type Signal, signal } from '@preact/signals';
import { i18n } from '#i18n';
import type { Instant } from '../../../calls/call-event.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import { diffPacks } from '../../../contract/release/diff-packs.ts';
import type { SigningKey } from '../../../contract/release/ed25519.ts';
import type { TeamTrust } from '../../../contract/release/team-trust.ts';
import type { SignerStore } from '../../../storage/packs/signer-store.ts';
import { makeFirstSigners } from '../frame/first-signers.ts';
import type { LeadServer } from '../frame/lead-server.ts';
import type { Publication, PublishAction, PublishView } from '../frame/server-view.ts';
import { packOf, signingKey } from '../frame/team-packs.ts';
import type { TeamSession } from '../frame/team-session.ts';
import type { ScriptsModel } from '../scripts/scripts-model.ts';
import { acceptRoot, changeSigners } from './change-signers.ts';
import { nextVersion, signedRelease, withReceipts } from './next-release.ts';
import { signersView, withFingerprints } from './signers-view.ts';

interface PublishParts {
  readonly session: TeamSession;
  readonly signers: Pick<SignerStore, 'read' | 'save'>;
  readonly scripts: Pick<ScriptsModel, 'draft' | 'base' | 'language' | 'problems' | 'rebase'>;
}

type Loaded = Pick<PublishView, 'signer' | 'waitingSigners' | 'signers' | 'agents' | 'history'> & {
  readonly trust: TeamTrust | null;
  readonly digest: string | null;
};

const EMPTY: Loaded = {
  signer: 'first',
  waitingSigners: [],
  signers: { own: '', root: null, isRoot: false, trusted: [] },
  agents: [],
  history: [],
  trust: null,
  digest: null,
};

/** A release reaches the whole team at once: its receipts are counted together. */
const GATHER_MS = 1_000;

/** The page that signs and publishes the draft. */
export class PublishModel {
  readonly #parts: PublishParts;
  readonly #loaded: Signal<Loaded> = signal(EMPTY);
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(parts: PublishParts) {
    this.#parts = parts;
    parts.session.listen(({ type }) => {
      if (type === 'receipt' || type === 'reset') this.#recountSoon();
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
      suggestedVersion: nextVersion(
        base,
        draft,
        loaded.history.map(({ version }) => version),
      ),
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
      session.trust(server),
      server.signers(),
      server.members(),
    ]);
    const history = session.shown(releases)?.releases;
    const current = session.shown(trusted);
    if (history === undefined || !trusted.ok) return;
    const key = await signingKey(signers);
    if (key === null) {
      session.gap.value = 'locked';
      return;
    }
    const trust = current === null ? null : await acceptRoot({ session, server, root: key, trust: current });
    const known = new Set(trust?.signers.map((one) => one.key));
    this.#loaded.value = {
      trust,
      digest: history[0]?.digest ?? null,
      signer: trust === null ? 'first' : known.has(key.publicKey) ? 'trusted' : 'shown',
      waitingSigners:
        trust?.root === key.publicKey && shown.ok
          ? await withFingerprints(shown.value.signers.filter((one) => !known.has(one.key)))
          : [],
      signers: await signersView(key, trust),
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

  #recountSoon(): void {
    if (this.#loaded.value.history.length === 0) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      void this.#recount();
    }, GATHER_MS);
  }

  /** Only the receipts: the form that the lead is filling in stays as it is. */
  async #recount(): Promise<void> {
    const answer = await (await this.#parts.session.server())?.receipts();
    if (answer?.ok !== true) return;
    const { history } = this.#loaded.value;
    this.#loaded.value = { ...this.#loaded.value, history: withReceipts(history, answer.value.receipts) };
  }

  readonly act = async (action: PublishAction): Promise<void> => {
    const { session, signers } = this.#parts;
    const server = await session.server();
    const key = server === null ? null : await signingKey(signers);
    if (server === null || key === null) return;
    await this.#do(action, server, key);
    await this.load();
  };

  async #do(action: PublishAction, server: LeadServer, key: SigningKey): Promise<void> {
    switch (action.do) {
      case 'publish':
        await this.#publishDraft(server, key, action.publication);
        break;
      case 'roll-back':
        await this.#rollBack(server, key, action.sequence);
        break;
      case 'trust-signer':
      case 'retire-signer':
      case 'hand-over-root': {
        const { trust, waitingSigners, history } = this.#loaded.value;
        await changeSigners({ session: this.#parts.session, server, root: key, trust }, action, {
          waitingSigners,
          history,
        });
        break;
      }
      default:
        action satisfies never;
    }
  }

  async #publishDraft(server: LeadServer, key: SigningKey, publication: Publication): Promise<void> {
    const { draft } = this.#parts.scripts;
    const pack = { ...draft.pack.value, version: publication.version };
    if (await this.#publish(server, key, pack, publication)) draft.edit(pack);
  }

  /** Publishes the pack of an earlier release again, to everybody and at once. */
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
    publication: Omit<Publication, 'version'>,
  ): Promise<boolean> {
    const { session } = this.#parts;
    const { trust, digest, history } = this.#loaded.value;
    if (trust === null && (await makeFirstSigners(session, server, key)) === null) {
      session.asked.value = { asked: 'refused', why: 'conflict' };
      return false;
    }
    const after = { sequence: history[0]?.sequence ?? 0, digest };
    const release = await signedRelease({ me: server.link.me, after, pack, publication, key });
    return (await session.ask(server.publish(release))) !== null;
  }
}
