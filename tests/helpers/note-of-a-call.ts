import type { NoteContact } from '../../contract/note/note.ts';
import { NoteDraft } from '../../storage/notes/note-draft.ts';
import type { NoteStore } from '../../storage/notes/note-store.ts';
import type { Stores } from '../../storage/open-stores.ts';
import { Profile } from './profile.ts';

export const CALL = {
  kind: 'call',
  call: 'call-1',
  direction: 'inbound',
  number: '+8613900001234',
  displayName: null,
  startedAt: 1,
} as const satisfies NoteContact;

export interface NoteOfACall {
  readonly profile: Profile;
  readonly stores: Stores;
  readonly id: string;
}

/** A new signed-in profile with the empty note of one call. Quit the profile afterwards. */
export async function noteOfACall(): Promise<NoteOfACall> {
  const profile = new Profile();
  const stores = await profile.signedIn();
  return { profile, stores, id: await stores.notes.create(CALL) };
}

export async function openDraft(store: NoteStore, id: string): Promise<NoteDraft> {
  const opened = await NoteDraft.open(store, id);
  if (!opened.ok) throw new Error(opened.reason);
  return opened.draft;
}
