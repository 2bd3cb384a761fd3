import * as v from 'valibot';
import { askServer, BAD_REPLY } from '../../browser/server/ask-server.ts';
import type { ServerAddress } from '../../browser/server/fetch-from-server.ts';
import { pullAnswerSchema, pulledItemSchema } from '../../contract/api/sync/pull.ts';
import { pushAnswerSchema } from '../../contract/api/sync/push.ts';
import type { SyncServer } from '../../storage/sync/sync-server.ts';

/** The team's server over HTTP. Its answers are parsed here: the rest of sync sees only types. */
export function httpSyncServer(address: ServerAddress): SyncServer {
  return {
    async push(items) {
      const answer = await askServer(address, '/v1/sync/push', pushAnswerSchema, { items });
      if (!answer.ok) return answer;
      const { results } = answer.value;
      return results.length === items.length ? { ok: true, value: results } : BAD_REPLY;
    },
    async pull(cursor) {
      const path = `/v1/sync/pull?cursor=${encodeURIComponent(cursor)}`;
      const answer = await askServer(address, path, pullAnswerSchema, null);
      if (!answer.ok) return answer;
      // Items that this version cannot read are skipped; a newer extension pulls all items again.
      const items = answer.value.items.flatMap((item) => {
        const parsed = v.safeParse(pulledItemSchema, item);
        return parsed.success ? [parsed.output] : [];
      });
      return { ok: true, value: { ...answer.value, items } };
    },
  };
}
