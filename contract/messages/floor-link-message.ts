import type { FloorMessage, HelpRequest, NewHelpRequest } from '../floor/help-request.ts';

/** Name of the BroadcastChannel between the panel and the phone host about help from the floor. Same origin only. */
export const FLOOR_CHANNEL = 'sansheng-floor';

/** What came of asking for help in a call, and what was said into it. */
export interface FloorState {
  /** There is a team to ask. */
  readonly linked: boolean;
  /** The newest request of this agent. `sending`: the server has not got it yet, and it is tried on. */
  readonly help:
    | { readonly standing: 'none' }
    | { readonly standing: 'sending'; readonly request: NewHelpRequest }
    | { readonly standing: 'asked'; readonly request: HelpRequest };
  /** Newest last. */
  readonly messages: readonly FloorMessage[];
}

export const NO_FLOOR: FloorState = { linked: false, help: { standing: 'none' }, messages: [] };

export type FloorLinkMessage =
  /** From a page that has just opened. */
  | { readonly kind: 'ask' }
  | { readonly kind: 'ask-help'; readonly request: NewHelpRequest }
  | { readonly kind: 'help-over'; readonly id: string }
  | { readonly kind: 'state'; readonly state: FloorState };
