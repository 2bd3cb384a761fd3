import type { HelpMessage, HelpRequest, NewHelpRequest } from '../api/presence/help-request.ts';

/**
 * Name of the BroadcastChannel for help requests, between the panel and the phone host. Same origin
 * only.
 */
export const PRESENCE_CHANNEL = 'sansheng-presence';

/**
 * Why a help request cannot reach the supervisor: what it says, this device or its version, or too
 * many of them: then it is sent again.
 */
export type HelpRefusal = 'content' | 'too-many' | 'signed-out' | 'not-allowed' | 'version';

/** The state of the agent's help request, and the messages into the call. */
export interface HelpState {
  /** False: this browser belongs to no team. */
  readonly linked: boolean;
  /**
   * The newest request of this agent. `sending`: not received by the server yet; it is sent again.
   */
  readonly help:
    | { readonly status: 'none' }
    | { readonly status: 'sending'; readonly request: NewHelpRequest }
    | { readonly status: 'asked'; readonly request: HelpRequest }
    /** The server does not take it, and, but for `too-many`, would not take it the next time. */
    | { readonly status: 'refused'; readonly request: NewHelpRequest; readonly why: HelpRefusal };
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
