import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Call } from '../../../calls/call.ts';
import { PanelNotes } from '../../../pages/panel/note/panel-notes.ts';
import type { Stores } from '../../../storage/open-stores.ts';
import { CALL, noteOfACall, openDraft } from '../../helpers/note-of-a-call.ts';
import type { Profile } from '../../helpers/profile.ts';
import { until } from '../../helpers/until.ts';

let profile: Profile;
let stores: Stores;
let id: string;

beforeEach(async () => {
  ({ profile, stores, id } = await noteOfACall());
});
afterEach(() => profile.quit());

test('what is typed while the note of a call is still being opened goes behind what it says already', async () => {
  const draft = await openDraft(stores.notes, id);
  draft.type({ text: '解锁前写的', surname: '王' });
  await draft.settled();
  draft.close();

  const notes = new PanelNotes(stores.notes, (situation) => situation);
  const call: Call = {
    state: 'ringing',
    id: CALL.call,
    direction: CALL.direction,
    remoteParty: { number: CALL.number, displayName: CALL.displayName },
    startedAt: CALL.startedAt,
    originalTarget: null,
    queuedMs: null,
  };
  void notes.follow(call);
  notes.type(CALL.call, { text: '接着写', title: 'ms' });
  await until('the note is open', () => notes.noteOf(CALL.call) !== null);
  expect(notes.noteOf(CALL.call)).toMatchObject({ text: '解锁前写的\n接着写', surname: '王', title: 'ms' });
  await notes.draftOf(CALL.call)?.settled();
  expect(await stores.notes.read(id)).toMatchObject({ note: { text: '解锁前写的\n接着写', surname: '王' } });
});
