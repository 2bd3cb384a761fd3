import { type Signal, signal } from '@preact/signals';
import type { Instant } from '../../../calls/call-event.ts';
import type { TeamSession } from '../frame/team-session.ts';
import { reviewRow, whoOf } from './review-note-view.ts';
import { narrowed, noteSearch, reviewQuery, today } from './review-query.ts';
import { ReviewServer } from './review-server.ts';
import type { ReviewFilter, ReviewListView } from './review-view.ts';

type Found = Pick<ReviewListView, 'rows' | 'busy'> & { readonly next: string | null };

/** The list of notes: the filter and what was found so far. */
export class ReviewList {
  readonly #session: TeamSession;
  readonly #situations: ReviewListView['situations'];
  readonly #filter: Signal<ReviewFilter>;
  readonly #found: Signal<Found> = signal({ rows: [], busy: true, next: null });
  /** By number. Until the team's list has loaded: the authors of the notes found. */
  readonly #agents: Signal<ReadonlyMap<string, string>> = signal(new Map());
  /** Counts searches: only the newest one may show its answer. */
  #loads = 0;

  constructor(session: TeamSession, situations: ReviewListView['situations'], now: Instant) {
    this.#session = session;
    this.#situations = situations;
    this.#filter = signal(today(now));
  }

  /** By number. */
  get names(): ReadonlyMap<string, string> {
    return this.#agents.value;
  }

  get view(): ReviewListView {
    const { rows, busy, next } = this.#found.value;
    const names = this.names;
    return {
      ...{ page: 'list', filter: this.#filter.value, situations: this.#situations, busy },
      agents: Array.from(names.keys(), (id) => ({ id, label: whoOf(id, names) })),
      rows: rows.map((row) => ({ ...row, by: whoOf(row.by, names) })),
      more: next !== null,
    };
  }

  async loadAgents(): Promise<void> {
    const members = await (await this.#session.server())?.members();
    if (members?.ok !== true) return;
    this.#agents.value = new Map(members.value.members.map(({ number, name }) => [number, name]));
  }

  async narrow(change: Partial<ReviewFilter>): Promise<void> {
    this.#filter.value = narrowed(this.#filter.value, change);
    await this.search();
  }

  async more(): Promise<void> {
    await this.search(this.#found.value.next);
  }

  async search(after: string | null = null): Promise<void> {
    this.#loads += 1;
    const load = this.#loads;
    const before = after === null ? [] : this.#found.value.rows;
    this.#found.value = { ...this.#found.value, rows: before, busy: true };
    const server = await this.#session.server();
    if (server === null) return;
    const review = new ReviewServer(server.link);
    const search = noteSearch(this.#filter.value, after ?? '');
    const answer = await (search === null
      ? review.notes(reviewQuery(this.#filter.value, after ?? ''))
      : review.search(search));
    if (load !== this.#loads) return;
    const page = this.#session.shown(answer);
    if (page === null) return;
    const rows = [...before, ...page.notes.map(reviewRow)];
    const seen = rows.map(({ by }): [string, string] => [by, '']);
    this.#agents.value = new Map([...seen, ...this.#agents.value]);
    this.#found.value = { rows, next: page.next, busy: false };
  }
}
