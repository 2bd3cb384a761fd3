import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Instant } from '../../calls/call-event.ts';
import type {
  ReviewAction,
  ReviewFilter,
  ReviewListView,
  ReviewView,
} from '../../components/desk/review-view.ts';
import type { PackLanguage } from '../../contract/pack/localized-text.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { ReviewQuery } from '../../contract/review/reviewed-note.ts';
import { dayOf } from '../../notes/day.ts';
import { type OpenedNote, reviewNoteView, reviewRow, whoOf } from './review-note-view.ts';
import { ReviewServer } from './review-server.ts';
import type { TeamSession } from './team-session.ts';

type Found = Pick<ReviewListView, 'rows' | 'busy'> & { readonly next: string | null };
type Opened = OpenedNote | { readonly gone: true };

const NOTHING: Found = { rows: [], busy: true, next: null };

/** The team's notes as a lead reads them: what was searched and found, and the one that is open. */
export class ReviewModel {
  readonly view: ReadonlySignal<ReviewView>;
  readonly #session: TeamSession;
  readonly #situations: ReviewListView['situations'];
  readonly #filter: Signal<ReviewFilter>;
  readonly #found: Signal<Found> = signal(NOTHING);
  readonly #opened: Signal<Opened | null> = signal(null);
  /** By number. Without those of the team's list, whoever wrote what was found. */
  readonly #agents: Signal<ReadonlyMap<string, string>> = signal(new Map());
  /** Counts searches and openings: only the newest one may show what it found. */
  #looks = 0;

  constructor(session: TeamSession, pack: Pack, language: PackLanguage, now: () => Instant) {
    this.#session = session;
    this.#situations = pack.situations.map(({ id, title }) => ({ id, label: title[language] }));
    const today = dayOf(now());
    this.#filter = signal({
      ...{ from: today, to: today, agent: null, family: null, situation: null, open: false },
    });
    this.view = computed(() => this.#view());
    // A comment was read, a note was changed: what is open is read again.
    session.listen((event) => {
      const opened = this.#opened.value;
      if (event.type === 'changed' && opened !== null && !('gone' in opened)) void this.#reload(opened);
    });
  }

  /** Null: the list. */
  async load(note: string | null): Promise<void> {
    this.#opened.value = null;
    if (note !== null) return await this.#open(note);
    await Promise.all([this.#loadAgents(), this.#search()]);
  }

  readonly act = (action: ReviewAction): void => {
    switch (action.do) {
      case 'filter':
        this.#filter.value = { ...this.#filter.value, ...action.change };
        void this.#search();
        break;
      case 'more':
        void this.#search(this.#found.value.next);
        break;
      case 'reveal':
        void this.#reveal();
        break;
      case 'comment':
        void this.#comment(action.text);
        break;
    }
  };

  #view(): ReviewView {
    const opened = this.#opened.value;
    const names = this.#agents.value;
    if (opened !== null && 'gone' in opened) return { page: 'gone' };
    if (opened !== null) {
      const title = (id: string) => this.#situations.find((one) => one.id === id)?.label ?? id;
      return reviewNoteView(opened, { names, title, asked: this.#session.asked.value });
    }
    const { rows, busy, next } = this.#found.value;
    return {
      ...{ page: 'list', filter: this.#filter.value, situations: this.#situations, busy },
      agents: Array.from(names.keys(), (id) => ({ id, label: whoOf(id, names) })),
      rows: rows.map((row) => ({ ...row, by: whoOf(row.by, names) })),
      more: next !== null,
    };
  }

  async #server(): Promise<ReviewServer | null> {
    const server = await this.#session.server();
    return server === null ? null : new ReviewServer(server.link);
  }

  async #loadAgents(): Promise<void> {
    const members = await (await this.#session.server())?.members();
    if (members?.ok !== true) return;
    this.#agents.value = new Map(members.value.members.map(({ number, name }) => [number, name]));
  }

  async #search(after: string | null = null): Promise<void> {
    this.#looks += 1;
    const look = this.#looks;
    const before = after === null ? [] : this.#found.value.rows;
    this.#found.value = { ...this.#found.value, rows: before, busy: true };
    const answer = await (await this.#server())?.notes(queryOf(this.#filter.value, after ?? ''));
    if (answer === undefined || look !== this.#looks) return;
    const page = this.#session.shown(answer);
    if (page === null) return;
    const rows = [...before, ...page.notes.map(reviewRow)];
    const seen = rows.map(({ by }): [string, string] => [by, '']);
    this.#agents.value = new Map([...seen, ...this.#agents.value]);
    this.#found.value = { rows, next: page.next, busy: false };
  }

  async #open(id: string): Promise<void> {
    this.#looks += 1;
    const look = this.#looks;
    const server = await this.#server();
    if (server === null) return;
    if (this.#agents.value.size === 0) void this.#loadAgents();
    const answer = await server.note(id);
    if (look !== this.#looks) return;
    if (!answer.ok && answer.reason === 'not-found') {
      this.#session.gap.value = null;
      this.#opened.value = { gone: true };
      return;
    }
    const note = this.#session.shown(answer);
    if (note !== null) this.#opened.value = { ...note, masked: true, sent: 0 };
  }

  /** Masked stays masked, and what was revealed is not asked for again: only the comments are news. */
  async #reload(opened: OpenedNote): Promise<void> {
    const answer = await (await this.#server())?.note(opened.note.id);
    if (answer?.ok !== true || this.#opened.value !== opened) return;
    const { comments } = answer.value;
    this.#opened.value = opened.masked ? { ...opened, ...answer.value } : { ...opened, comments };
  }

  async #reveal(): Promise<void> {
    const opened = this.#opened.value;
    const server = await this.#server();
    if (server === null || opened === null || 'gone' in opened) return;
    const full = await this.#session.ask(server.fullNote(opened.note.id));
    if (full !== null && this.#opened.value === opened) {
      this.#opened.value = { ...opened, ...full, masked: false };
    }
  }

  async #comment(text: string): Promise<void> {
    const opened = this.#opened.value;
    const server = await this.#server();
    if (server === null || opened === null || 'gone' in opened) return;
    const made = await this.#session.ask(server.comment(opened.note.id, text));
    const now = this.#opened.value;
    if (made === null || now === null || 'gone' in now || now.note.id !== opened.note.id) return;
    const others = now.comments.filter(({ id }) => id !== made.id);
    this.#opened.value = { ...now, comments: [...others, made], sent: now.sent + 1 };
  }
}

function queryOf(filter: ReviewFilter, after: string): ReviewQuery {
  const { from, to, agent, family, situation, open } = filter;
  const last = new Date(`${to}T00:00`);
  last.setDate(last.getDate() + 1);
  return {
    ...{ from: new Date(`${from}T00:00`).getTime(), to: last.getTime(), after },
    ...(agent === null ? {} : { agent }),
    ...(family === null ? {} : { family }),
    ...(situation === null ? {} : { situation }),
    ...(open ? { open: '1' as const } : {}),
  };
}
