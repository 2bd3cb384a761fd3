import type { PulledItem } from '../../contract/api/sync/pull.ts';
import { sameValue } from '../../contract/release/same-value.ts';
import { readAround } from '../many-rows.ts';
import { openFacts } from '../notes/stored-note.ts';
import type { SyncStores } from '../open-stores.ts';
import { eraseNumbers } from './erase-numbers.ts';
import { forgetNotes } from './forget-notes.ts';
import { mergePulledNote } from './merge-pulled-note.ts';
import type { RoundResult } from './round-result.ts';
import type { SyncServer } from './sync-server.ts';

const LOCKED = { ok: false, reason: 'locked', retryAfterMs: null } as const;

/** Applies one page of pulled items in order. Applying a page twice changes nothing. */
export async function applyPulled(
  stores: SyncStores,
  items: readonly PulledItem[],
  server: Pick<SyncServer, 'checkNumbers' | 'offset'>,
): Promise<RoundResult> {
  await stores.team.receive(items.flatMap((item) => (item.type === 'team' ? [item.event] : [])));
  const known = await knownNotes(stores, items);
  for (const item of items) {
    switch (item.type) {
      case 'team':
        break;
      case 'note':
        if (!known.has(item.id) && (await mergePulledNote(stores, item)) === 'later') return LOCKED;
        break;
      case 'facts':
        await applyFacts(stores, item);
        break;
      case 'comment':
        if ((await stores.comments.receive(item)) === 'locked') return LOCKED;
        break;
      case 'gone':
        if (item.of === 'note') await forgetNotes(stores, [item.id]);
        else await stores.team.forget(item.id);
        break;
      case 'erased':
        break;
    }
  }
  // Once, and after the rest: what the server deletes or redacts by itself is not asked about.
  if (!items.some(({ type }) => type === 'erased')) return { ok: true };
  if (!(await stores.codec.readsEveryStart())) return LOCKED;
  return await eraseNumbers(stores, server);
}

/**
 * Notes that return as this computer sent them, found in one request: after a long time offline
 * they are most of a page.
 */
async function knownNotes(
  { database }: SyncStores,
  items: readonly PulledItem[],
): Promise<ReadonlySet<string>> {
  const notes = items.flatMap((item) => (item.type === 'note' ? [item] : []));
  const shadows = await readAround(
    database.shadows,
    notes.map(({ id }) => id),
  );
  const known = new Map(shadows.map(({ note, revision }) => [note, revision]));
  return new Set(notes.filter(({ id, revision }) => (known.get(id) ?? 0) >= revision).map(({ id }) => id));
}

/**
 * Facts of a call that another device answered, or that the server has redacted. Facts in this
 * computer's outbox are newer.
 */
async function applyFacts(
  { database, codec, notes }: SyncStores,
  { id, facts }: PulledItem & { readonly type: 'facts' },
): Promise<void> {
  const known = await database.facts.get(id);
  if (sameValue(await openFacts(codec, known), facts)) return;
  const { agent } = await codec.writer();
  const encrypted = await codec.encode('facts', id, facts);
  const stored = await database.transaction('rw', database.facts, database.outbox, async () => {
    if ((await database.outbox.get(['facts', id])) !== undefined) return false;
    await database.facts.put({ note: id, agent, revision: known?.revision ?? 1, encrypted });
    return true;
  });
  if (!stored) return;
  notes.ports.changes.announce({ kind: 'facts-finalized', id });
}
