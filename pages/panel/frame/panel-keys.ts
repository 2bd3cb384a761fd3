import type { CallId } from '../../../calls/call-event.ts';
import {
  belongsToInputMethod,
  type KeyCommand,
  type KeyMatch,
  matchBareKey,
  matchEnterAtRest,
  matchKey,
} from '../../session/key-map.ts';
import type { CallStage } from '../call/call-view.ts';
import { heldKey } from '../call/held-key.ts';
import type { Act } from './panel-action.ts';
import type { PanelView } from './panel-view.ts';

/** Keys of the whole panel. Typing belongs to the field that has the focus; an input method's keys belong to it. */
export function listenToKeys(view: () => PanelView, act: Act): void {
  const held = heldKey();
  addEventListener('keydown', (event) => {
    // Taken already, by the field or list it was meant for: the Enter that picks a script takes no suggestion too.
    if (event.defaultPrevented) return;
    if (closesOverlay(event, view())) return act({ do: 'overlay', open: 'none' });
    const match = matchOf(event, view());
    if (match === null) return;
    event.preventDefault();
    const guarded = match.kind === 'command' && match.command === 'end' ? guardedCall(view()) : null;
    if (guarded !== null) held.press(() => act({ do: 'hang-up', call: guarded, forced: true }));
    if (!event.repeat) obey(match, view(), act);
  });
  addEventListener('keyup', held.release);
  addEventListener('blur', held.release);
}

function matchOf(event: KeyboardEvent, { keys }: PanelView): KeyMatch | null {
  const command = matchKey(event, keys);
  if (command !== null || isFieldFocused()) return command;
  return matchBareKey(event) ?? (isAtRest() ? matchEnterAtRest(event) : null);
}

/** A click beside everything takes the focus away; Escape still means what lies over the panel. */
function closesOverlay(event: KeyboardEvent, { overlay }: PanelView): boolean {
  return event.key === 'Escape' && !belongsToInputMethod(event) && isAtRest() && overlay.kind !== 'none';
}

/** The call that may not be ended by one press, if it is on screen. */
function guardedCall({ stage }: PanelView): CallId | null {
  if (stage.stage !== 'call' || stage.call.state !== 'established') return null;
  return stage.rules.guard.guarded ? stage.call.id : null;
}

function isAtRest(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function isFieldFocused(): boolean {
  const focused = document.activeElement;
  return (
    focused instanceof HTMLInputElement ||
    focused instanceof HTMLTextAreaElement ||
    focused instanceof HTMLSelectElement ||
    (focused instanceof HTMLElement && focused.isContentEditable)
  );
}

function obey(match: KeyMatch, view: PanelView, act: Act): void {
  switch (match.kind) {
    case 'pinned':
      act({ do: 'pick-pinned', pin: match.pin });
      break;
    case 'palette':
      act({ do: 'search-scripts', query: typedSoFar(view) + match.query });
      break;
    case 'key-sheet':
      act({ do: 'overlay', open: 'keys' });
      break;
    case 'command':
      obeyCommand(match.command, view, act);
      break;
  }
}

/** Hands are faster than a frame: keys that come before the palette's field has the focus belong to the same word. */
function typedSoFar({ overlay }: PanelView): string {
  return overlay.kind === 'palette' ? overlay.query : '';
}

function obeyCommand(command: KeyCommand, view: PanelView, act: Act): void {
  if (command === 'find') act({ do: 'overlay', open: 'palette' });
  else if (command === 'note') focusNote();
  else if (command === 'help') act({ do: 'ask-for-help' });
  else if (command === 'order')
    act({ do: 'on-orders', action: { do: isOrderForm(view) ? 'open' : 'start' } });
  else if (view.stage.stage === 'call') obeyInCall(command, view.stage, act);
}

function obeyInCall(command: KeyCommand, { call, other }: CallStage, act: Act): void {
  const established = call.state === 'established' ? call : null;
  switch (command) {
    case 'answer': {
      const ringing = call.state === 'ringing' ? call.id : other?.state === 'ringing' ? other.call : null;
      if (ringing !== null) act({ do: 'answer', call: ringing });
      break;
    }
    case 'end':
      if (call.state === 'ringing') act({ do: 'reject', call: call.id });
      else act({ do: 'hang-up', call: call.id, forced: false });
      break;
    case 'hold':
      if (established !== null) {
        act({ do: established.hold.local === null ? 'hold' : 'resume', call: call.id });
      }
      break;
    case 'mute':
      if (established !== null) {
        act({ do: established.mutedSince === null ? 'mute' : 'unmute', call: call.id });
      }
      break;
    case 'next':
      act({ do: 'next-step' });
      break;
    case 'accept':
      acceptSuggestionOnScreen();
      break;
    default:
      break;
  }
}

/** The agent may have turned to another than the first: what is read is what is taken. */
function acceptSuggestionOnScreen(): void {
  document.querySelector<HTMLButtonElement>('.suggestion-chips .button--main')?.click();
}

function focusNote(): void {
  document.querySelector<HTMLTextAreaElement>('textarea')?.focus();
}

/** The key that begins a work order opens it when pressed again. */
function isOrderForm({ tab }: PanelView): boolean {
  return tab.tab === 'orders' && tab.view.page === 'form';
}
