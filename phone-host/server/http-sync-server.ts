import * as v from 'valibot';
import { BAD_REPLY, callServer, type ServerAddress } from '../../browser/server/call-server.ts';
import type { TimeReading } from '../../contract/api/server-time.ts';
import { pulledItemSchema } from '../../contract/api/sync/pull.ts';
import { syncApi } from '../../contract/api/sync/sync-api.ts';
import type { Pushed, SyncServer } from '../../storage/sync/sync-server.ts';
import type { ServerClock } from './server-clock.ts';
import { splitBatch } from './split-batch.ts';

/**
 * The team's server over HTTP. Its answers are parsed here: the rest of sync sees only types.
 * `clock` reads the server's time from each, and tells the server how far this device's is from it.
 */
export function httpSyncServer(
  address: ServerAddress,
  clock?: Pick<ServerClock, 'measure' | 'offset'>,
): SyncServer {
  const onTime = clock && ((reading: TimeReading) => clock.measure(reading));
  return {
    get offset() {
      return clock?.offset ?? null;
    },
    async push(items) {
      let pushed: Pushed = { results: [] };
      for (const part of splitBatch(items)) {
        const offset = clock?.offset ?? null;
        const body = { items: [...part], ...(offset !== null && { offset }) };
        const answer = await callServer(address, syncApi.push, { body }, onTime);
        if (!answer.ok) return answer;
        if (answer.value.results.length !== part.length) return BAD_REPLY;
        pushed = { ...answer.value, results: [...pushed.results, ...answer.value.results] };
      }
      return { ok: true, value: pushed };
    },
    async pull(cursor) {
      const answer = await callServer(address, syncApi.pull, { query: { cursor } }, onTime);
      if (!answer.ok) return answer;
      // Items that this version cannot read are skipped; a newer extension pulls all items again.
      const items = answer.value.items.flatMap((item) => {
        const parsed = v.safeParse(pulledItemSchema, item);
        return parsed.success ? [parsed.output] : [];
      });
      return { ok: true, value: { ...answer.value, items } };
    },
    async checkNumbers(numbers) {
      const body = { numbers: [...numbers] };
      const answer = await callServer(address, syncApi.checkNumbers, { body }, onTime);
      if (!answer.ok) return answer;
      const { erased } = answer.value;
      return erased.length === numbers.length ? { ok: true, value: erased } : BAD_REPLY;
    },
  };
}
