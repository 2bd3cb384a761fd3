import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { Instant } from '../../calls/call-event.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import { readDraft } from './read-draft.ts';

const KEY = 'pack-draft';
/** A draft that this version cannot read is kept here, for a person to look at. */
const SET_ASIDE = 'pack-draft-set-aside';

const recordSchema = v.object({
  id: v.string(),
  parent: v.nullable(v.string()),
  savedAt: v.number(),
  pack: v.unknown(),
});

/** A draft as it was kept: `parent` is the state that whoever wrote it had before. */
export interface KeptDraft {
  readonly id: string;
  readonly parent: string | null;
  readonly savedAt: Instant;
  readonly pack: Pack;
}

/** The draft of this profile. It holds no customer's data, so it needs no codec and is there for a locked lead, too. */
export async function loadDraft(): Promise<KeptDraft | null> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  if (stored === undefined) return null;
  const kept = parseRecord(stored);
  if (kept === null) {
    console.error('desk: a draft that cannot be read was set aside');
    await browser.storage.local.set({ [SET_ASIDE]: stored });
  }
  return kept;
}

export async function saveDraft(draft: KeptDraft): Promise<void> {
  await browser.storage.local.set({ [KEY]: draft });
}

export async function dropDraft(): Promise<void> {
  await browser.storage.local.remove(KEY);
}

/** Calls back with what another window kept; null where it dropped the draft. */
export function onDraftChanged(changed: (draft: KeptDraft | null) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const change = area === 'local' ? changes[KEY] : undefined;
    if (change !== undefined) changed(change.newValue === undefined ? null : parseRecord(change.newValue));
  });
}

function parseRecord(stored: unknown): KeptDraft | null {
  const record = v.safeParse(recordSchema, stored);
  if (!record.success) return null;
  const read = readDraft(record.output.pack);
  return read.ok ? { ...record.output, pack: read.draft } : null;
}
