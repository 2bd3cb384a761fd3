import type { DraftRecords, DraftStore } from '../../pages/lead/draft/kept-draft.ts';

/**
 * One profile's store without a browser: each write is announced to every window a turn later, as
 * in a browser.
 */
export function memoryDraftStore(): DraftStore {
  let kept: DraftRecords = { draft: null, clash: null, team: null };
  const windows: ((records: Partial<DraftRecords>) => void)[] = [];
  const queues = new Map<string, Promise<unknown>>();
  return {
    read: async () => structuredClone(kept),
    async write(records) {
      kept = { ...kept, ...structuredClone(records) };
      setTimeout(() => {
        for (const notify of windows) notify(structuredClone(records));
      });
    },
    alone<T>(matter: string, work: () => Promise<T>): Promise<T> {
      const job = (queues.get(matter) ?? Promise.resolve()).then(work, work);
      queues.set(matter, job);
      return job;
    },
    subscribe: (written) => windows.push(written),
  };
}
