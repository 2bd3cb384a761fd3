import { whenIdle } from '../../browser/when-idle.ts';
import { Database } from '../../storage/database.ts';
import { notesOfDay } from '../../storage/notes/note-list.ts';
import { openStores } from '../../storage/open-stores.ts';
import { NoteSearch } from '../../storage/search/note-search.ts';
import { byWebLock } from '../../storage/vault/session-secrets.ts';
import { memorySecrets } from '../../tests/helpers/memory-secrets.ts';
import { dexieRelaxed, type Keystroke, ours, pouch, rawStrict } from './keystroke-subjects.ts';
import { searchSamples } from './search-samples.ts';
import { syntheticEvent } from './synthetic-event.ts';
import { syntheticNote } from './synthetic-note.ts';

const PASSPHRASE = '一个 测量用的 短语';
const open = () =>
  openStores({
    ...{ vaultSession: memorySecrets(), sipSession: memorySecrets(), exclusively: byWebLock },
    ...{ database: new Database(), now: () => Date.now() },
  });

const api = {
  /**
   * Milliseconds a keystroke, by subject; the subjects take turns, so that a slow moment of the
   * disk hits all.
   */
  async keystrokes(rounds: number): Promise<Record<string, number[]>> {
    const stores = await open();
    if (stores.vault.state.state === 'not-set-up') await stores.vault.setUp(PASSPHRASE, '0283');
    const subjects: [string, Keystroke][] = [
      ['ours', await ours(stores)],
      ['raw IndexedDB strict', await rawStrict()],
      ['Dexie relaxed', await dexieRelaxed()],
      ['PouchDB', await pouch()],
    ];
    const samples: Record<string, number[]> = {};
    let text = '';
    for (let round = 0; round < rounds; round += 1) {
      text = `${text}字`.slice(-400);
      for (const [subject, type] of subjects) {
        const began = performance.now();
        await type(text);
        samples[subject] = [...(samples[subject] ?? []), performance.now() - began];
      }
    }
    stores.close();
    return samples;
  },

  /** Writes notes until there are `total`, spread over a thousand days. */
  async fill(total: number, passphrase: string = PASSPHRASE): Promise<void> {
    const stores = await open();
    await stores.vault.unlock(passphrase);
    for (let at = await stores.database.notes.count(); at < total; at += 1_000) {
      const size = Math.min(1_000, total - at);
      const notes = Array.from({ length: size }, (_, index) => syntheticNote(at + index, total, Date.now()));
      const rows = await Promise.all(notes.map((note) => stores.notes.encrypt(note, 1)));
      // As if each had been written on its day.
      await stores.database.notes.bulkPut(rows.map((row) => ({ ...row, changed: row.day })));
    }
    stores.close();
  },

  /**
   * As a panel starts: open, join or begin the start, list today. Unlocked beforehand, or there is
   * nothing to list.
   */
  async coldStart(): Promise<{ openMs: number; todayMs: number; today: number }> {
    const began = performance.now();
    const stores = await open();
    const openMs = performance.now() - began;
    const listed = performance.now();
    const today = await notesOfDay(stores.notes);
    const todayMs = performance.now() - listed;
    stores.close();
    return { openMs, todayMs, today: today.notes.length + today.locked };
  },

  /**
   * Until every note can be found, and the longest that the page stood still meanwhile (tasks of 50
   * ms and more).
   */
  async fillSearch(): Promise<{ ms: number; notes: number; longestMs: number }> {
    const stores = await open();
    await stores.vault.unlock(PASSPHRASE);
    let longestMs = 0;
    const watch = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longestMs = Math.max(longestMs, duration);
    });
    watch.observe({ type: 'longtask' });
    const began = performance.now();
    const search = new NoteSearch(stores.notes, whenIdle);
    await search.filled;
    const ms = performance.now() - began;
    watch.disconnect();
    stores.close();
    return { ms, notes: search.size, longestMs };
  },

  /**
   * A ledger of many events: written once, then loaded as a panel does it, first without pages and
   * then with them.
   */
  async teamLoads(total: number, rounds: number): Promise<{ firstMs: number; ms: number[]; events: number }> {
    const stores = await open();
    if (stores.vault.state.state === 'not-set-up') await stores.vault.setUp(PASSPHRASE, '0283');
    await stores.vault.unlock(PASSPHRASE);
    for (let at = 0; at < total; at += 500) {
      await stores.team.append(Array.from({ length: 500 }, (_, index) => syntheticEvent(at + index)));
    }
    const timed = async () => {
      const began = performance.now();
      const { events } = await stores.team.load();
      return { ms: performance.now() - began, events: events.length };
    };
    const first = await timed();
    while ((await stores.database.teamPages.count()) === 0)
      await new Promise((resolve) => setTimeout(resolve));
    const ms: number[] = [];
    for (let round = 0; round < rounds; round += 1) ms.push((await timed()).ms);
    stores.close();
    return { firstMs: first.ms, ms, events: first.events };
  },

  searchSamples,
};

declare global {
  interface Window {
    readonly notesBench: typeof api;
  }
}

Object.assign(window, { notesBench: api });
document.title = 'ready';
