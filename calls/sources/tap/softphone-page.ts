import type { CallEvent, PhoneEvent } from '../../call-event.ts';

/** What the script in a page reports; it gets no answer. */
export type PageReport =
  /** First, and whenever a host connects: the calls that are up. */
  | {
      readonly kind: 'opened';
      readonly carriesSip: boolean;
      readonly events: readonly (CallEvent | PhoneEvent)[];
    }
  /** SIP passes the page's sockets. */
  | { readonly kind: 'carries-sip' }
  | { readonly kind: 'events'; readonly events: readonly (CallEvent | PhoneEvent)[] };

/** One document of a site that was named: a page, or a frame in it. */
export interface SoftphonePage {
  readonly origin: string;
  /** Null for a message that could not be read. */
  onMessage(listener: (message: PageReport | null) => void): void;
  /** The document is gone. */
  onClose(listener: () => void): void;
  close(): void;
}

/** Calls back with every page that is open or opens, until it is undone. */
export type WatchPages = (onPage: (page: SoftphonePage) => void) => () => void;
