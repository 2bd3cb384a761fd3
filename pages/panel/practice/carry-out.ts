import type { Call } from '../../../calls/call.ts';
import type { CallCommand, CommandResult } from '../../../calls/call-command.ts';
import type { CallEvent, Instant } from '../../../calls/call-event.ts';

type Carried =
  | { readonly ok: true; readonly events: readonly CallEvent[] }
  | Extract<CommandResult, { readonly ok: false }>;

/** What a phone reports of a command. `guarded`: the script does not allow to hang up yet. */
export function carryOut(
  command: CallCommand,
  { id: call, state }: Call,
  guarded: boolean,
  at: Instant,
): Carried {
  const done = (...events: readonly CallEvent[]) => ({ ok: true, events }) as const;
  switch (command.type) {
    case 'answer':
      if (state !== 'ringing') return { ok: false, reason: 'wrong-state' };
      return done({ type: 'answering', call, at, by: 'agent' }, { type: 'answered', call, at });
    case 'reject':
      if (state !== 'ringing') return { ok: false, reason: 'wrong-state' };
      return done({ type: 'ended', call, at, end: { how: 'rejected', sipStatus: command.sipStatus } });
    case 'hang-up':
      if (guarded) return { ok: false, reason: 'script-steps-pending' };
      return done({ type: 'ended', call, at, end: { how: 'hung-up', by: 'agent' } });
    case 'hold':
      return done({ type: 'held', call, at, holdOriginator: 'local' });
    case 'resume':
      return done({ type: 'resumed', call, at, holdOriginator: 'local' });
    case 'mute':
      return done({ type: 'muted', call, at });
    case 'unmute':
      return done({ type: 'unmuted', call, at });
    case 'transfer-blind': {
      const { target } = command;
      return done(
        { type: 'transfer-started', call, at, target, kind: 'blind' },
        { type: 'ended', call, at, end: { how: 'transferred', target } },
      );
    }
    case 'send-dtmf':
      return done();
    case 'dial':
    case 'transfer-attended':
      return { ok: false, reason: 'not-registered' };
  }
}
