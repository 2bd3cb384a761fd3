import { expect, test } from 'vitest';
import type { CallCommand } from '../../calls/call-command.ts';
import type { CallEvent } from '../../calls/call-event.ts';
import { foldPhone, type Phone, QUIET_PHONE } from '../../calls/fold-phone.ts';
import type { JournalEvent } from '../../calls/journal-entry.ts';
import { HangUpPolicy, type PendingScript } from '../../phone-host/call/hang-up-policy.ts';
import { RequestHandler } from '../../phone-host/call/request-handler.ts';

const RINGING: CallEvent = {
  type: 'ringing',
  call: 'a',
  at: 1000,
  remoteParty: { number: '+86 139 0000 0001', displayName: null },
  queuedMs: null,
};
const ANSWERED: CallEvent = { type: 'answered', call: 'a', at: 2000 };
const PENDING: PendingScript = { situation: 'silent-caller', pendingSteps: 2, pendingMs: 5000 };

function handlerAfter(
  events: readonly CallEvent[],
  pending: PendingScript | null = null,
  asksBeforeMute = false,
) {
  let phone: Phone = QUIET_PHONE;
  for (const event of events) {
    const folded = foldPhone(phone, event);
    if (folded.verdict === 'applied') phone = folded.phone;
  }
  const commands: CallCommand[] = [];
  const recorded: JournalEvent[] = [];
  let now = 3000;
  const handler = new RequestHandler({
    phone: () => phone,
    source: () => ({
      command: async (command) => {
        commands.push(command);
        return { ok: true };
      },
    }),
    hangUps: new HangUpPolicy(() => pending),
    asksBeforeMute: () => asksBeforeMute && !recorded.some(({ type }) => type === 'wait-asked'),
    record: (event) => void recorded.push(event),
    now: () => now,
  });
  const later = (ms: number) => {
    now += ms;
  };
  return { handler, commands, recorded, later };
}

test('a request is carried out once for its id, from any number of windows', async () => {
  const { handler, commands } = handlerAfter([RINGING]);
  const request = { kind: 'command', id: 'press-1', command: { type: 'answer', call: 'a' } } as const;
  await Promise.all([handler.handle(request), handler.handle(request)]);
  expect(commands).toEqual([{ type: 'answer', call: 'a' }]);
});

test('answering an answered call from a second window does nothing', async () => {
  const { handler, commands } = handlerAfter([RINGING, ANSWERED]);
  const again = { kind: 'command', id: 'press-2', command: { type: 'answer', call: 'a' } } as const;
  expect(await handler.handle(again)).toEqual({ ok: true });
  expect(commands).toEqual([]);
});

test('while steps are pending, hanging up is refused and forcing it is recorded', async () => {
  const { handler, commands, recorded } = handlerAfter([RINGING, ANSWERED], PENDING);
  const plain = await handler.handle({ kind: 'command', id: '1', command: { type: 'hang-up', call: 'a' } });
  expect(plain).toEqual({ ok: false, reason: 'script-steps-pending' });
  expect(commands).toEqual([]);
  expect(await handler.handle({ kind: 'force-hang-up', id: '2', call: 'a' })).toEqual({ ok: true });
  expect(recorded).toEqual([{ type: 'hang-up-forced', call: 'a', at: 3000, ...PENDING }]);
  expect(commands).toEqual([{ type: 'hang-up', call: 'a' }]);
});

test('the guard applies to the shortcut too: only a second press within three seconds goes through', async () => {
  const { handler, commands, later } = handlerAfter([RINGING, ANSWERED], PENDING);
  const press = (id: string) => handler.handle({ kind: 'shortcut', id, shortcut: 'hang-up' });
  expect(await press('1')).toEqual({ ok: false, reason: 'script-steps-pending' });
  later(4000);
  expect(await press('2')).toEqual({ ok: false, reason: 'script-steps-pending' });
  later(2000);
  expect(await press('3')).toEqual({ ok: true });
  expect(commands).toEqual([{ type: 'hang-up', call: 'a' }]);
});

test('a clock that was set back makes no press the second one', async () => {
  const { handler, commands, later } = handlerAfter([RINGING, ANSWERED], PENDING);
  const press = (id: string) => handler.handle({ kind: 'shortcut', id, shortcut: 'hang-up' });
  await press('1');
  later(-3_600_000);
  expect(await press('2')).toEqual({ ok: false, reason: 'script-steps-pending' });
  expect(commands).toEqual([]);
});

test('a shortcut without a call is refused', async () => {
  const { handler } = handlerAfter([]);
  expect(await handler.handle({ kind: 'shortcut', id: '1', shortcut: 'answer' })).toEqual({
    ok: false,
    reason: 'no-such-call',
  });
});

test('the mute shortcut shows the script first, and the next press mutes', async () => {
  const { handler, commands, recorded } = handlerAfter([RINGING, ANSWERED], null, true);
  await handler.handle({ kind: 'shortcut', id: '1', shortcut: 'mute' });
  expect(recorded).toEqual([{ type: 'wait-asked', call: 'a', at: 3000, of: 'mute' }]);
  expect(commands).toEqual([]);
  await handler.handle({ kind: 'shortcut', id: '2', shortcut: 'mute' });
  expect(commands).toEqual([{ type: 'mute', call: 'a' }]);
});
