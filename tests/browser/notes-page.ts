import { Database } from '../../storage/database.ts';
import { NoteDraft } from '../../storage/notes/note-draft.ts';
import { openStores } from '../../storage/open-stores.ts';
import { byWebLock } from '../../storage/vault/session-secrets.ts';
import { memorySecrets } from '../helpers/memory-secrets.ts';

/** The storage folder in a page of its own, for tests on a real IndexedDB and disk. */
const stores = await openStores({
  vaultSession: memorySecrets(),
  sipSession: memorySecrets(),
  exclusively: byWebLock,
  database: new Database('sansheng'),
  now: () => Date.now(),
});

let draft: NoteDraft | null = null;

const api = {
  state: () => stores.vault.state.state,
  setUp: (passphrase: string) => stores.vault.setUp(passphrase, '0283'),
  unlock: (passphrase: string) => stores.vault.unlock(passphrase),
  /** A note with the call's data in it, opened for typing. */
  async begin(number: string, displayName: string): Promise<string> {
    const contact = { kind: 'call', call: crypto.randomUUID(), direction: 'inbound', startedAt: 1 } as const;
    const id = await stores.notes.create({ ...contact, number, displayName });
    await stores.journal.append([
      {
        seq: (await stores.journal.newestSeq()) + 1,
        source: 'jssip',
        event: {
          type: 'ringing',
          call: contact.call,
          at: 1,
          remoteParty: { number, displayName },
          queuedMs: null,
        },
      },
    ]);
    const opened = await NoteDraft.open(stores.notes, id);
    if (!opened.ok) throw new Error(opened.reason);
    draft = opened.draft;
    return id;
  },
  /** Types without a pause, and logs how much is shown as saved. */
  typeOnAndOn(): void {
    const typing = theDraft();
    typing.subscribe(({ status, note }) => {
      if (status.state === 'saved') console.log(`saved ${note.text.length}`);
    });
    const more = () => {
      const { text } = typing.view.note;
      if (text.length >= 19_000) return;
      typing.type({ text: `${text}字` });
      setTimeout(more, 2);
    };
    more();
  },
  async type(text: string) {
    theDraft().type({ text });
    await theDraft().settled();
    return theDraft().view;
  },
  async retry() {
    theDraft().retry();
    await theDraft().settled();
    return theDraft().view;
  },
  remember: (password: string) => stores.credentials.remember('0283', 'pbx.invalid', password),
  read: (id: string) => stores.notes.read(id),
};

export type NotesPage = typeof api;

Object.assign(window, { notes: api });
document.title = 'ready';

function theDraft(): NoteDraft {
  if (draft === null) throw new Error('begin() comes first');
  return draft;
}
