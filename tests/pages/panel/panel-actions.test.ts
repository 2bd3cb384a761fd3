import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_PINS } from '../../../rules/search/pinned-scripts.ts';
import { type PanelStory, panelStory } from './panel-story.ts';

let story: PanelStory;
beforeEach(async () => {
  story = await panelStory();
});
afterEach(() => story.quit());

const inCall = () => story.rings().answers();

describe('hold and mute', () => {
  it('ask the caller first: the first press brings the script, the second one holds', async () => {
    inCall();
    await story.act({ do: 'press-hold', call: 'call-1' });
    expect(story.recorded).toMatchObject([{ type: 'wait-asked', of: 'hold', call: 'call-1' }]);
    expect(story.commands).toEqual([]);
    await story.act({ do: 'press-hold', call: 'call-1' });
    expect(story.commands).toEqual([{ type: 'hold', call: 'call-1' }]);
  });

  it('end with a press, without a question', async () => {
    inCall().happens({ type: 'held', call: 'call-1', holdOriginator: 'local' });
    await story.act({ do: 'press-hold', call: 'call-1' });
    expect(story.commands).toEqual([{ type: 'resume', call: 'call-1' }]);
  });

  it('are decided alike', async () => {
    inCall();
    await story.act({ do: 'press-mute', call: 'call-1' });
    await story.act({ do: 'press-mute', call: 'call-1' });
    story.happens({ type: 'muted', call: 'call-1' });
    await story.act({ do: 'press-mute', call: 'call-1' });
    expect(story.commands.map(({ type }) => type)).toEqual(['mute', 'unmute']);
  });
});

describe('the end of a call', () => {
  it('is left to the phone host, which refuses while the script forbids it', async () => {
    inCall();
    story.answer = { ok: false, reason: 'script-steps-pending' };
    await story.act({ do: 'hang-up', call: 'call-1', forced: false });
    expect(story.commands).toEqual([{ type: 'hang-up', call: 'call-1' }]);
    expect(story.view.refusal).not.toBeNull();
  });

  it('is forced by a held press', async () => {
    inCall();
    await story.act({ do: 'hang-up', call: 'call-1', forced: true });
    expect(story.forced).toEqual(['call-1']);
  });

  it('opens the wrap-up, which the agent finishes', async () => {
    inCall().ends();
    expect(story.stage('wrap-up').call.id).toBe('call-1');
    await story.act({ do: 'finish-wrap-up' });
    expect(story.stage('idle').today).toHaveLength(1);
  });
});

describe('a refusal', () => {
  it('stays until another command goes through', async () => {
    inCall();
    story.answer = { ok: false, reason: 'offline' };
    await story.act({ do: 'transfer', call: 'call-1', target: '8001' });
    expect(story.view.refusal).not.toBeNull();
    story.answer = { ok: true };
    await story.act({ do: 'send-tones', call: 'call-1', tones: '1' });
    expect(story.view.refusal).toBeNull();
  });
});

describe('scripts', () => {
  it('are found, picked and worked through', async () => {
    inCall();
    await story.act({ do: 'search-scripts', query: '杂音' });
    expect(story.view.overlay).toMatchObject({ kind: 'palette', query: '杂音' });
    await story.act({ do: 'pick-script', situation: 'noisy-line' });
    expect(story.view.overlay.kind).toBe('none');
    const { run } = story.stage('call').rules;
    expect(run?.situation.id).toBe('noisy-line');
    await story.act({ do: 'next-step' });
    expect(story.recorded.at(-1)).toMatchObject({ type: 'step-done', how: 'done' });
    await story.act({ do: 'close-script' });
    expect(story.stage('call').rules.run?.situation.id).not.toBe('noisy-line');
  });

  it('are put on the number keys, and picked by them', async () => {
    inCall();
    const full = DEFAULT_PINS.slice(0, 8);
    story.panel.state.chosenPins.value = full;
    await story.act({ do: 'toggle-pin', situation: 'noisy-line' });
    expect(story.pins).toEqual([[...full, 'noisy-line']]);
    await story.act({ do: 'toggle-pin', situation: 'bad-line' });
    expect(story.view.overlay).toMatchObject({ kind: 'palette', pinsFull: true });
    await story.act({ do: 'pick-pinned', pin: 9 });
    expect(story.recorded).toMatchObject([{ type: 'situation-picked', situation: 'noisy-line' }]);
  });

  it('cannot be picked without a contact', async () => {
    await story.act({ do: 'pick-script', situation: 'noisy-line' });
    expect(story.recorded).toEqual([]);
  });
});

