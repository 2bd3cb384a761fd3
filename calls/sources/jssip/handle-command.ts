import type { CallCommand, CommandRefusal, CommandResult } from '../../call-command.ts';
import type { CallId } from '../../call-event.ts';
import type { ActiveCall } from './active-call.ts';
import type { JssipCall } from './jssip-call.ts';
import { transferAttended, transferBlind } from './jssip-transfer.ts';
import { sendTones } from './send-tones.ts';
import { areTones } from './sip-target.ts';
import { transferTarget } from './transfer-target.ts';

interface CommandOptions {
  readonly activeCall: ActiveCall;
  readonly calls: ReadonlyMap<CallId, JssipCall>;
  readonly isConnected: () => boolean;
}

type InCallCommand = CallCommand & {
  type: 'mute' | 'unmute' | 'send-dtmf' | 'transfer-blind' | 'transfer-attended';
};

const DONE: CommandResult = { ok: true };
const refuse = (reason: CommandRefusal): CommandResult => ({ ok: false, reason });

/** Carries out a command, or gives the reason why it cannot. */
export async function handleCommand(command: CallCommand, options: CommandOptions): Promise<CommandResult> {
  if (command.type === 'dial') return options.activeCall.dial(command.target);
  const call = options.calls.get(command.call);
  if (call === undefined) return refuse('no-such-call');
  switch (command.type) {
    case 'answer':
      return options.activeCall.answer(call);
    case 'hold':
      return options.activeCall.hold(call);
    case 'resume':
      return options.activeCall.resume(call);
    case 'reject':
      return reject(call, command.sipStatus);
    case 'hang-up':
      return hangUp(call);
    default:
      return inCall(call, command, options);
  }
}

function reject(call: JssipCall, sipStatus: number): CommandResult {
  if (call.now?.state !== 'ringing') return refuse('wrong-state');
  call.end({ ask: 'reject', sipStatus });
  return DONE;
}

function hangUp(call: JssipCall): CommandResult {
  if (call.now === undefined || call.now.state === 'ended') return refuse('wrong-state');
  if (call.now.state === 'ringing') return reject(call, 480);
  call.end({ ask: 'hang-up' });
  return DONE;
}

async function inCall(
  call: JssipCall,
  command: InCallCommand,
  options: CommandOptions,
): Promise<CommandResult> {
  if (call.now?.state !== 'established') return refuse('wrong-state');
  switch (command.type) {
    case 'mute':
      call.session.mute({ audio: true });
      return DONE;
    case 'unmute':
      call.session.unmute({ audio: true });
      return DONE;
    case 'send-dtmf':
      if (!areTones(command.tones)) return refuse('bad-tones');
      sendTones(call, command.tones);
      return DONE;
    case 'transfer-blind': {
      const target = transferTarget(command.target, call.config.domain);
      if (target === null) return refuse('bad-target');
      return options.isConnected() ? transferBlind(call, target) : refuse('offline');
    }
    case 'transfer-attended': {
      const other = options.calls.get(command.other);
      if (other === undefined || other === call) return refuse('no-such-call');
      if (other.now?.state !== 'established') return refuse('wrong-state');
      return options.isConnected() ? transferAttended(call, other) : refuse('offline');
    }
  }
}
