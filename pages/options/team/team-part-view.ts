/** Why an enrolment or sign-in came to nothing. */
export type JoinProblem =
  | 'bad-address'
  | 'not-permitted'
  | 'bad-code'
  | 'offline'
  | 'too-many'
  | 'cancelled'
  /** Signed in at the company, but not as anybody of the team. */
  | 'account-refused'
  | 'not-our-server'
  /** Was in it, but the device was revoked. */
  | 'signed-out'
  | 'older';

export type TeamPartView =
  /** Without keys there is nothing to seal the token with. */
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
      /** The owner of work orders that the agent is, as the pack calls it. */
      readonly workOrderRole: string;
    };

export type TeamPartAction =
  | { readonly do: 'enrol'; readonly server: string; readonly code: string }
  /** With the company's own sign-in (OpenID Connect). */
  | { readonly do: 'sign-in'; readonly server: string; readonly organisation: string }
  | { readonly do: 'leave-team' };
