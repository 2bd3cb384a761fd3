import * as v from 'valibot';
import type { PushResult } from '../../contract/api/sync/push.ts';
import { type SyncItem, syncItemSchema } from '../../contract/api/sync/sync-item.ts';
import type { TeamEvent } from '../../contract/team/team-event.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/tenant.ts';
import { keysNamedIn, lastErasure, redactionOf } from '../erasure/late-items.ts';
import { NumberHashing } from '../erasure/number-hashing.ts';
import { numberKeysOf } from '../erasure/number-keys.ts';
import { type Audience, EVERYBODY } from '../events/audience.ts';
import type { Actor } from '../http/serve.ts';
import type { Deletion } from '../restore/deletion.ts';
import { enqueue } from '../webhooks/enqueue.ts';
import { happeningsOf } from '../webhooks/pushed-happenings.ts';
import { isHandedOut, otherAuthor } from './apply-event.ts';
import { applyItem } from './apply-item.ts';
import { willBeRead } from './item-of-record.ts';
import type { PushTime } from './item-time.ts';
import { loadState } from './load-state.ts';
import { readSecrets } from './read-secrets.ts';
import { refusedItem } from './refused-item.ts';
import { deletionsOf, lockTeam, storeChanges } from './store-changes.ts';
import type { TeamState } from './team-state.ts';

export interface Pushed {
  readonly results: readonly PushResult[];
  readonly epoch: string;
  /** Whom its changes concern; null if the batch contained nothing new. */
  readonly concerns: Audience | null;
  /** What must stay deleted after a restore. */
  readonly deletions: readonly Deletion[];
}

/** Applies a batch with the team's counter locked, so batches of one team run one by one. */
export async function push(tx: Tx, actor: Actor, sent: readonly unknown[], time: PushTime): Promise<Pushed> {
  const { now, offset } = time;
  const secrets = await readSecrets(tx, actor.org);
  const hashing = new NumberHashing(secrets);
  const parsed = sent.map((one) => {
    const parsed = parseItem(one);
    return parsed.ok ? { ...parsed, numberKeys: numberKeysOf(hashing, parsed.item) } : parsed;
  });
  const items = parsed.flatMap((one) => (one.ok ? [one.item] : []));
  const numberKeys = parsed.flatMap((one) => (one.ok ? one.numberKeys : []));
  const { seq, epoch } = await lockTeam(tx, actor);
  const last = await lastErasure(tx, actor);
  const named = items.flatMap((item) => keysNamedIn(hashing, item, last, offset));
  const state = await loadState(tx, actor, items, { hashing, keys: [...numberKeys, ...named] });
  const writer = { ...actor, receiptKey: secrets.receipt_key };
  const results = parsed.map((one) => {
    if (!one.ok) return one.result;
    const { item, numberKeys } = one;
    const numbers = { keys: numberKeys, redaction: redactionOf(hashing, state, item, offset) };
    return state.attempt(
      () => applyItem(state, writer, item, numbers, time),
      willBeRead,
      refusedItem('malformed', item.type),
    );
  });
  await storeChanges(tx, actor, seq, state);
  const happenings = parsed.flatMap((one, at) => {
    const result = results[at];
    return one.ok && result !== undefined ? happeningsOf(one.item, result, actor.number) : [];
  });
  await enqueue(tx, actor, happenings, now);
  const written = parsed.flatMap((one, at) =>
    one.ok && one.item.type === 'team' && results[at]?.outcome === 'applied' ? [one.item.event] : [],
  );
  await recordWritten(tx, actor, written, now);
  return { results, epoch, concerns: audienceOf(state, actor), deletions: deletionsOf(actor.team, state) };
}

/** In the audit log: what leads hand out, and what they write in the names of others. */
async function recordWritten(tx: Tx, actor: Actor, events: readonly TeamEvent[], now: number): Promise<void> {
  const callBacks = events.filter(isHandedOut).length;
  if (callBacks > 0) await recordAudit(tx, actor, now, 'call-backs-handed-out', { callBacks });
  const counts = new Map<string | null, number>();
  for (const { as } of events.flatMap((event) => otherAuthor(event, actor) ?? []))
    counts.set(as, (counts.get(as) ?? 0) + 1);
  for (const [as, entries] of counts)
    await recordAudit(tx, actor, now, 'written-for-others', { as, entries });
}

/**
 * What has an owner is only for the devices of this agent, who alone may change it. That a comment
 * was read concerns those who wrote it too.
 */
function audienceOf(state: TeamState, { number }: Actor): Audience | null {
  const { records } = state.changes();
  if (records.some(({ owner }) => owner === null)) return EVERYBODY;
  if (records.length === 0) return null;
  const isCommentRead = records.some(({ kind, body }) => kind === 'comment' && body !== null);
  return { permission: isCommentRead ? 'review-notes' : null, agents: [number] };
}

/** Of the place that is named in a refusal. */
const LONGEST_PLACE = 100;

type ParsedItem =
  | { readonly ok: true; readonly item: SyncItem }
  | { readonly ok: false; readonly result: PushResult };

/** Ids and subjects are keys of rows, so control characters are refused. */
function parseItem(sent: unknown): ParsedItem {
  const parsed = v.safeParse(syncItemSchema, sent);
  if (!parsed.success) return malformed(v.getDotPath(parsed.issues[0]));
  const item = parsed.output;
  const keys = 'event' in item ? [item.event.id, item.event.subject] : [item.id];
  if (!keys.every((key) => /^\P{C}+$/u.test(key))) return malformed('id');
  if (item.type === 'note' && item.note.id !== item.id) return malformed('note.id');
  return { ok: true, item };
}

function malformed(detail: string | null): ParsedItem {
  return { ok: false, result: refusedItem('malformed', detail?.slice(0, LONGEST_PLACE) ?? null) };
}
