import type { CallEvent, CallId } from '../../call-event.ts';
import { isOtherNumber } from './is-other-number.ts';
import type { PageReader } from './softphone-page.ts';

type Begin = CallEvent & { readonly type: 'ringing' | 'dialling' };
type Rank = (reader: PageReader) => number;

/** Two readers see the same call within this time. */
const SAME_WITHIN_MS = 10_000;

/** One call, with every page and reader that sees it. */
export class SharedCall {
  readonly id: CallId;
  readonly origin: string;
  /** The page in which it was answered. */
  answeredIn: object | null = null;
  /** The reader that speaks for the call. */
  speaker: PageReader;
  readonly #begin: Begin;
  readonly #pages = new Map<PageReader, Set<object>>();
  /** Every reader that has seen it: one reader tells its own calls apart. */
  readonly #joined = new Set<PageReader>();
  #number: string;

  constructor(id: CallId, origin: string, speaker: PageReader, begin: Begin) {
    this.id = id;
    this.origin = origin;
    this.speaker = speaker;
    this.#begin = begin;
    this.#number = begin.remoteParty.number;
  }

  has(reader: PageReader, page: object): boolean {
    return this.#pages.get(reader)?.has(page) === true;
  }

  isSeenBy(reader: PageReader): boolean {
    return this.#pages.has(reader);
  }

  readersIn(page: object): readonly PageReader[] {
    return [...this.#pages].flatMap(([reader, pages]) => (pages.has(page) ? [reader] : []));
  }

  /** Whether a call that another reader begins is this one. */
  mayBe(reader: PageReader, event: Begin): boolean {
    if (this.#joined.has(reader) || event.type !== this.#begin.type) return false;
    const isNear = Math.abs(event.at - this.#begin.at) <= SAME_WITHIN_MS;
    return isNear && !isOtherNumber(event.remoteParty.number, this.#number);
  }

  join(reader: PageReader, page: object, rank: Rank): void {
    const pages = this.#pages.get(reader) ?? new Set();
    this.#pages.set(reader, pages);
    pages.add(page);
    this.#joined.add(reader);
    if (rank(reader) < rank(this.speaker)) this.speaker = reader;
  }

  /** True for an event of the speaker, and for a number that only another reader knows. */
  accepts(reader: PageReader, event: CallEvent): boolean {
    const named = event.type === 'remote-party-changed' ? event.remoteParty.number : '';
    const isNews = this.speaker === reader || (named !== '' && this.#number === '');
    if (isNews && named !== '') this.#number = named;
    return isNews;
  }

  /**
   * A reader sees the end in a page, or the page is gone. True if the call is over: its speaker
   * says so, or nobody sees it any more.
   */
  leave(reader: PageReader, page: object, isGone: boolean, rank: Rank): boolean {
    const pages = this.#pages.get(reader);
    pages?.delete(page);
    const isElsewhere = this.answeredIn !== page && (pages?.size ?? 0) > 0;
    if (isElsewhere) return false;
    this.#pages.delete(reader);
    const others = [...this.#pages].filter(([, seen]) => !isGone || seen.size > 1 || !seen.has(page));
    if (this.speaker === reader && (!isGone || others.length === 0)) return true;
    if (this.speaker === reader) {
      const [next] = others.map(([other]) => other).toSorted((one, other) => rank(one) - rank(other));
      this.speaker = next ?? reader;
    }
    return false;
  }
}
