import type { KeyObject } from 'node:crypto';
import type { PushResult } from '../../contract/api/sync/push.ts';
import type { Tx } from '../database/tenant.ts';
import type { Actor } from '../http/serve.ts';
import { applyItem } from './apply-item.ts';
import { loadState } from './load-state.ts';
import { hashingKey, numberKeysOf } from './number-keys.ts';
import { parseItem } from './parse-items.ts';
import { lockCounter, storeChanges } from './store-changes.ts';

export interface Pushed {
  readonly results: readonly PushResult[];
  /** How many records changed; 0 if the batch held nothing new. */
  readonly changes: number;
}

/** Applies a batch in one transaction, with the team's counter locked: batches of one team come one after the other. */
export async function push(tx: Tx, actor: Actor, sent: readonly unknown[], now: number): Promise<Pushed> {
  const key = await readNumberKey(tx, actor.org);
  const parsed = sent.map((one) => {
    const parsed = parseItem(one);
    return parsed.ok ? { ...parsed, numberKeys: numberKeysOf(key, parsed.item) } : parsed;
  });
  const items = parsed.flatMap((one) => (one.ok ? [one.item] : []));
  const numberKeys = parsed.flatMap((one) => (one.ok ? one.numberKeys : []));
  const seq = await lockCounter(tx, actor);
  const state = await loadState(tx, actor, items, numberKeys);
  const results = parsed.map((one) =>
    one.ok ? applyItem(state, actor, one.item, one.numberKeys, now) : one.result,
  );
  return { results, changes: await storeChanges(tx, actor, seq, state) };
}

export async function readNumberKey(tx: Tx, org: string): Promise<KeyObject> {
  const secrets = tx.selectFrom('organisation_secrets').select('number_key').where('org', '=', org);
  return hashingKey((await secrets.executeTakeFirstOrThrow()).number_key);
}
