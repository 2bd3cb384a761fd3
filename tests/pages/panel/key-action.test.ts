import { describe, expect, it } from 'vitest';
import { guardedCall, keyAction } from '../../../pages/panel/frame/key-action.ts';
import type { PanelView } from '../../../pages/panel/frame/panel-view.ts';
import type { KeyCommand } from '../../../pages/session/key-map.ts';
import { ORDERS_STATES } from '../../../tools/gallery/states/orders-states.ts';
import { PANEL_STATES } from '../../../tools/gallery/states/panel-states.ts';

function viewOf(state: string): PanelView {
  const view = { ...PANEL_STATES, ...ORDERS_STATES }[state];
  if (view === undefined) throw new Error(`No state ${state}`);
  return view;
}

const pressed = (command: KeyCommand, state: string) =>
  keyAction({ kind: 'command', command }, viewOf(state));

describe('a key does what a click on the same thing does', () => {
  it('while it rings: answers, or rejects', () => {
    expect(pressed('answer', 'ringing-1')).toEqual({ do: 'answer', call: 'call-1' });
    expect(pressed('end', 'ringing-1')).toEqual({ do: 'reject', call: 'call-1' });
  });

  it('in a call: holds, mutes, and leaves what that means to the action', () => {
    expect(pressed('hold', 'greeting')).toEqual({ do: 'press-hold', call: 'call-1' });
    expect(pressed('hold', 'hold')).toEqual({ do: 'press-hold', call: 'call-1' });
    expect(pressed('mute', 'greeting')).toEqual({ do: 'press-mute', call: 'call-1' });
    expect(pressed('hold', 'ringing-1')).toBeNull();
  });

  it('answers the second call while the first one is up', () => {
    const { stage } = viewOf('call-waiting');
    const other = stage.stage === 'call' ? stage.other?.call : undefined;
    expect(pressed('answer', 'call-waiting')).toEqual({ do: 'answer', call: other });
  });

  it('a digit answers the question on screen, and else begins a search', () => {
    const view = viewOf('suggestion');
    if (view.stage.stage !== 'call') throw new Error('no call');
    const { run } = view.stage.rules;
    if (run === null) throw new Error('no script');
    const options = [
      { id: 'yes', label: '接受' },
      { id: 'no', label: '不接受' },
    ];
    const asked = {
      ...view,
      stage: { ...view.stage, rules: { ...view.stage.rules, run: { ...run, options } } },
    };
    expect(keyAction({ kind: 'palette', query: '2' }, asked)).toEqual({ do: 'choose-branch', option: 'no' });
    expect(keyAction({ kind: 'palette', query: '２' }, asked)).toEqual({ do: 'choose-branch', option: 'no' });
    expect(keyAction({ kind: 'palette', query: '3' }, asked)).toMatchObject({ do: 'search-scripts' });
  });

  it('accepts the suggestion that is shown, also when the agent turned to another one', () => {
    const view = viewOf('suggestion');
    if (view.stage.stage !== 'call') throw new Error('no call');
    const [first, second] = view.stage.rules.suggestions;
    if (first === undefined || second === undefined) throw new Error('too few suggestions');
    expect(pressed('accept', 'suggestion')).toMatchObject({ situation: first.situation });
    const suggestion = { suggestion: second, number: 2, count: 2, next: first.situation };
    const turned = { ...view, stage: { ...view.stage, suggestion } };
    expect(keyAction({ kind: 'command', command: 'accept' }, turned)).toEqual({
      do: 'accept-suggestion',
      situation: second.situation,
    });
    expect(pressed('accept', 'greeting')).toBeNull();
  });

  it('after the call: the key of the next step finishes the wrap-up', () => {
    expect(pressed('next', 'wrap-up')).toEqual({ do: 'finish-wrap-up' });
    expect(pressed('end', 'wrap-up')).toBeNull();
  });

  it('means nothing between calls where there is no call to act on', () => {
    const inCall: readonly KeyCommand[] = ['answer', 'end', 'hold', 'mute', 'next', 'accept'];
    for (const command of inCall) expect([command, pressed(command, 'idle')]).toEqual([command, null]);
  });

  it('focuses the note, asks for help and opens the palette anywhere', () => {
    expect(pressed('note', 'idle')).toEqual({ do: 'focus-note' });
    expect(pressed('help', 'idle')).toEqual({ do: 'ask-for-help' });
    expect(pressed('find', 'idle')).toEqual({ do: 'overlay', open: 'palette' });
  });

  it('begins a work order, and opens the one whose form is shown', () => {
    expect(pressed('order', 'idle')).toEqual({ do: 'on-orders', action: { do: 'start' } });
    const form = Object.values(ORDERS_STATES).find(
      ({ tab }) => tab.tab === 'orders' && tab.view.page === 'form',
    );
    if (form === undefined) throw new Error('no form in the gallery');
    expect(keyAction({ kind: 'command', command: 'order' }, form)).toEqual({
      do: 'on-orders',
      action: { do: 'open' },
    });
  });

  it('adds letters to the word that the palette searches already', () => {
    const view = viewOf('palette');
    const query = view.overlay.kind === 'palette' ? view.overlay.query : '';
    expect(keyAction({ kind: 'palette', query: 'y' }, view)).toEqual({
      do: 'search-scripts',
      query: `${query}y`,
    });
  });
});

describe('the hang-up key', () => {
  it('must be held exactly where the button must', () => {
    expect(guardedCall(viewOf('silent-caller'))).toBe('call-1');
    expect(guardedCall(viewOf('branch'))).toBeNull();
    expect(guardedCall(viewOf('idle'))).toBeNull();
  });

  it('still asks the phone host on a short press, which says why it refuses', () => {
    expect(pressed('end', 'silent-caller')).toEqual({ do: 'hang-up', call: 'call-1', forced: false });
  });
});
