import { BoundedMap } from '../../bounded-map.ts';
import type { CallEnd } from '../../call-end.ts';
import type { CallEvent, CallId, Instant } from '../../call-event.ts';
import { SharedCall } from './shared-call.ts';
import { PAGE_READERS, type PageReader } from './softphone-page.ts';

const MOST_LIVE_PER_ORIGIN = 20;
const MOST_USED_IDS = 1000;
/** A reader may see a call only after its end. */
const LATE_MS = 3000;

type Begin = CallEvent & { readonly type: 'ringing' | 'dialling' };

/** Who reports an event: a page of a site, and the way in which it knows of its calls. */
export interface PageVoice {
  readonly page: object;
  readonly origin: string;
  readonly reader: PageReader;
}

/**
 * The calls of all pages. A page speaks for its own calls only. A call of two pages of one site is
 * one call: it ends when the page that answered it says so, or the last page. A call that two
 * readers see is one call too: the first of them in `order` speaks for it.
 */
export class PageCalls {
  readonly #live = new Map<string, SharedCall>();
  readonly #usedIds = new BoundedMap<CallId, true>(MOST_USED_IDS);
  readonly #ended = new BoundedMap<CallId, { readonly call: SharedCall; readonly at: Instant }>(20);
  readonly #emit: (event: CallEvent) => void;
  readonly #order: readonly PageReader[];

  constructor(emit: (event: CallEvent) => void, order: readonly PageReader[] = PAGE_READERS) {
    this.#emit = emit;
    this.#order = order;
  }

  apply({ page, origin, reader }: PageVoice, event: CallEvent): void {
    const key = `${origin} ${reader} ${event.call}`;
    const known = this.#live.get(key);
    switch (event.type) {
      case 'ringing':
      case 'dialling': {
        if (known === undefined && this.#isLate(reader, event)) return;
        const call = known ?? this.#sameCall(reader, event) ?? this.#begin(origin, reader, event);
        if (call === null) return;
        this.#live.set(key, call);
        call.join(reader, page, this.#rank);
        if (call.speaker === reader) this.#emit({ ...event, call: call.id, watchOnly: true });
        return;
      }
      case 'turned-away':
        if (known === undefined) this.#emit({ ...event, call: this.#freshId(event.call) });
        return;
      case 'ended':
        if (known?.has(reader, page) !== true) return;
        if (known.leave(reader, page, false, this.#rank)) this.#end(known, event.end, event.at);
        else if (!known.isSeenBy(reader)) this.#live.delete(key);
        return;
      default:
        if (known?.has(reader, page) !== true) return;
        if (event.type === 'answered') known.answeredIn ??= page;
        if (known.accepts(reader, event)) this.#emit({ ...event, call: known.id });
    }
  }

  /** The page was closed or loaded anew. */
  close(page: object, at: Instant): void {
    for (const call of new Set(this.#live.values())) {
      const how = call.answeredIn === null ? 'failed' : 'broken';
      const isOver = call.readersIn(page).some((reader) => call.leave(reader, page, true, this.#rank));
      if (isOver) this.#end(call, { how, cause: 'page-gone', sipStatus: null }, at);
    }
  }

  readonly #rank = (reader: PageReader): number => {
    const rank = this.#order.indexOf(reader);
    return rank === -1 ? PAGE_READERS.length : rank;
  };

  /** A call that another reader sees already. */
  #sameCall(reader: PageReader, event: Begin): SharedCall | null {
    return [...this.#live.values()].find((call) => call.mayBe(reader, event)) ?? null;
  }

  /** A call that another reader saw until a moment ago. */
  #isLate(reader: PageReader, event: Begin): boolean {
    return [...this.#ended.values()].some(
      ({ call, at }) => event.at - at < LATE_MS && call.mayBe(reader, event),
    );
  }

  #begin(origin: string, reader: PageReader, event: Begin): SharedCall | null {
    const ofOrigin = new Set([...this.#live.values()].filter((call) => call.origin === origin));
    if (ofOrigin.size >= MOST_LIVE_PER_ORIGIN) return null;
    return new SharedCall(this.#freshId(event.call), origin, reader, event);
  }

  #end(call: SharedCall, end: CallEnd, at: Instant): void {
    for (const [key, other] of [...this.#live]) if (other === call) this.#live.delete(key);
    this.#ended.set(call.id, { call, at });
    this.#emit({ type: 'ended', call: call.id, at, end });
  }

  /** Sites do not share ids: one cannot speak for a call of another. */
  #freshId(wanted: CallId): CallId {
    let id = wanted;
    for (let round = 2; this.#usedIds.has(id); round += 1) id = `${wanted}~${round}`;
    this.#usedIds.set(id, true);
    return id;
  }
}
