import type { CommandResult } from '../../call-command.ts';
import type { CallEvent, Instant, PhoneEvent } from '../../call-event.ts';
import type { CallSource, SourceAccess, WatchedSites } from '../../call-source.ts';
import type { AbandonedEnd } from '../../dialog.ts';
import type { Registration } from '../../fold-phone.ts';
import { TokenBucket } from '../../timing/token-bucket.ts';
import type { Clock } from '../clock.ts';
import { PageCalls } from './page-calls.ts';
import { pageRegistration } from './page-registration.ts';
import type { PageReader, PageReport, SoftphonePage, WatchPages } from './softphone-page.ts';
import { TAP_LIMITS } from './tap-limits.ts';

interface OpenPage {
  readonly page: SoftphonePage;
  readonly openedAt: Instant;
  carriesSip: boolean;
  isRegistered: boolean | null;
}

interface TapSourceOptions {
  readonly account: WatchedSites;
  readonly watchPages: WatchPages;
  readonly clock: Clock;
  readonly notice: SourceAccess['notice'];
}

type Emit = (event: CallEvent | PhoneEvent) => void;

const NOT_HERE: CommandResult = { ok: false, reason: 'watch-only' };

/**
 * A softphone in web pages, which this source can only watch. Its pages send events; what they
 * send is believed for their own calls only, and within limits.
 */
export class TapSource implements CallSource {
  readonly id = 'page';
  readonly watchOnly = true;
  readonly account: WatchedSites;
  readonly reachability = 'unproved';
  readonly #options: TapSourceOptions;
  readonly #pages = new Map<SoftphonePage, OpenPage>();
  readonly #calls: PageCalls;
  readonly #limits = new Map<string, TokenBucket>();
  #emit: Emit = () => {};
  #unwatch: () => void = () => {};
  #registration: Registration = { state: 'never' };

  constructor(options: TapSourceOptions) {
    this.account = options.account;
    this.#options = options;
    this.#calls = new PageCalls((event) => this.#emit(event), options.account.readers);
  }

  get registration(): Registration {
    return this.#registration;
  }

  /** A page that is open and registered confirms it by being there; to the minute's half. */
  get lastConfirmedAt(): Instant | null {
    const now = this.#options.clock.now();
    return this.#registration.state === 'registered' ? now - (now % TAP_LIMITS.confirmedEveryMs) : null;
  }

  start(emit: Emit): void {
    this.#emit = emit;
    const { account, watchPages } = this.#options;
    this.#unwatch = watchPages((page) => this.#open(page), account.adapter ?? null);
    this.#check();
    this.#options.clock.after(TAP_LIMITS.openWithinMs, () => this.#check());
  }

  async command(): Promise<CommandResult> {
    return NOT_HERE;
  }

  wake(): void {
    this.#check();
  }

  async endAbandoned(): Promise<AbandonedEnd> {
    return 'no-answer';
  }

  async stop(): Promise<void> {
    this.#unwatch();
    for (const page of [...this.#pages.keys()]) {
      page.close();
      this.#close(page);
    }
    this.#options.notice?.('page-silent', false);
    this.#emit = () => {};
  }

  #open(page: SoftphonePage): void {
    const { account, clock } = this.#options;
    const ofOrigin = [...this.#pages.keys()].filter(({ origin }) => origin === page.origin).length;
    if (!account.sites.includes(page.origin) || ofOrigin >= TAP_LIMITS.pagesPerSite) {
      page.close();
      return;
    }
    const open: OpenPage = { page, openedAt: clock.now(), carriesSip: false, isRegistered: null };
    this.#pages.set(page, open);
    page.onMessage((message) => {
      if (!this.#pages.has(page)) return;
      if (message === null || !this.#isWithinLimit(page.origin, message)) {
        page.close();
        this.#close(page);
        return;
      }
      if (!this.#isRead(readerOf(message))) return;
      if (message.kind !== 'events') open.carriesSip ||= message.kind === 'carries-sip' || message.carriesSip;
      if (message.kind !== 'carries-sip')
        for (const event of message.events) this.#apply(open, event, readerOf(message));
      this.#check();
    });
    page.onClose(() => this.#close(page));
    this.#check();
    clock.after(TAP_LIMITS.silentAfterMs, () => this.#check());
  }

  /** Whether the agent wants calls read in this way. */
  #isRead(reader: PageReader): boolean {
    return this.account.readers?.includes(reader) ?? true;
  }

  #apply(open: OpenPage, event: CallEvent | PhoneEvent, reader: PageReader): void {
    const now = this.#options.clock.now();
    const at = Math.min(Math.max(event.at, now - TAP_LIMITS.oldestEventMs), now);
    if (event.type === 'registered' || event.type === 'registration-lost') {
      open.isRegistered = event.type === 'registered';
      return;
    }
    // Audio tells too little to speak beside signalling; a call that it began goes on.
    if (reader === 'media' && event.type === 'ringing' && this.#isSignallingSeen()) return;
    // Calls reach a page that registered before it was watched.
    open.isRegistered ??= true;
    const { page } = open;
    this.#calls.apply({ page, origin: page.origin, reader }, { ...event, at });
  }

  #isSignallingSeen(): boolean {
    return [...this.#pages.values()].some(({ carriesSip }) => carriesSip);
  }

  #close(page: SoftphonePage): void {
    if (!this.#pages.delete(page)) return;
    this.#calls.close(page, this.#options.clock.now());
    this.#check();
  }

  /** One limit a site, however many frames it opens. */
  #isWithinLimit(origin: string, message: PageReport): boolean {
    const now = this.#options.clock.now();
    const { eventsAtOnce, eventsPerSecond } = TAP_LIMITS;
    const limit = this.#limits.get(origin) ?? new TokenBucket(eventsAtOnce, eventsPerSecond, now);
    this.#limits.set(origin, limit);
    return limit.spend(message.kind === 'carries-sip' ? 1 : 1 + message.events.length, now);
  }

  #check(): void {
    const now = this.#options.clock.now();
    const next = pageRegistration([...this.#pages.values()], this.#registration, now);
    if (JSON.stringify(next) === JSON.stringify(this.#registration)) return;
    this.#registration = next;
    const isSilent = next.state === 'lost' && next.cause === 'page-silent';
    this.#options.notice?.('page-silent', isSilent);
    if (next.state === 'registered') this.#emit({ type: 'registered', at: now });
    if (next.state === 'lost') this.#emit({ type: 'registration-lost', cause: next.cause, at: now });
  }
}

function readerOf(message: PageReport): PageReader {
  return message.kind === 'events' ? (message.reader ?? 'sip') : 'sip';
}
