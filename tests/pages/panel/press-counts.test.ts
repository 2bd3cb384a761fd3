import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallEnd } from '../../../calls/call-end.ts';
import type { LineEvent } from '../../../calls/line-event.ts';
import type { Side } from '../../../calls/vocabulary/side.ts';
import type { PlannedCallBack } from '../../../pages/panel/call-backs/call-backs-view.ts';
import { keyAction } from '../../../pages/panel/frame/key-action.ts';
import type { PanelAction } from '../../../pages/panel/frame/panel-action.ts';
import type { KeyMatch } from '../../../pages/session/key-map.ts';
import { dueEvents } from '../../../rules/call/due-events.ts';
import { pack } from '../../../scripts/pack.yaml';
import { BEIJING } from '../../helpers/script-story.ts';
import { PARTY, type PanelStory, panelStory } from './panel-story.ts';

/** A call in the real panel, by keys and buttons; what is typed is not a press. */
class CountedCall {
  presses = 0;
  readonly story: PanelStory;

  constructor(story: PanelStory) {
    this.story = story;
  }

  key = (match: KeyMatch) => {
    const action = keyAction(match, this.story.view);
    if (action === null) throw new Error(`${JSON.stringify(match)} means nothing`);
    return this.click(action);
  };
  command = (command: Extract<KeyMatch, { kind: 'command' }>['command']) =>
    this.key({ kind: 'command', command });
  digit = (digit: number) => this.key({ kind: 'palette', query: String(digit) });
  click = async (action: PanelAction) => {
    this.presses += 1;
    await this.story.act(action);
    this.#hostKeepsUp();
  };
  types = (action: PanelAction) => this.story.act(action);
  /** The surname is typed, the title is a press. */
  names = async () => {
    await this.types({ do: 'write-note', patch: { surname: '王', title: null, text: '冰箱不制冷' } });
    await this.click({ do: 'write-note', patch: { surname: '王', title: 'ms' } });
  };

  says = (side: Side, seconds: number) => {
    this.#hears({ type: 'speech-began', call: 'call-1', side, confidence: 1 });
    this.waits(seconds);
    this.#hears({ type: 'silence-began', call: 'call-1', side, confidence: 1 });
  };
  waits = (seconds: number) => {
    this.story.passes(seconds * 1000);
    this.#hostKeepsUp();
  };
  rings = async () => {
    this.story.rings();
    this.story.passes(4000);
    await this.command('answer');
    this.answered();
    await this.story.noteOpens();
    this.#hears({ type: 'silence-began', call: 'call-1', side: 'remote', confidence: 1 });
  };
  answered = () => {
    this.story.answers();
    this.#hostKeepsUp();
  };
  ends = (by: Extract<CallEnd, { how: 'hung-up' }>['by']) =>
    this.story.happens({ type: 'ended', call: 'call-1', end: { how: 'hung-up', by } });
  isReady = () => expect(this.story.stage('idle').today).toHaveLength(1);

  #hears(event: Omit<Extract<LineEvent, { type: 'speech-began' | 'silence-began' }>, 'at'>) {
    this.story.happens(event);
    this.#hostKeepsUp();
  }
  /** The phone host journals what became due. */
  #hostKeepsUp() {
    const { panel, now } = this.story;
    for (const event of dueEvents(panel.journal.rules, pack, BEIJING, now)) this.story.append(event);
  }
}

let story: PanelStory;
let call: CountedCall;
beforeEach(async () => {
  story = await panelStory();
  call = new CountedCall(story);
});
afterEach(() => story.quit());

const script = () => story.stage('call').rules.run;

