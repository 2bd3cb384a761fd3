import type { Instant } from '../../../calls/call-event.ts';
import type { Device, Member, MemberChange, NewMember } from '../../../contract/api/members/member.ts';
import type { Role } from '../../../contract/api/members/role.ts';
import type { PresenceEntry } from '../../../contract/api/presence/agent-state.ts';
import type { HelpMessage, HelpRequest } from '../../../contract/api/presence/help-request.ts';
import type { PackLanguage } from '../../../contract/pack/localized-text.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { PackChange } from '../../../contract/release/pack-change.ts';
import type { ReleaseFate } from '../../../rules/releases/release-line.ts';
import type { MemberImportView } from '../members/member-import-view.ts';

/** Why a page of the team shows nothing yet. */
export type TeamGap =
  | 'loading'
  | 'not-joined'
  | 'locked'
  | 'offline'
  | 'too-many'
  | 'not-allowed'
  | 'signed-out'
  | 'other-team'
  /** Nobody has compared the root of the team's signers in this browser. */
  | 'unconfirmed'
  | 'failed';

/** What the last thing that was asked of the server came to. */
export type Asked =
  | { readonly asked: 'nothing' | 'busy' | 'done' }
  | { readonly asked: 'refused'; readonly why: TeamGap | 'conflict' | 'malformed' };

/** Owners of work orders, as the pack names them. */
export interface WorkOrderRoleChoice {
  readonly id: string;
  readonly label: string;
}

/** A one-time code of a member: a secret until it is used or expires. */
export interface EnrolmentSlip {
  readonly member: string;
  readonly number: string;
  /** With the fingerprint of the root; without, where this browser does not know it. */
  readonly code: string;
  /** With the root and a secret. */
  readonly link: string | null;
  readonly server: string;
  readonly expiresAt: Instant;
  /** User of a SIP account that was just made for the link; null for none. */
  readonly newAccount: string | null;
}

export interface MembersView {
  /** Who looks; null before that is known. */
  readonly me: { readonly id: string; readonly role: Role } | null;
  readonly members: readonly Member[];
  readonly workOrderRoles: readonly WorkOrderRoleChoice[];
  readonly devices: readonly Device[];
  readonly retentionDays: number | null;
  /** A code just made: shown once, to be handed over. */
  readonly code: EnrolmentSlip | null;
  /** Codes made together, for paper. */
  readonly slips: readonly EnrolmentSlip[];
  readonly imported: MemberImportView;
  /** What the last erasure found; null before one. */
  readonly erased: { readonly notes: number; readonly subjects: number } | null;
  /** SIP accounts that this browser keeps for the team. */
  readonly accounts: number;
  readonly asked: Asked;
}

export type MembersAction =
  | { readonly do: 'add-member'; readonly member: NewMember }
  | { readonly do: 'change-member'; readonly member: string; readonly change: MemberChange }
  | { readonly do: 'make-code'; readonly member: string }
  | { readonly do: 'hide-code' }
  | { readonly do: 'choose-file'; readonly file: File }
  | { readonly do: 'forget-file' }
  /** Adds the members of the file that was chosen. */
  | { readonly do: 'import-members' }
  /** For the next of those who were just imported. */
  | { readonly do: 'make-slips' }
  /** For the phone system; it is recorded. */
  | { readonly do: 'export-accounts' }
  | { readonly do: 'revoke-device'; readonly device: string }
  | { readonly do: 'keep-for'; readonly days: number | null }
  | { readonly do: 'erase-number'; readonly number: string };

export interface PresenceView {
  readonly now: Instant;
  readonly agents: readonly PresenceEntry[];
  /** Names by agent number. */
  readonly names: ReadonlyMap<string, string>;
  /** Titles by id of situation. */
  readonly titles: ReadonlyMap<string, string>;
  readonly help: readonly HelpRequest[];
  readonly sent: readonly HelpMessage[];
  readonly asked: Asked;
}

export type PresenceAction =
  | { readonly do: 'acknowledge'; readonly help: string }
  | { readonly do: 'send-message'; readonly to: string; readonly call: string | null; readonly text: string };

