import { type Signal, signal } from '@preact/signals';
import type { Instant } from '../../../calls/call-event.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { SigningKey } from '../../../contract/release/ed25519.ts';
import type { TeamTrust } from '../../../contract/release/team-trust.ts';
import {
  authorOf,
  fateOf,
  inUseOf,
  pendingReleases,
  type ReleaseHead,
  startOf,
} from '../../../rules/releases/release-line.ts';
import type { SignerStore } from '../../../storage/packs/signer-store.ts';
import { authorsOfDraft } from '../draft/authors-at.ts';
import type { LeadServer } from '../frame/lead-server.ts';
import type {
  LostRelease,
  Publication,
  PublishAction,
  PublishView,
  ReleaseChoice,
} from '../frame/server-view.ts';
import { packOf, signingKey } from '../frame/team-packs.ts';
import type { TeamSession } from '../frame/team-session.ts';
import type { ScriptsModel } from '../scripts/scripts-model.ts';
import { rollBack, withdrawal } from './bring-back.ts';
import { changeSigners } from './change-signers.ts';
import { type ChosenRelease, chosenRelease } from './chosen-release.ts';
import { loadPublishing, NOT_LOADED, type PublishingLoaded } from './load-publishing.ts';
import { nextVersion } from './next-release.ts';
import { withPacks } from './release-packs.ts';
import { releaseRows } from './release-rows.ts';
import { type Sending, sendReleases } from './send-releases.ts';

interface PublishParts {
  readonly session: TeamSession;
  readonly signers: Pick<SignerStore, 'read' | 'save'>;
  readonly scripts: Pick<ScriptsModel, 'draft' | 'base' | 'language' | 'rebase'>;
  /** The pack that came with the extension. */
  readonly shipped?: Pack;
}

const FOR_ALL: ReleaseChoice = { group: null, startsAt: null, parts: null };

/** A release reaches the whole team at once: its receipts are counted together. */
const GATHER_MS = 1_000;

