/** Why an enrolment or sign-in failed. */
export type JoinProblem =
  | 'bad-address'
  | 'not-permitted'
  | 'bad-code'
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
    };

export type TeamPartAction =
  | { readonly do: 'enrol'; readonly server: string; readonly code: string }
  /** With the company's sign-in (OpenID Connect). */
  | { readonly do: 'sign-in'; readonly server: string; readonly organisation: string }
  | { readonly do: 'leave-team' };
