export interface AgentView {
  readonly agent: string;
  /** The agent number; empty if none was given. */
  readonly label: string;
  readonly current: boolean;
}

/** Removed from this computer. Their unsent items stay until they sign in here again. */
export interface RemovedAgentView {
  readonly agent: string;
  readonly label: string;
  readonly unsent: number;
}

/** The result of the last action. */
export type AgentsAnswer =
  | { readonly state: 'nothing' }
  | { readonly state: 'busy' }
  | { readonly state: 'passphrase-changed' }
  | { readonly state: 'removed'; readonly label: string; readonly unsent: number }
  | {
      readonly state: 'refused';
      readonly reason:
        | 'wrong-passphrase'
        | 'mistyped-recovery-code'
        | 'too-short'
        | 'timed-out'
        | 'no-team-key';
    };

/** The agents of this computer, and the keys of the signed-in one. */
export interface AgentsView {
  readonly agents: readonly AgentView[];
  /** Who was added while the computer was locked: no team key until somebody approves. */
  readonly pending: ReadonlySet<string>;
  readonly removed: readonly RemovedAgentView[];
  readonly unlocked: boolean;
  readonly answer: AgentsAnswer;
  /** A new recovery code; shown only once. */
  readonly newCode: string | null;
  /** Team events cannot be read until another agent has unlocked here once. */
  readonly teamLocked: boolean;
}

export type AgentsAction =
  | { readonly do: 'switch-agent'; readonly agent: string }
  | { readonly do: 'approve-agent'; readonly agent: string }
  | { readonly do: 'remove-agent'; readonly agent: string }
  | { readonly do: 'sign-out' }
  | { readonly do: 'unlock'; readonly secret: string }
  | { readonly do: 'add-agent'; readonly label: string; readonly passphrase: string }
  | { readonly do: 'change-passphrase'; readonly current: string; readonly next: string }
  | { readonly do: 'renew-code'; readonly current: string }
  | { readonly do: 'new-code-kept' }
  | { readonly do: 'print-code' };
