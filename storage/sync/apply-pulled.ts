import type { PulledItem } from '../../contract/api/sync/pull.ts';
import { readAround } from '../many-rows.ts';
import type { SyncStores } from '../open-stores.ts';
import { eraseNumber } from './erase-number.ts';
import { forgetNotes } from './forget-notes.ts';
import { mergePulledNote } from './merge-pulled-note.ts';

/** `locked`: an item needs an unlock; pull again from the same cursor after it. */
export type AppliedPull = { readonly ok: true } | { readonly ok: false; readonly reason: 'locked' };

/** Applies one page of pulled items in order. Applying a page twice changes nothing. */
export async function applyPulled(
  stores: SyncStores,
  items: readonly PulledItem[],
  numberKey: string,
): Promise<AppliedPull> {
  await stores.team.receive(items.flatMap((item) => (item.type === 'team' ? [item.event] : [])));
  const known = await knownNotes(stores, items);
  for (const item of items) {
    switch (item.type) {
      case 'team':
        break;
      case 'note':
        if (!known.has(item.id) && (await mergePulledNote(stores, item)) === 'later')
          return { ok: false, reason: 'locked' };
        break;
      case 'facts':
        await applyFacts(stores, item);
        break;
      case 'comment':
        await stores.comments.receive(item);
        break;
      case 'gone':
        if (item.of === 'note') await forgetNotes(stores, [item.id]);
        else await stores.team.forget(item.id);
        break;
      case 'erased':
        if (!(await stores.codec.readsEveryStart())) return { ok: false, reason: 'locked' };
        await eraseNumber(stores, item, numberKey);
        break;
    }
  }
  return { ok: true };
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

/** Facts of a call that another device answered. Facts in this computer's outbox are newer. */
async function applyFacts(
  { database, codec, notes }: SyncStores,
  { id, facts }: PulledItem & { readonly type: 'facts' },
): Promise<void> {
  if ((await database.facts.get(id)) !== undefined) return;
  const { agent } = await codec.writer();
  const encrypted = await codec.encode('facts', id, facts);
  await database.facts.put({ note: id, agent, revision: 1, encrypted });
  notes.ports.changes.announce({ kind: 'facts-finalized', id });
}
