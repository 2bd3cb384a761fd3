import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyAction } from '../../../pages/panel/frame/key-action.ts';
import type { PanelAction } from '../../../pages/panel/frame/panel-action.ts';
import { TRAINING_CALLERS } from '../../../practice/training/training-callers.ts';
import { notesOfDay } from '../../../storage/notes/note-list.ts';
import { type PanelStory, panelStory } from './panel-story.ts';

let story: PanelStory;
beforeEach(async () => {
  story = await panelStory();
});
afterEach(() => story.quit());

const begins = () => story.act({ do: 'on-practice', action: { do: 'begin' } });
const rings = () => story.act({ do: 'on-practice', action: { do: 'ring', level: 1 } });
const presses = (command: 'answer' | 'next' | 'end' | 'order') => {
  const action = keyAction({ kind: 'command', command }, story.view);
  if (action === null) throw new Error(`${command} means nothing`);
  return story.act(action);
};
/** A practice call, answered and hung up, up to its score. */
const practises = async () => {
  await begins();
  await presses('next');
  await presses('answer');
  const { call } = story.stage('call');
  await story.act({ do: 'hang-up', call: call.id, forced: true });
  await presses('next');
};

describe('practice in the panel', () => {
  it('begins from the menu and runs by keys: ring, answer, end, score', async () => {
    await story.act({ do: 'overlay', open: 'menu' });
    await begins();
    expect(story.view).toMatchObject({ overlay: { kind: 'none' }, practice: { caption: '' } });
    expect(story.stage('practice').last).toBeNull();
    await presses('next');
    expect(story.stage('call').call.state).toBe('ringing');
    await presses('answer');
    expect(story.stage('call').rules.run?.situation.id).toBe('greeting');
    await presses('next');
    story.passes(1_500);
    await story.act({ do: 'focus-note' });
    expect(story.view.practice?.caption).not.toBe('');
  });

  it.each(TRAINING_CALLERS.map(({ id, opening }, place) => [id, opening !== null, place] as const))(
    '%s is heard (%s): each sentence once, and nothing more once the call is over',
    async (_, speaks, place) => {
      story.chance = place / TRAINING_CALLERS.length;
      await begins();
      await presses('next');
      await presses('answer');
      await presses('next');
      // Callers differ in how long they wait before their first sentence.
      for (let second = 0; second < 30 && (story.view.practice?.caption ?? '') === ''; second += 1) {
        story.passes(1_000);
        await story.act({ do: 'focus-note' });
      }
      await story.act({ do: 'focus-note' });
      const caption = story.view.practice?.caption ?? '';
      expect(caption !== '').toBe(speaks);
      expect(story.spoken.filter((text) => text !== '(silence)')).toEqual(speaks ? [caption] : []);
      const { call } = story.stage('call');
      await story.act({ do: 'hang-up', call: call.id, forced: true });
      expect(story.spoken.slice(-1)).toEqual(speaks ? ['(silence)'] : []);
    },
  );

  it('shows after the call what was held and what was missed', async () => {
    await practises();
    const { last, scores } = story.stage('practice');
    expect(scores).toHaveLength(1);
    expect(
      last?.adherence.lines.some(({ kind, outcome }) => kind === 'hang-up' && outcome === 'missed'),
    ).toBe(true);
  });

  it('leaves nothing: no journal, no note, no outbox, no command to the phone, no figure', async () => {
    const before = { ...story.stage('idle').figures };
    await practises();
    await story.act({ do: 'on-practice', action: { do: 'end' } });
    expect(story.view.practice).toBeUndefined();
    expect(story.stage('idle')).toMatchObject({ today: [], lastNotes: [], followUps: [], figures: before });
    expect(story.commands).toEqual([]);
    expect(story.recorded).toEqual([]);
    expect(story.forced).toEqual([]);
    expect((await story.stores.journal.load({ sinceSeq: 0 })).entries).toEqual([]);
    expect((await notesOfDay(story.stores.notes)).notes).toEqual([]);
    expect(story.orders().size).toBe(0);
  });

  it('promises, notes and the register of a practice call stay in it', async () => {
    await begins();
    await rings();
    await presses('answer');
    const { call } = story.stage('call');
    await story.act({ do: 'write-note', patch: { surname: '王', title: 'ms', text: '练习' } });
    expect(story.stage('call').note.fields).toMatchObject({ surname: '王', text: '练习' });
    await presses('order');
    await story.act({
      do: 'on-harassment',
      action: { do: 'register', call: call.id, kind: 'prank', remarks: '' },
    });
    await story.act({ do: 'on-practice', action: { do: 'end' } });
    expect((await notesOfDay(story.stores.notes)).notes).toEqual([]);
    expect((await story.stores.team.load()).events).toEqual([]);
  });

  it('a real call ends it at once, and is on screen', async () => {
    await begins();
    await rings();
    story.rings('call-9');
    expect(story.view.practice).toBeUndefined();
    expect(story.stage('call').call.id).toBe('call-9');
  });

  it('does not begin while a real call is up or in wrap-up', async () => {
    story.rings();
    await begins();
    expect(story.view.practice).toBeUndefined();
    story.answers().ends();
    await begins();
    expect(story.view.practice).toBeUndefined();
    expect(story.stage('wrap-up').call.id).toBe('call-1');
  });

  it.each<PanelAction>([
    { do: 'dial', target: '8001' },
    { do: 'open-tab', tab: 'orders' },
    { do: 'open-options' },
    { do: 'lock' },
    { do: 'overlay', open: 'shift' },
    { do: 'ask-for-help' },
  ])('refuses what belongs to real work: $do', async (action) => {
    await begins();
    await story.act(action);
    expect(story.view).toMatchObject({ refusal: '练习里不能做这个', tab: { tab: 'call' } });
    expect(story.pages).toEqual([]);
    expect(story.toPresence).toEqual([]);
  });
});
