import { type Signal, signal } from '@preact/signals';
import type { CommentStore } from '../../../storage/notes/comment-store.ts';
import { dayOf } from '../../../storage/notes/day.ts';
import { exportNotes } from '../../../storage/notes/export-notes.ts';
import type { NoteStore } from '../../../storage/notes/note-store.ts';
import { dispatch, type Handlers } from '../../session/dispatch.ts';
import { noteTableWords } from '../../session/note-table-words.ts';
import type { PromiseJudge } from '../../session/promise-judge.ts';
import { zoneHere } from '../../session/zone-of.ts';
import type { PanelBrowser } from '../frame/panel-browser.ts';
import { instantOfField } from '../orders/field-time.ts';
import { RecordComments } from './record-comments.ts';
import { type NumberedOrder, RecordList } from './record-list.ts';
import { RecordPage } from './record-page.ts';
import type { RecordsAction, RecordsExportView, RecordsListView, RecordsView } from './records-view.ts';

interface RecordsParts {
  readonly store: NoteStore;
  readonly comments: CommentStore;
  readonly isSetUp: () => boolean;
  /** Server clock minus this device's; null where unknown. */
  readonly serverOffset: () => number | null;
  /** Title of a situation, in the reader's language. */
  readonly title: (situation: string) => string;
  /** Promises of a score that were open at wrap-up, as they stand now. */
  readonly judge: PromiseJudge;
  /** 0: notes are never deleted. */
  readonly keepNotesDays: () => number;
  /** Work orders whose number a search names. */
  readonly ordersNumbered: (query: string) => readonly NumberedOrder[];
  readonly showOrder: (id: string) => unknown;
  readonly browser: Pick<PanelBrowser, 'whenIdle' | 'saveFile' | 'copy'>;
}

const MONTH_MS = 30 * 86_400_000;

/** The tab of all notes: the list, one note, or the export form. */
export class RecordsTabModel {
  readonly list: RecordList;
  readonly comments: RecordComments;
  readonly #page: RecordPage;
  readonly #export: Signal<RecordsExportView | null> = signal(null);
  readonly #parts: RecordsParts;

  constructor(parts: RecordsParts) {
    this.#parts = parts;
    this.list = new RecordList(parts);
    this.comments = new RecordComments(parts);
    this.#page = new RecordPage(parts, this.comments);
  }

  view(_now: number): RecordsView {
    return this.#page.view ?? this.#export.value ?? this.#listed();
  }

  /** Notes with unread comments. */
  count(_now: number): number {
    return this.comments.unread.value.size;
  }

  /** After a sign-out or a change of agent. */
  async forget(): Promise<void> {
    this.list.forget();
    this.#export.value = null;
    await this.#page.close();
    await this.comments.refresh();
  }

  act(action: RecordsAction): unknown {
    return dispatch(this.#handlers, action.do, action);
  }

  readonly #handlers: Handlers<RecordsAction> = {
    search: ({ query }) => this.list.ask(query),
    'show-more': () => this.list.showMore(),
    'open-record': ({ id }) => this.#page.open(id),
    'open-commented': async () => {
      const note = await this.comments.longestUnread();
      if (note !== null) await this.#page.open(note);
    },
    'comments-seen': () => this.comments.seen(),
    'open-order': ({ id }) => this.#parts.showOrder(id),
    'new-record': () => this.#page.begin(),
    'back-to-list': async () => {
      this.#export.value = null;
      await this.#page.close();
      await this.list.refresh();
    },
    'reveal-record': () => this.#page.reveal(),
    'write-note': ({ patch }) => this.#page.write(patch),
    'undo-note': () => this.#page.step('undo'),
    'redo-note': () => this.#page.step('redo'),
    'retry-save': () => this.#page.retry(),
    'copy-note': () => this.#parts.browser.copy(this.#page.text),
    'open-export': () => {
      const now = this.#parts.store.ports.now();
      const span = { from: dayOf(now - MONTH_MS), to: dayOf(now) };
      this.#export.value = { page: 'export', ...span, state: { state: 'asking' } };
    },
    'export-records': (asked) => this.#exportNotes(asked),
  };

  #listed(): RecordsListView {
    const unread = this.comments.unread.value;
    const list = this.list.view.value;
    const rows = list.rows.map((row) => (unread.has(row.id) ? { ...row, commented: true } : row));
    // Not as of the search: an order that was erased since is gone.
    const orders = this.#parts.ordersNumbered(list.query).map(({ item }) => item);
    return { ...list, rows, orders, commented: unread.size };
  }

  async #exportNotes(asked: Extract<RecordsAction, { readonly do: 'export-records' }>): Promise<void> {
    const { format, masked, from, to } = asked;
    const show = (state: RecordsExportView['state']) => {
      if (this.#export.value !== null) this.#export.value = { page: 'export', from, to, state };
    };
    show({ state: 'busy' });
    try {
      const span = { from: noonOf(from), to: noonOf(to) };
      const file = await exportNotes(this.#parts.store, {
        ...{ format, masked, ...span, words: noteTableWords },
        timeZone: zoneHere(),
      });
      this.#parts.browser.saveFile(file.name, file.type, file.content);
      await this.list.countDue();
      show({ state: 'done', name: file.name, notes: file.notes, unread: file.unread });
    } catch (error) {
      console.error('records: the export failed', error);
      show({ state: 'failed' });
    }
  }
}

/** Noon of a date field's day, on the team's clock. */
function noonOf(day: string): number {
  return instantOfField(`${day}T12:00`) ?? Number.NaN;
}
