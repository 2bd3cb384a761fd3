import {
  belongsToInputMethod,
  type KeyMatch,
  matchBareKey,
  matchEnterAtRest,
  matchKey,
} from '../../session/key-map.ts';
import { heldKey } from '../call/held-key.ts';
import { guardedCall, keyAction } from './key-action.ts';
import type { Act } from './panel-action.ts';
import type { PanelView } from './panel-view.ts';

/** Keys of the whole panel. Bare keys belong to the focused field, or to an input method. */
export function listenToKeys(view: () => PanelView, act: Act): void {
  const held = heldKey();
  addEventListener('keydown', (event) => {
    // A field or list used the key: an Enter that picks a script accepts no suggestion.
    if (event.defaultPrevented) return;
    const shown = view();
    if (closesOverlay(event, shown)) return act({ do: 'overlay', open: 'none' });
    const match = matchOf(event, shown);
    if (match === null) return;
    event.preventDefault();
    const guarded = match.kind === 'command' && match.command === 'end' ? guardedCall(shown) : null;
    if (guarded !== null) held.press(() => act({ do: 'hang-up', call: guarded, forced: true }));
    const action = event.repeat ? null : keyAction(match, shown);
    if (action !== null) act(action);
  });
  addEventListener('keyup', held.release);
  addEventListener('blur', held.release);
}

function matchOf(event: KeyboardEvent, { keys }: PanelView): KeyMatch | null {
  const command = matchKey(event, keys);
  if (command !== null || isFieldFocused()) return command;
  return matchBareKey(event) ?? (hasNoFocus() ? matchEnterAtRest(event) : null);
}

/** An overlay that has the focus handles Escape itself; a click beside it takes the focus away. */
function closesOverlay(event: KeyboardEvent, { overlay }: PanelView): boolean {
  return event.key === 'Escape' && !belongsToInputMethod(event) && hasNoFocus() && overlay.kind !== 'none';
}

function hasNoFocus(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** A field that takes keys has the focus. */
export function isFieldFocused(): boolean {
  const focused = document.activeElement;
  return (
    focused instanceof HTMLInputElement ||
    focused instanceof HTMLTextAreaElement ||
    focused instanceof HTMLSelectElement ||
    (focused instanceof HTMLElement && focused.isContentEditable)
  );
}