/** Whether releases of this lead will be believed. */
export type SignerState =
  /** The first publish makes this browser the team's root. */
  | 'first'
  | 'trusted'
  /** The key was shown; the holder of the root key adds it to the list. */
  | 'shown';

export interface ReleaseRow {
  readonly sequence: number;
  readonly version: string;
  readonly issuedAt: Instant;
  readonly startsAt: Instant | null;
  readonly by: string;
  readonly message: string;
  /** Numbers of the first group; null for everybody. */
  readonly group: readonly string[] | null;
  readonly fate: ReleaseFate;
  /** Agents who have it now; leads and supervisors are not counted. */
  readonly users: readonly string[];
  /** Agents who have read its note, and who wait for it. */
  readonly readers: readonly string[];
  readonly waiting: readonly string[];
  /** Devices that refused it. */
  readonly refused: number;
}

/** Changes of the draft that one or several leads made, and how far they are. */
export interface ReleasePart {
  readonly id: string;
  /** Numbers of the leads; empty if nobody knows. */
  readonly by: readonly string[];
  readonly isOwn: boolean;
  /** Only drafted, tried by a first group, or to start later. */
  readonly state: 'draft' | 'canary' | 'scheduled';
  readonly release: { readonly sequence: number; readonly startsAt: Instant | null } | null;
  readonly changes: readonly PackChange[];
}

/** A pending release that a new one would take the place of, because both change the same place. */
export interface LostRelease {
  readonly sequence: number;
  readonly by: string;
  readonly startsAt: Instant | null;
}

export interface SignerRow {
  readonly key: string;
  readonly holder: string;
  readonly fingerprint: string;
}

/** Whose signatures count, and who decides it. */
export interface SignersView {
  /** Fingerprints: of this lead's key, and of the one that agents compare (null: none yet). */
  readonly own: string;
  readonly root: string | null;
  /** This browser has the root: it can retire keys and hand the root over. */
  readonly isRoot: boolean;
  readonly trusted: readonly (SignerRow & {
    readonly isRoot: boolean;
    /** The last release that a retired key could sign; null while it may sign. */
    readonly lastSequence: number | null;
  })[];
}

export interface PublishView {
  readonly now: Instant;
  readonly language: PackLanguage;
  readonly draft: Pack;
  readonly problems: number;
  /** What the release would change for its audience. */
  readonly changes: readonly PackChange[];
  /** All changes of the draft, by author; `chosen`: ids of those in the release. */
  readonly parts: readonly ReleasePart[];
  readonly chosen: readonly string[];
  /** Releases that would not start or stay any more, and those that will not. */
  readonly replaces: readonly LostRelease[];
  readonly overtaken: readonly LostRelease[];
  /** Names by number. */
  readonly names: ReadonlyMap<string, string>;
  readonly inUse: { readonly version: string; readonly sequence: number } | null;
  readonly suggestedVersion: string;
  readonly signer: SignerState;
  /** Keys that other leads have shown, where this browser may put them on the list. */
  readonly waitingSigners: readonly SignerRow[];
  readonly signers: SignersView;
  readonly agents: readonly Member[];
  readonly history: readonly ReleaseRow[];
  readonly asked: Asked;
}

export interface Publication {
  readonly version: string;
  readonly message: string;
  readonly group: readonly string[] | null;
  /** Null: at once. */
  readonly startsAt: Instant | null;
}

/** Whom the release is for, and which parts of the draft are in it (null: the lead's own). */
export interface ReleaseChoice {
  readonly group: readonly string[] | null;
  readonly startsAt: Instant | null;
  readonly parts: readonly string[] | null;
}

export type PublishAction =
  | { readonly do: 'choose'; readonly choice: ReleaseChoice }
  | { readonly do: 'publish'; readonly publication: Publication }
  | { readonly do: 'roll-back'; readonly sequence: number }
  /** Ends a canary or a scheduled release. */
  | { readonly do: 'withdraw'; readonly sequence: number }
  | { readonly do: 'trust-signer'; readonly key: string }
  | { readonly do: 'retire-signer'; readonly key: string }
  | { readonly do: 'hand-over-root'; readonly key: string };
