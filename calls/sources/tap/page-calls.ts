import { BoundedMap } from '../../bounded-map.ts';
import type { CallEnd } from '../../call-end.ts';
import type { CallEvent, CallId, Instant } from '../../call-event.ts';

interface SharedCall {
  readonly id: CallId;
  readonly origin: string;
  /** The pages that have the call: a call may ring in two of one site. */
  readonly pages: Set<object>;
  /** The page in which it was answered. */
  answeredIn: object | null;
}

const MOST_LIVE_PER_ORIGIN = 20;
const MOST_USED_IDS = 1000;

/**
 * The calls of all pages. A page speaks for its own calls only. A call of two pages of one site is
 * one call: it ends when the page that answered it says so, or the last page.
 */
export class PageCalls {
  readonly #live = new Map<string, SharedCall>();
  readonly #usedIds = new BoundedMap<CallId, true>(MOST_USED_IDS);
  readonly #emit: (event: CallEvent) => void;

  constructor(emit: (event: CallEvent) => void) {
    this.#emit = emit;
  }

  apply(page: object, origin: string, event: CallEvent): void {
    const key = `${origin} ${event.call}`;
    const known = this.#live.get(key);
    switch (event.type) {
      case 'ringing':
      case 'dialling': {
        const call = known ?? this.#begin(key, origin, event.call);
        if (call === null) return;
        call.pages.add(page);
        this.#emit({ ...event, call: call.id, watchOnly: true });
        return;
      }
      case 'turned-away':
        if (known === undefined) this.#emit({ ...event, call: this.#freshId(event.call) });
        return;
      case 'ended':
        if (known?.pages.has(page) === true) this.#end(key, known, page, event.end, event.at);
        return;
      default:
        if (known?.pages.has(page) !== true) return;
        if (event.type === 'answered') known.answeredIn ??= page;
        this.#emit({ ...event, call: known.id });
    }
  }

  /** The page was closed or loaded anew. */
  close(page: object, at: Instant): void {
    for (const [key, call] of [...this.#live]) {
      if (!call.pages.has(page)) continue;
      const how = call.answeredIn === null ? 'failed' : 'broken';
      this.#end(key, call, page, { how, cause: 'page-gone', sipStatus: null }, at);
    }
  }

  #begin(key: string, origin: string, wanted: CallId): SharedCall | null {
    const ofOrigin = [...this.#live.values()].filter((call) => call.origin === origin);
    if (ofOrigin.length >= MOST_LIVE_PER_ORIGIN) return null;
    const call = { id: this.#freshId(wanted), origin, pages: new Set<object>(), answeredIn: null };
    this.#live.set(key, call);
    return call;
  }

  #end(key: string, call: SharedCall, page: object, end: CallEnd, at: Instant): void {
    call.pages.delete(page);
    const goesOn = call.answeredIn === null ? call.pages.size > 0 : call.answeredIn !== page;
    if (goesOn && call.pages.size > 0) return;
    this.#live.delete(key);
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
