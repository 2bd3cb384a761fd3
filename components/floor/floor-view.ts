import type { NewHelpRequest } from '../../contract/floor/help-request.ts';

export type HelpReason = NewHelpRequest['why'];

/** What passes between one call and the floor. */
export interface FloorView {
  readonly help:
    | { readonly standing: 'none' }
    /** Not at the server yet; it is tried on. */
    | { readonly standing: 'sending'; readonly id: string }
    | { readonly standing: 'asked'; readonly id: string }
    /** Agent number of the one who is coming. */
    | { readonly standing: 'coming'; readonly id: string; readonly by: string };
  /** The newest word into this call that was not waved away. */
  readonly message: { readonly id: string; readonly by: string; readonly text: string } | null;
  /** One line to begin with, for whoever takes over. */
  readonly summary: string;
}

export type FloorAction =
  | { readonly do: 'send-help'; readonly why: HelpReason; readonly summary: string }
  | { readonly do: 'help-over'; readonly id: string }
  | { readonly do: 'dismiss-floor-message'; readonly id: string };
