import type { CallId } from '../../../calls/call-event.ts';
import { plainDigits } from '../../../calls/numbers/plain-digits.ts';
import type { KeyCommand, KeyMatch } from '../../session/key-map.ts';
import type { CallStage } from '../call/call-view.ts';
import type { PanelAction } from './panel-action.ts';
import type { PanelView } from './panel-view.ts';

/** The action of a key: that of a click on what the panel shows. Null where it means nothing. */
export function keyAction(match: KeyMatch, view: PanelView): PanelAction | null {
  switch (match.kind) {
    case 'pinned':
      return { do: 'pick-pinned', pin: match.pin };
    case 'palette':
      return branchOf(match.query, view) ?? { do: 'search-scripts', query: typedSoFar(view) + match.query };
    case 'key-sheet':
      return { do: 'overlay', open: 'keys' };
    case 'command':
      return COMMANDS[match.command](view);
  }
}

/** A digit that answers the question on screen. */
function branchOf(key: string, { stage, overlay }: PanelView): PanelAction | null {
  const typed = plainDigits(key);
  if (stage.stage !== 'call' || overlay.kind !== 'none' || !/^[1-9]$/.test(typed)) return null;
  const option = stage.rules.run?.options[Number(typed) - 1];
  return option === undefined ? null : { do: 'choose-branch', option: option.id };
}

/** The call whose hang-up key must be held; null where one press is enough. */
export function guardedCall({ stage }: PanelView): CallId | null {
  return stage.stage === 'call' && stage.rules.guard.guarded ? stage.call.id : null;
}

const COMMANDS: Readonly<Record<KeyCommand, (view: PanelView) => PanelAction | null>> = {
  find: () => ({ do: 'overlay', open: 'palette' }),
  note: () => ({ do: 'focus-note' }),
  help: () => ({ do: 'ask-for-help' }),
  // The key that begins an order opens it when pressed again.
  order: ({ tab }) => {
    const isForm = tab.tab === 'orders' && tab.view.page === 'form';
    return { do: 'on-orders', action: { do: isForm ? 'open' : 'start' } };
  },
  fields: inCall(({ tool }) => ({ do: 'tool', tool: tool === 'fields' ? 'none' : 'fields' })),
  answer: ({ stage, beside }) => {
    if (beside !== null) return { do: 'answer', call: beside.call.id };
    if (stage.stage !== 'call') return null;
    const { call, other } = stage;
    if (call.state === 'ringing') return { do: 'answer', call: call.id };
    return other?.state === 'ringing' ? { do: 'answer', call: other.call } : null;
  },
  end: ({ stage, beside }) => {
    if (beside !== null) return { do: 'reject', call: beside.call.id };
    if (stage.stage !== 'call') return null;
    const { id, state } = stage.call;
    return state === 'ringing' ? { do: 'reject', call: id } : { do: 'hang-up', call: id, forced: false };
  },
  hold: inCall(({ call }) => (call.state === 'established' ? { do: 'press-hold', call: call.id } : null)),
  mute: inCall(({ call }) => (call.state === 'established' ? { do: 'press-mute', call: call.id } : null)),
  // After the call the next step is to be ready.
  next: ({ stage }) => {
    if (stage.stage === 'wrap-up') return { do: 'finish-wrap-up' };
    if (stage.stage === 'practice') return { do: 'on-practice', action: { do: 'ring', level: 'all' } };
    return stage.stage === 'call' ? { do: 'next-step' } : null;
  },
  accept: inCall(({ suggestion }) =>
    suggestion === null ? null : { do: 'accept-suggestion', situation: suggestion.suggestion.situation },
  ),
};

function inCall(action: (stage: CallStage) => PanelAction | null) {
  return ({ stage }: PanelView) => (stage.stage === 'call' ? action(stage) : null);
}

/** Keys may come before the palette's field has the focus; they belong to the same word. */
function typedSoFar({ overlay }: PanelView): string {
  return overlay.kind === 'palette' ? overlay.query : '';
}
