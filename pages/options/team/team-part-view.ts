import type { OwnDevice } from '../../../contract/api/members/member.ts';

/** Whether this browser knows whose signature under scripts counts. */
export type TeamRoot =
  | { readonly state: 'loading' }
  /** The team has no signers yet. */
  | { readonly state: 'none' }
  | { readonly state: 'known' }
  | { readonly state: 'compare'; readonly fingerprint: string };

/** Why an enrolment or sign-in failed. */
export type JoinProblem =
  | 'bad-address'
  | 'not-permitted'
  | 'bad-code'
  /** A typing error in this group of the fingerprint. */
  | 1
  | 2
  | 3
  | 4
  /** The server enrolled another member than the link was made for. */
  | 'forged'
  /** The lead's link or code is of another root than the administrator prescribes. */
  | 'other-root'
  | 'offline'
  | 'too-many'
  | 'cancelled'
  /** Signed in at the company, but not a member of the team. */
  | 'account-refused'
  | 'not-our-server'
  /** The device was revoked. */
  | 'signed-out'
  /** The server names another team than at the enrolment. */
  | 'other-team'
  | 'older';

export type TeamPartView =
  /** Without keys the token cannot be encrypted. */
  | { readonly state: 'no-vault' }
  | { readonly state: 'locked' }
  | {
      readonly state: 'none';
      readonly server: string;
      readonly busy: boolean;
      readonly problem: JoinProblem | null;
    }
  | {
      readonly state: 'joined';
      readonly server: string;
      readonly organisation: string;
      readonly team: string;
      readonly name: string;
      readonly number: string;
      /** The member's work-order role, as the pack names it. */
      readonly workOrderRole: string;
      /** Minutes without use that the organisation allows at most; null: the agent decides. */
      readonly lockAfterMinutes: number | null;
      readonly root: TeamRoot;
      /** Id of this one among `devices`. */
      readonly device: string;
      /** Every enrolled device of the agent, newest first. */
      readonly devices: readonly OwnDevice[];
    };

export type TeamPartAction =
  | { readonly do: 'enrol'; readonly server: string; readonly code: string }
  /** With the company's sign-in (OpenID Connect). */
  | { readonly do: 'sign-in'; readonly server: string; readonly organisation: string }
  /** The fingerprint is the one that the lead sees, or another one. */
  | { readonly do: 'compare-root'; readonly isSame: boolean }
  | { readonly do: 'leave-team' };