describe('presses from ring to ready, beyond typing', () => {
  it('a query that is answered: at most 5', async () => {
    await call.rings();
    call.says('agent', 6);
    expect(script()).toBeNull();
    call.says('remote', 8);
    expect(story.stage('call').suggestion?.suggestion.situation).toBe('ask-name');
    await call.names();
    expect(story.stage('call').suggestion).toBeNull();
    call.says('agent', 12);
    call.says('remote', 3);
    await call.click({ do: 'write-note', patch: { category: 'query' } });
    await call.types({ do: 'search-scripts', query: 'jsy' });
    await call.click({ do: 'pick-script', situation: 'goodbye' });
    call.says('agent', 5);
    call.ends('remote-party');
    await call.command('next');
    call.isReady();
    expect(call.presses).toBeLessThanOrEqual(5);
  });

  it('a complaint that is passed on: at most 10, with the answers that the order implies', async () => {
    await call.rings();
    call.says('agent', 6);
    call.says('remote', 8);
    await call.click({ do: 'write-note', patch: { category: 'complaint' } });
    await call.command('accept');
    expect(script()?.situation.id).toBe('complaint-intake');
    call.says('remote', 20);
    await call.names();
    call.says('agent', 4);
    call.says('remote', 10);
    call.says('agent', 6);
    call.says('remote', 2);
    call.says('agent', 4);
    await call.digit(2);
    expect(script()?.situation.id).toBe('cannot-answer-complaint');
    call.says('agent', 6);
    await call.digit(2);
    call.says('agent', 5);
    expect(script()?.step).toMatchObject({ kind: 'do', action: 'work-order' });
    await call.command('order');
    await call.command('order');
    expect(script()?.situation.id).toBe('goodbye');
    expect(story.stage('call').note.fields).toMatchObject({ category: 'complaint', settled: false });
    call.says('agent', 6);
    call.ends('remote-party');
    await vi.waitFor(() => expect(story.stage('wrap-up').promises).toMatchObject([{ done: true }]));
    await call.command('next');
    call.isReady();
    expect(call.presses).toBeLessThanOrEqual(10);
  });

  it('an order that is opened before its script asks for it takes its step when it comes', async () => {
    await call.rings();
    call.says('agent', 6);
    call.says('remote', 8);
    await call.click({ do: 'pick-script', situation: 'cannot-answer-complaint' });
    await call.names();
    await call.command('order');
    await call.command('order');
    await call.types({ do: 'open-tab', tab: 'call' });
    call.says('agent', 6);
    await call.digit(2);
    call.says('agent', 5);
    await vi.waitFor(() => expect(script()?.step).not.toMatchObject({ action: 'work-order' }));
  });

  it('a silent caller with line listening: answer and hang up; the script follows the voice', async () => {
    await call.rings();
    call.says('agent', 6);
    call.waits(7);
    expect(script()).toBeNull();
    expect(story.stage('call').suggestion?.suggestion.situation).toBe('silent-caller');
    for (const step of ['greet-again', 'greet-once-more', 'say-connected']) {
      call.says('agent', 3);
      expect(script()).toMatchObject({ situation: { id: 'silent-caller' }, step: { id: step } });
      call.waits(5);
    }
    expect(script()?.step).toMatchObject({ kind: 'do', action: 'hang-up' });
    await call.command('end');
    expect(story.commands.at(-1)).toEqual({ type: 'hang-up', call: 'call-1' });
    call.ends('agent');
    call.isReady();
    expect(call.presses).toBe(2);
  });

  it('a call-back: at most 7 from the dialling', async () => {
    const plan: PlannedCallBack = {
      ...{ number: PARTY.number, surname: '王', title: 'ms' as const },
      ...{ matter: '冰箱', order: null, note: null },
      ...{ dueAt: story.now + 60_000, agreed: true, vip: false },
    };
    await call.types({ do: 'on-call-backs', action: { do: 'plan', plan } });
    await call.types({ do: 'open-tab', tab: 'call-backs' });
    story.passes(90_000);
    const [due] = story.tab('call-backs').view.items;
    await call.click({ do: 'on-call-backs', action: { do: 'dial', id: due?.id ?? '' } });
    story
      .dials(PARTY.number)
      .happens({ type: 'number-recognised', call: 'call-1', as: [], promises: ['call-back'] });
    story.happens({ type: 'answered', call: 'call-1' });
    await story.noteOpens();
    call.waits(1);
    expect(script()?.situation.id).toBe('call-back');
    call.says('agent', 7);
    call.says('remote', 1);
    await call.digit(1);
    call.says('agent', 5);
    call.says('remote', 1);
    await call.digit(1);
    call.says('agent', 5);
    call.says('remote', 2);
    await call.digit(1);
    call.says('agent', 4);
    call.says('remote', 2);
    call.says('agent', 4);
    call.ends('remote-party');
    const { callBack } = story.stage('wrap-up');
    await call.click({
      do: 'on-call-backs',
      action: {
        do: 'outcome',
        id: callBack?.id ?? '',
        given: { outcome: 'satisfied', remarks: '', nextAt: null },
      },
    });
    await call.command('next');
    call.isReady();
    expect(call.presses).toBeLessThanOrEqual(7);
  });
});
