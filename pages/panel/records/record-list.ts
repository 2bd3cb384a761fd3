import { type Signal, signal } from '@preact/signals';
import { addressOf, shownNumber } from '../../../components/caller-name.ts';
import type { Note } from '../../../contract/note/note.ts';
import { maskText } from '../../../contract/numbers/mask.ts';
import { dueAndUnsaved } from '../../../storage/notes/delete-notes.ts';
import type { NoteStore } from '../../../storage/notes/note-store.ts';
import { NoteSearch } from '../../../storage/search/note-search.ts';
import type { PanelBrowser } from '../frame/panel-browser.ts';
import type { OrderItemView } from '../orders/orders-view.ts';
import type { RecordRowView, RecordsListView } from './records-view.ts';

const PAGE_ROWS = 30;
const DAY_MS = 86_400_000;
/** Rows have no room for more. */
const LONGEST_TEXT = 120;

interface ListPorts {
  readonly store: NoteStore;
  /** Work orders whose number a search names. */
  readonly ordersNumbered: (query: string) => readonly NumberedOrder[];
  readonly keepNotesDays: () => number;
  readonly browser: Pick<PanelBrowser, 'whenIdle'>;
}

/** An order as the list shows it, with its note. */
export interface NumberedOrder {
  readonly item: OrderItemView;
  readonly note: string | null;
}

const EMPTY: RecordsListView = {
  ...{
    page: 'list',
    query: '',
    rows: [],
    orders: [],
    more: false,
    share: 0,
    unread: 0,
    due: null,
    commented: 0,
  },
};

/** The list of all notes and its search. */
export class RecordList {
  readonly view: Signal<RecordsListView> = signal(EMPTY);
  readonly #ports: ListPorts;
  #search: NoteSearch | null = null;
  #limit = PAGE_ROWS;
  /** Counts searches; results of older ones are dropped. */
  #refreshes = 0;
  #willRefresh = false;

  constructor(ports: ListPorts) {
    this.#ports = ports;
    // Removes a deleted note from the screen at once. A search that runs may have read it before.
    ports.store.ports.changes.subscribe((change) => {
      if (change.kind !== 'deleted') return;
      const { rows } = this.view.value;
      this.view.value = { ...this.view.value, rows: rows.filter(({ id }) => id !== change.id) };
      this.#refreshes += 1;
      void this.#refreshSoon();
    });
  }

  /** Starts to read all notes once, so that the first search is fast. */
  warm(): void {
    if (this.#search !== null) return;
    const search = new NoteSearch(
      this.#ports.store,
      () => this.#goOn(search),
      () => void this.#refreshSoon(),
    );
    this.#search = search;
    void search.filled.then(() => this.refresh());
    void this.countDue();
  }

  /** Counts notes that are due for deletion but stored nowhere else. */
  async countDue(): Promise<void> {
    const { store, keepNotesDays } = this.#ports;
    const days = keepNotesDays();
    const notes = days === 0 ? 0 : await dueAndUnsaved(store, store.ports.now() - days * DAY_MS);
    this.view.value = { ...this.view.value, due: notes === 0 ? null : { notes, days } };
  }

  /** After a sign-in or sign-out: the notes belong to another agent. */
  forget(): void {
    this.#search?.close();
    this.#search = null;
    this.#refreshes += 1;
    this.view.value = EMPTY;
  }

  async ask(query: string): Promise<void> {
    this.#limit = PAGE_ROWS;
    this.view.value = { ...this.view.value, query };
    await this.refresh();
  }

  async showMore(): Promise<void> {
    this.#limit += PAGE_ROWS * 3;
    await this.refresh();
  }

  async refresh(): Promise<void> {
    this.warm();
    const search = this.#search;
    if (search === null) return;
    this.#refreshes += 1;
    const round = this.#refreshes;
    const { query } = this.view.value;
    const named = this.#ports.ordersNumbered(query);
    const { notes, more } = await search.find(query, this.#limit);
    const ofOrders = await this.#notesOf(named, notes);
    if (round !== this.#refreshes) return;
    const rows = [...ofOrders, ...notes].map(rowOf);
    this.view.value = {
      ...this.view.value,
      ...{ rows, more, share: search.share, unread: search.unread },
    };
  }

  /** The notes of the contacts in which the orders were opened, as far as they are here. */
  async #notesOf(orders: readonly NumberedOrder[], found: readonly Note[]): Promise<readonly Note[]> {
    const ids = orders.flatMap(({ note }) => (note === null ? [] : [note]));
    const more = new Set(ids.filter((id) => found.every((note) => note.id !== id)));
    const read = await Promise.all([...more].map((id) => this.#ports.store.read(id)));
    return read.flatMap((one) => (one.ok ? [one.note] : []));
  }

  /** Several changes in a row cause one search. */
  async #refreshSoon(): Promise<void> {
    if (this.#willRefresh) return;
    this.#willRefresh = true;
    await this.#ports.browser.whenIdle();
    this.#willRefresh = false;
    if (this.#search !== null) await this.refresh();
  }

  /** Shows partial results while the list is not full, then lets the page draw. */
  async #goOn(search: NoteSearch): Promise<void> {
    const { rows, share } = this.view.value;
    if (search === this.#search && (rows.length < this.#limit || search.share - share > 0.1))
      await this.refresh();
    await this.#ports.browser.whenIdle();
  }
}

function rowOf({ id, createdAt, contact, surname, title, category, tags, text }: Note): RecordRowView {
  const number = contact.kind === 'call' ? shownNumber({ number: contact.number, masked: true }) : '';
  return {
    ...{ id, at: createdAt, category, tags: tags.map(maskText) },
    from: contact.kind === 'call' ? contact.direction : 'walk-in',
    caller: addressOf(maskText(surname), title) ?? number,
    text: maskText(text.slice(0, 2 * LONGEST_TEXT)).slice(0, LONGEST_TEXT),
    commented: false,
  };
}
