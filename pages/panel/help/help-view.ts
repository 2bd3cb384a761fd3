import type { NewHelpRequest } from '../../../contract/api/presence/help-request.ts';

export type HelpReason = NewHelpRequest['why'];

/** What passes between one call and the floor. */
export interface HelpView {
  readonly help:
    | { readonly status: 'none' }
    /** Not at the server yet; it is tried on. */
    | { readonly status: 'sending'; readonly id: string }
    | { readonly status: 'asked'; readonly id: string }
    /** Agent number of the one who is coming. */
    | { readonly status: 'coming'; readonly id: string; readonly by: string };
  /** The newest word into this call that was not waved away. */
  readonly message: { readonly id: string; readonly by: string; readonly text: string } | null;
  /** One line to begin with, for whoever takes over. */
  readonly summary: string;
}

export type HelpAction =
  | { readonly do: 'send-help'; readonly why: HelpReason; readonly summary: string }
  | { readonly do: 'help-over'; readonly id: string }
  | { readonly do: 'dismiss-help-message'; readonly id: string };
