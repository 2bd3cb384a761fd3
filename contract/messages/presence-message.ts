import type { HelpMessage, HelpRequest, NewHelpRequest } from '../api/presence/help-request.ts';

/**
 * Name of the BroadcastChannel between the panel and the phone host about help from the floor.
 * Same origin only.
 */
export const PRESENCE_CHANNEL = 'sansheng-presence';

/** What came of asking for help in a call, and what was said into it. */
export interface HelpState {
  /** There is a team to ask. */
  readonly linked: boolean;
  /**
   * The newest request of this agent. `sending`: the server has not got it yet, and it is tried
   * on.
   */
  readonly help:
    | { readonly status: 'none' }
    | { readonly status: 'sending'; readonly request: NewHelpRequest }
    | { readonly status: 'asked'; readonly request: HelpRequest };
  /** Newest last. */
  readonly messages: readonly HelpMessage[];
}

export const NO_HELP: HelpState = { linked: false, help: { status: 'none' }, messages: [] };

export type PresenceMessage =
  /** From a page that has just opened. */
  | { readonly kind: 'ask' }
  | { readonly kind: 'ask-help'; readonly request: NewHelpRequest }
  | { readonly kind: 'help-over'; readonly id: string }
  | { readonly kind: 'state'; readonly state: HelpState };
