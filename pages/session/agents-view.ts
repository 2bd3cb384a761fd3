export interface AgentView {
  readonly agent: string;
  /** The agent number; empty where none was given. */
  readonly label: string;
  readonly current: boolean;
}

/** What came of the last thing that was asked. */
export type AgentsAnswer =
  | { readonly state: 'nothing' }
  | { readonly state: 'busy' }
  | { readonly state: 'passphrase-changed' }
  | {
      readonly state: 'refused';
      readonly reason: 'wrong-passphrase' | 'mistyped-recovery-code' | 'too-short';
    };

/** Who works at this computer, who is signed in, and their passphrase. */
export interface AgentsView {
  readonly agents: readonly AgentView[];
  readonly unlocked: boolean;
  readonly answer: AgentsAnswer;
  /** A new recovery code, on screen for the only time. */
  readonly newCode: string | null;
  /** The team's work of others cannot be read until one of them has unlocked here once. */
  readonly teamLocked: boolean;
}

export type AgentsAction =
  | { readonly do: 'switch-agent'; readonly agent: string }
  | { readonly do: 'sign-out' }
  | { readonly do: 'unlock'; readonly secret: string }
  | { readonly do: 'add-agent'; readonly label: string; readonly passphrase: string }
  | { readonly do: 'change-passphrase'; readonly current: string; readonly next: string }
  | { readonly do: 'renew-code'; readonly current: string }
  | { readonly do: 'new-code-kept' }
  | { readonly do: 'print-code' };
