import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Instant } from '../../../calls/call-event.ts';
import { type PackLanguage, textIn } from '../../../contract/pack/localized-text.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { PromiseJudge } from '../../session/promise-judge.ts';
import type { TeamSession } from '../frame/team-session.ts';
import { ReviewList } from './review-list.ts';
import { type OpenedNote, reviewNoteView } from './review-note-view.ts';
import { ReviewServer } from './review-server.ts';
import type { ReviewAction, ReviewView } from './review-view.ts';

type Opened = OpenedNote | { readonly gone: true };

/** In a busy team notes change all the time: changes are gathered this long, in ms. */
const GATHER_MS = 1_000;

/** The review page: the list of notes, and the note that is open. */
export class ReviewModel {
  readonly view: ReadonlySignal<ReviewView>;
  readonly #session: TeamSession;
  readonly #judge: PromiseJudge;
  readonly #list: ReviewList;
  readonly #titles: ReadonlyMap<string, string>;
  readonly #opened: Signal<Opened | null> = signal(null);
  /** Counts openings: only the newest one may show its answer. */
  #loads = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    session: TeamSession,
    pack: Pack,
    language: PackLanguage,
    now: () => Instant,
    judge: PromiseJudge,
  ) {
    this.#session = session;
    this.#judge = judge;
    const situations = pack.situations.map(({ id, title }) => ({ id, label: textIn(title, language) }));
    this.#titles = new Map(situations.map(({ id, label }) => [id, label]));
    this.#list = new ReviewList(session, situations, now());
    this.view = computed(() => this.#view());
    // A comment or a note changed: reload the open note.
    session.listen((event) => {
      const opened = this.#opened.value;
      if (event.type === 'changed' && opened !== null && !('gone' in opened)) this.#reloadSoon();
    });
  }

  /** Null opens the list. */
  async load(note: string | null): Promise<void> {
    this.#opened.value = null;
    if (note !== null) return await this.#open(note);
    await Promise.all([this.#list.loadAgents(), this.#list.search()]);
  }

  readonly act = (action: ReviewAction): Promise<void> => {
    switch (action.do) {
      case 'filter':
        return this.#list.narrow(action.change);
      case 'more':
        return this.#list.more();
      case 'reveal':
        return this.#reveal();
      case 'comment':
        return this.#comment(action.text);
    }
  };

  #view(): ReviewView {
    const opened = this.#opened.value;
    if (opened === null) return this.#list.view;
    if ('gone' in opened) return { page: 'gone' };
    const title = (id: string) => this.#titles.get(id) ?? id;
    return reviewNoteView(opened, {
      ...{ names: this.#list.names, title, judge: this.#judge },
      asked: this.#session.asked.value,
    });
  }

  async #server(): Promise<ReviewServer | null> {
    const server = await this.#session.server();
    return server === null ? null : new ReviewServer(server.link);
  }

  async #open(id: string): Promise<void> {
    this.#loads += 1;
    const load = this.#loads;
    const server = await this.#server();
    if (server === null) return;
    if (this.#list.names.size === 0) void this.#list.loadAgents();
    const answer = await server.note(id);
    if (load !== this.#loads) return;
    if (!answer.ok && answer.reason === 'not-found') {
      this.#session.gap.value = null;
      this.#opened.value = { gone: true };
      return;
    }
    const note = this.#session.shown(answer);
    if (note !== null) this.#opened.value = { ...note, masked: true, sent: 0 };
  }

  #reloadSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      const opened = this.#opened.value;
      if (opened !== null && !('gone' in opened)) void this.#reload(opened);
    }, GATHER_MS);
  }

  /** A revealed note is not requested in full again: only its comments are replaced. */
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
