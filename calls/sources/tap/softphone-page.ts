import type { CallEvent, PhoneEvent } from '../../call-event.ts';

/** How a page's calls are known: by its SIP, by the events of its product, by its audio alone. */
export const PAGE_READERS = ['sip', 'adapter', 'media'] as const;
export type PageReader = (typeof PAGE_READERS)[number];

/** What the script in a page reports. */
export type PageReport =
  /** First, and whenever a host connects: the calls that are up. */
  | {
      readonly kind: 'opened';
      readonly carriesSip: boolean;
      readonly events: readonly (CallEvent | PhoneEvent)[];
    }
  /** SIP passes the page's sockets, or the product of the adapter was found. */
  | { readonly kind: 'carries-sip' }
  | {
      readonly kind: 'events';
      /** Absent for SIP. */
      readonly reader?: PageReader;
      readonly events: readonly (CallEvent | PhoneEvent)[];
    };

/** One document of a site that was named: a page, or a frame in it. */
export interface SoftphonePage {
  readonly origin: string;
  /** Null for a message that could not be read. */
  onMessage(listener: (message: PageReport | null) => void): void;
  /** The document is gone. */
  onClose(listener: () => void): void;
  close(): void;
}

/**
 * Calls back with every page that is open or opens, until it is undone. The adapter goes to each of
 * them; what is in it concerns the pages alone.
 */
export type WatchPages = (onPage: (page: SoftphonePage) => void, adapter: object | null) => () => void;
