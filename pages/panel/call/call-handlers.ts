import type { CallId } from '../../../calls/call-event.ts';
import type { WaitKind } from '../../../calls/vocabulary/wait-kind.ts';
import { pressWait } from '../../../rules/call/press-wait.ts';
import type { RulesView } from '../../../rules/call/rules-view.ts';
import type { Handlers } from '../../session/dispatch.ts';
import type { PanelJournal } from '../frame/panel-journal.ts';
import type { CallAction } from './call-view.ts';
import type { PhoneCommands } from './phone-commands.ts';

interface CallParts {
  readonly commands: PhoneCommands;
  readonly journal: Pick<PanelJournal, 'calls' | 'lost'>;
  readonly rules: (call: CallId) => RulesView;
  readonly now: () => number;
}

/** What an agent does with the calls of the phone. */
export function callHandlers({ commands, journal, rules, now }: CallParts): Handlers<CallAction> {
  const press = (of: WaitKind, id: CallId) => {
    const call = journal.calls.find((one) => one.id === id);
    if (call === undefined) return;
    const pressed = pressWait(of, call, rules(id).askBeforeWait[of], now());
    return pressed.does === 'ask' ? commands.recordOf(id, pressed.event) : commands.send(pressed.command);
  };
  return {
    answer: ({ call }) => commands.send({ type: 'answer', call }),
    resume: ({ call }) => commands.send({ type: 'resume', call }),
    reject: ({ call }) => commands.send({ type: 'reject', call, sipStatus: 486 }),
    'press-hold': ({ call }) => press('hold', call),
    'press-mute': ({ call }) => press('mute', call),
    // Without force the phone host decides by the hang-up guard.
    'hang-up': ({ call, forced }) =>
      forced ? commands.forceHangUp(call) : commands.send({ type: 'hang-up', call }),
    'send-tones': ({ call, tones }) => commands.send({ type: 'send-dtmf', call, tones }),
    transfer: ({ call, target }) => commands.send({ type: 'transfer-blind', call, target }),
    join: ({ call, other }) => commands.send({ type: 'transfer-attended', call, other }),
    'dismiss-lost': () => commands.finishWrapUp(journal.lost?.id),
  };
}