describe('dialling', () => {
  it('closes the tool from which the call was made', async () => {
    inCall();
    await story.act({ do: 'tool', tool: 'transfer' });
    await story.act({ do: 'dial', target: '8001' });
    expect(story.commands).toEqual([{ type: 'dial', target: '8001' }]);
    expect(story.stage('call').tool).toBe('none');
  });

  it('warns first during the customers’ rest hours', async () => {
    story.passes(12 * 3_600_000);
    await story.act({ do: 'dial', target: '13900005678' });
    expect([story.commands, story.view.refusal]).toEqual([[], expect.stringContaining('休息')]);
    await story.act({ do: 'dial', target: '13900005678' });
    expect(story.commands).toHaveLength(1);
  });

  it('carries out what was clicked in a web page, and forgets it', async () => {
    story.panel.state.dialRequest.value = { number: '8002', from: 'crm', at: story.now };
    expect(story.view.dialRequest?.number).toBe('8002');
    await story.act({ do: 'accept-dial-request' });
    expect(story.commands).toEqual([{ type: 'dial', target: '8002' }]);
    expect(story.view.dialRequest).toBeNull();
  });
});

describe('help', () => {
  it('is asked of the supervisor in a team', async () => {
    inCall();
    story.help.value = { ...story.help.value, linked: true };
    await story.act({ do: 'ask-for-help' });
    expect(story.stage('call').tool).toBe('help');
    await story.act({ do: 'send-help', why: 'cannot-answer', summary: '退款' });
    expect(story.toPresence).toMatchObject([{ kind: 'ask-help', request: { call: 'call-1' } }]);
  });

  it('is a transfer without a team, and nothing without a call', async () => {
    await story.act({ do: 'ask-for-help' });
    inCall();
    await story.act({ do: 'ask-for-help' });
    expect(story.stage('call').tool).toBe('transfer');
  });
});

describe('the rest', () => {
  it('reconnects for a server that does not answer, and opens the settings for what is set', async () => {
    await story.act({ do: 'fix', issue: 'server-unreachable' });
    await story.act({ do: 'fix', issue: 'microphone-denied' });
    expect(story.pages).toEqual(['reconnects', 'options.html']);
  });

  it('keeps the shift, and leaves it with a lock', async () => {
    await story.act({ do: 'on-shift', action: { do: 'be', readiness: { state: 'ready' } } });
    expect(story.view.status.shift?.readiness).toEqual({ state: 'ready' });
    await story.act({ do: 'on-shift', action: { do: 'sign-out' } });
    expect(story.stores.vault.state.state).toBe('locked');
  });

  it('registers a harassing call once, and strikes it off with a reason', async () => {
    inCall();
    await story.act({ do: 'tool', tool: 'follow-up' });
    const register = { do: 'register', call: 'call-1', kind: 'prank', remarks: '' } as const;
    await story.act({ do: 'on-harassment', action: register });
    expect(story.stage('call')).toMatchObject({
      tool: 'none',
      followUp: { register: { registered: 'prank' } },
    });
    await story.act({ do: 'overlay', open: 'harassment' });
    const { overlay } = story.view;
    const [entry] = overlay.kind === 'harassment' ? overlay.entries : [];
    await story.act({
      do: 'on-harassment',
      action: { do: 'strike-off', id: entry?.id ?? '', reason: '误记' },
    });
    expect(story.stage('call').followUp?.register.registered).toBeNull();
  });
});
