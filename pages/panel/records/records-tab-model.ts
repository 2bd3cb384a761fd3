import { type Signal, signal } from '@preact/signals';
import { i18n } from '#i18n';
import { timeZoneHere } from '../../../browser/time-zone-here.ts';
import type {
  RecordsAction,
  RecordsExportView,
  RecordsListView,
  RecordsView,
} from '../../../components/records/records-view.ts';
import type { CommentStore } from '../../../storage/notes/comment-store.ts';
import { dayOf } from '../../../storage/notes/day.ts';
import { type ExportColumn, exportNotes } from '../../../storage/notes/export-notes.ts';
import type { NoteStore } from '../../../storage/notes/note-store.ts';
import { RecordComments } from './record-comments.ts';
import { RecordList } from './record-list.ts';
import { RecordPage } from './record-page.ts';

interface RecordsParts {
  readonly store: NoteStore;
  readonly comments: CommentStore;
  readonly isSetUp: () => boolean;
  /** Title of a situation, in the reader's language. */
  readonly title: (situation: string) => string;
  /** 0 keeps notes for ever. */
  readonly keepNotesDays: () => number;
  readonly pause: () => Promise<void>;
  /** Hands a file to the agent. */
  readonly save: (name: string, type: string, text: string) => void;
  readonly copy: (text: string) => void;
}

const heading = (column: ExportColumn) => i18n.t(`records.column.${column}`);

const MONTH_MS = 30 * 86_400_000;

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
    this.#page = new RecordPage(parts.store, this.comments, parts.title);
  }

  view(_now: number): RecordsView {
    return this.#page.view ?? this.#export.value ?? this.#listed();
  }

  /** Notes with comments that were not read. */
  count(_now: number): number {
    return this.comments.unread.value.size;
  }

  /** The agent signed out, or another one in. */
  async forget(): Promise<void> {
    this.list.forget();
    this.#export.value = null;
    await this.#page.close();
    await this.comments.refresh();
  }

  async act(action: RecordsAction): Promise<void> {
    switch (action.do) {
      case 'search':
        return this.list.ask(action.query);
      case 'show-more':
        return this.list.showMore();
      case 'open-record':
        return this.#page.open(action.id);
      case 'open-commented':
        return this.#openCommented();
      case 'comments-seen':
        return this.comments.seen();
      case 'new-record':
        return this.#page.begin();
      case 'back-to-list':
        return this.#back();
      case 'reveal-record':
        return this.#page.reveal();
      case 'write-record':
        return this.#page.write(action.patch);
      case 'undo-record':
      case 'redo-record':
        return this.#page.step(action.do === 'undo-record' ? 'undo' : 'redo');
      case 'retry-record':
        return this.#page.retry();
      case 'copy-record':
        return this.#parts.copy(this.#page.text);
      case 'open-export':
        return this.#openExport();
      case 'export-records':
        return this.#exportNotes(action);
    }
  }

  #listed(): RecordsListView {
    const unread = this.comments.unread.value;
    const list = this.list.view.value;
    const rows = list.rows.map((row) => (unread.has(row.id) ? { ...row, commented: true } : row));
    return { ...list, rows, commented: unread.size };
  }

  async #openCommented(): Promise<void> {
    const note = await this.comments.longestUnread();
    if (note !== null) await this.#page.open(note);
  }

  async #back(): Promise<void> {
    this.#export.value = null;
    await this.#page.close();
    await this.list.refresh();
  }

  #openExport(): void {
    const now = this.#parts.store.ports.now();
    this.#export.value = {
      page: 'export',
      from: dayOf(now - MONTH_MS),
      to: dayOf(now),
      state: { state: 'asking' },
    };
  }

  async #exportNotes(asked: RecordsAction & { do: 'export-records' }): Promise<void> {
    const { format, masked, from, to } = asked;
    const show = (state: RecordsExportView['state']) => {
      if (this.#export.value !== null) this.#export.value = { page: 'export', from, to, state };
    };
    show({ state: 'busy' });
    try {
      const span = { from: noonOf(from), to: noonOf(to) };
      const file = await exportNotes(this.#parts.store, {
        ...{ format, masked, ...span, heading },
        timeZone: timeZoneHere(),
      });
      this.#parts.save(file.name, file.type, file.text);
      await this.list.countDue();
      show({ state: 'done', name: file.name, notes: file.notes, unread: file.unread });
    } catch (error) {
      console.error('records: the export failed', error);
      show({ state: 'failed' });
    }
  }
}

/** Of a date field's day, in the agent's own zone. */
function noonOf(day: string): number {
  return new Date(`${day}T12:00`).getTime();
}