/** The page that signs and publishes the draft. */
export class PublishModel {
  readonly #parts: PublishParts;
  readonly #loaded: Signal<PublishingLoaded> = signal(NOT_LOADED);
  readonly #choice: Signal<ReleaseChoice> = signal(FOR_ALL);
  #computed: { readonly from: readonly unknown[]; readonly chosen: ChosenRelease } | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(parts: PublishParts) {
    this.#parts = parts;
    parts.session.listen(({ type }) => {
      if (type === 'receipt' || type === 'reset') this.#recountSoon();
    });
  }

  view(now: Instant): PublishView {
    const { scripts, session } = this.#parts;
    const { heads, receipts, members, signer, waitingSigners, signers, agents } = this.#loaded.value;
    const { under, base, pack, changes, problems, parts, chosen, plan } = this.#chosen(now);
    return {
      ...{ signer, waitingSigners, signers, agents, now, parts, chosen, changes, problems },
      language: scripts.language,
      draft: scripts.draft.pack.value,
      inUse: under === null ? null : { version: under.version, sequence: under.sequence },
      suggestedVersion: nextVersion(
        base,
        pack,
        heads.map(({ version }) => version),
      ),
      history: releaseRows(heads, receipts, members, now),
      replaces: plan.conflicts.map(lostRelease),
      overtaken: heads
        .filter((head) => startOf(head) > now && fateOf(heads, head, now) === 'overtaken')
        .map(lostRelease),
      names: new Map(members.map(({ number, name }) => [number, name])),
      asked: session.asked.value,
    };
  }

  /** What is chosen, computed again only after a change. */
  #chosen(now: Instant): ChosenRelease {
    const { heads, packs, me } = this.#loaded.value;
    const { draft } = this.#parts.scripts;
    const pending = pendingReleases(heads, now);
    const packOf = (head: ReleaseHead | null) => this.#packOf(head);
    const from = [
      ...[this.#loaded.value, draft.pack.value, draft.shared.value, this.#choice.value],
      ...[this.#parts.scripts.base.value, pending.map(({ sequence }) => sequence).join()],
    ];
    const known = this.#computed;
    if (known !== null && from.every((one, n) => one === known.from[n])) return known.chosen;
    const chosen = chosenRelease(
      {
        ...{ heads, me, now, draft: draft.pack.value },
        packOf,
        pending: withPacks(pending, heads, packs, packOf),
        authorsAt: authorsOfDraft(draft.pack.value, draft.shared.value, me),
      },
      this.#choice.value,
    );
    this.#computed = { from, chosen };
    return chosen;
  }

  #packOf(head: ReleaseHead | null): Pack {
    const { scripts, shipped } = this.#parts;
    const pack = head === null ? shipped : this.#loaded.value.packs.get(head.sequence);
    return pack ?? scripts.base.value;
  }

  async load(): Promise<void> {
    const server = await this.#parts.session.server();
    if (server === null) return;
    const loaded = await loadPublishing(this.#parts, server, this.#loaded.value.packs);
    if (loaded === null) return;
    this.#loaded.value = loaded;
    const inUse = inUseOf(loaded.heads, { to: 'team' }, Date.now());
    const pack = inUse === null ? undefined : loaded.packs.get(inUse.sequence);
    if (pack !== undefined) this.#parts.scripts.rebase(pack);
  }

  #recountSoon(): void {
    if (this.#loaded.value.heads.length === 0) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      void this.#recount();
    }, GATHER_MS);
  }

  /** Only the receipts: the form that the lead is filling in stays as it is. */
  async #recount(): Promise<void> {
    const answer = await (await this.#parts.session.server())?.receipts();
    if (answer?.ok !== true) return;
    this.#loaded.value = { ...this.#loaded.value, receipts: answer.value.receipts };
  }

  readonly act = async (action: PublishAction): Promise<void> => {
    if (action.do === 'choose') {
      this.#choice.value = action.choice;
      return;
    }
    const { session, signers } = this.#parts;
    const server = await session.server();
    const key = server === null ? null : await signingKey(signers);
    if (server === null || key === null) return;
    await this.#do(action, server, key);
    await this.load();
  };

  async #do(
    action: Exclude<PublishAction, { do: 'choose' }>,
    server: LeadServer,
    key: SigningKey,
  ): Promise<void> {
    switch (action.do) {
      case 'publish':
        await this.#publishDraft(server, key, action.publication);
        break;
      case 'roll-back':
      case 'withdraw':
        await this.#bringBack(server, key, action);
        break;
      case 'trust-signer':
      case 'retire-signer':
      case 'hand-over-root': {
        const { trust, waitingSigners, heads } = this.#loaded.value;
        await changeSigners({ session: this.#parts.session, server, root: key, trust }, action, {
          waitingSigners,
          history: heads,
        });
        break;
      }
      default:
        action satisfies never;
    }
  }

  async #publishDraft(server: LeadServer, key: SigningKey, publication: Publication): Promise<void> {
    const { draft } = this.#parts.scripts;
    const { version, message, group, startsAt } = publication;
    this.#choice.value = { ...this.#choice.value, group, startsAt };
    const { plan, under } = this.#chosen(Date.now());
    const isDone = await this.#send(server, key, { plan, under, message, version, ends: [] });
    if (!isDone) return;
    this.#choice.value = FOR_ALL;
    // The team has this version now; of a canary or a scheduled release it has not.
    if (group === null && startsAt === null) draft.edit({ ...draft.pack.value, version });
  }

  /** What replaces a release with a pack that was published before. */
  async #bringBack(
    server: LeadServer,
    key: SigningKey,
    action: Extract<PublishAction, { do: 'roll-back' | 'withdraw' }>,
  ): Promise<void> {
    const { heads, packs, trust } = this.#loaded.value;
    const known = { heads, packs, packUnder: (head: ReleaseHead | null) => this.#packOf(head) };
    const sending =
      action.do === 'withdraw'
        ? withdrawal(known, action.sequence, Date.now())
        : rollBack(known, await this.#signedPack(server, trust, action.sequence), Date.now());
    if (sending !== null) await this.#send(server, key, sending);
    else this.#parts.session.asked.value = { asked: 'refused', why: 'failed' };
  }

  async #signedPack(server: LeadServer, trust: TeamTrust | null, sequence: number): Promise<Pack | null> {
    return trust === null ? null : await packOf(server, trust, sequence);
  }

  #send(server: LeadServer, key: SigningKey, sending: Sending): Promise<boolean> {
    const { trust, heads } = this.#loaded.value;
    return sendReleases({ server, key, trust, heads, session: this.#parts.session }, sending);
  }
}

function lostRelease(head: ReleaseHead): LostRelease {
  return { sequence: head.sequence, by: authorOf(head), startsAt: head.startsAt };
}
