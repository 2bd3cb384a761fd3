import { expect, test } from 'vitest';
import type { CallCommand } from '../../calls/call-command.ts';
import type { CallEvent } from '../../calls/call-event.ts';
import { foldPhone, type Phone, QUIET_PHONE } from '../../calls/fold-phone.ts';
import type { JournalEvent } from '../../calls/journal-entry.ts';
import { HangUpDesk, type Owed } from '../../host/hang-up-desk.ts';
import { RequestDesk } from '../../host/request-desk.ts';

const RINGING: CallEvent = {
  type: 'ringing',
  call: 'a',
  at: 1000,
  remoteParty: { number: '+86 139 0000 0001', displayName: null },
  queuedMs: null,
};
const ANSWERED: CallEvent = { type: 'answered', call: 'a', at: 2000 };
const OWED: Owed = { situation: 'silent-caller', stepsOwed: 2, msOwed: 5000 };

function deskAfter(events: readonly CallEvent[], owed: Owed | null = null, asksBeforeMute = false) {
  let phone: Phone = QUIET_PHONE;
  for (const event of events) {
    const folded = foldPhone(phone, event);
    if (folded.verdict === 'applied') phone = folded.phone;
  }
  const commands: CallCommand[] = [];
  const recorded: JournalEvent[] = [];
  let now = 3000;
  const desk = new RequestDesk({
    phone: () => phone,
    source: () => ({
      command: async (command) => {
        commands.push(command);
        return { ok: true };
      },
    }),
    hangUps: new HangUpDesk(() => owed),
    asksBeforeMute: () => asksBeforeMute && !recorded.some(({ type }) => type === 'wait-asked'),
    record: (event) => void recorded.push(event),
    now: () => now,
  });
  const later = (ms: number) => {
    now += ms;
  };
  return { desk, commands, recorded, later };
}

test('one id counts once, from however many windows it comes', async () => {
  const { desk, commands } = deskAfter([RINGING]);
  const request = { kind: 'command', id: 'press-1', command: { type: 'answer', call: 'a' } } as const;
  await Promise.all([desk.take(request), desk.take(request)]);
  expect(commands).toEqual([{ type: 'answer', call: 'a' }]);
});

test('a second window that answers an answered call finds it done', async () => {
  const { desk, commands } = deskAfter([RINGING, ANSWERED]);
  const again = { kind: 'command', id: 'press-2', command: { type: 'answer', call: 'a' } } as const;
  expect(await desk.take(again)).toEqual({ ok: true });
  expect(commands).toEqual([]);
});

test('while the script owes something, hanging up is refused and forcing it is journaled', async () => {
  const { desk, commands, recorded } = deskAfter([RINGING, ANSWERED], OWED);
  const plain = await desk.take({ kind: 'command', id: '1', command: { type: 'hang-up', call: 'a' } });
  expect(plain).toEqual({ ok: false, reason: 'script-still-owes' });
  expect(commands).toEqual([]);
  expect(await desk.take({ kind: 'force-hang-up', id: '2', call: 'a' })).toEqual({ ok: true });
  expect(recorded).toEqual([{ type: 'hang-up-forced', call: 'a', at: 3000, ...OWED }]);
  expect(commands).toEqual([{ type: 'hang-up', call: 'a' }]);
});

test('the guard binds the shortcut too: only a second press within three seconds goes through', async () => {
  const { desk, commands, later } = deskAfter([RINGING, ANSWERED], OWED);
  const press = (id: string) => desk.take({ kind: 'shortcut', id, shortcut: 'hang-up' });
  expect(await press('1')).toEqual({ ok: false, reason: 'script-still-owes' });
  later(4000);
  expect(await press('2')).toEqual({ ok: false, reason: 'script-still-owes' });
  later(2000);
  expect(await press('3')).toEqual({ ok: true });
  expect(commands).toEqual([{ type: 'hang-up', call: 'a' }]);
});

test('shortcuts with nothing to act on say so', async () => {
  const { desk } = deskAfter([]);
  expect(await desk.take({ kind: 'shortcut', id: '1', shortcut: 'answer' })).toEqual({
    ok: false,
    reason: 'no-such-call',
  });
});

test('the mute shortcut asks the caller first, and the next press mutes', async () => {
  const { desk, commands, recorded } = deskAfter([RINGING, ANSWERED], null, true);
  await desk.take({ kind: 'shortcut', id: '1', shortcut: 'mute' });
  expect(recorded).toEqual([{ type: 'wait-asked', call: 'a', at: 3000, of: 'mute' }]);
  expect(commands).toEqual([]);
  await desk.take({ kind: 'shortcut', id: '2', shortcut: 'mute' });
  expect(commands).toEqual([{ type: 'mute', call: 'a' }]);
});
