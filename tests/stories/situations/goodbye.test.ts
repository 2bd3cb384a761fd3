import { describe, expect, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

const WARNS = ['不先于顾客挂机'];

describe('goodbye (§2.47)', () => {
  test('thanks, an invitation to call again, goodbye; the caller hangs up first', () => {
    const story = scriptStory()
      .inConversation()
      .picks('goodbye')
      .thePanelShows({
        says: ['感谢', '再', '再见'],
        warns: WARNS,
        hangUp: { steps: 1, seconds: 0, callerFirst: true },
      })
      .waits(4)
      .stepDone()
      .thePanelShows({ asksTo: 'let-caller-hang-up', warns: WARNS, hangUp: 'caller-first' });
    expect(story.view().phase).toBe('after-goodbye');
    story.waits(2).callerHangsUp().thePanelShows({ script: null, hangUp: 'free' });
  });

  test('an early hang-up is possible with a held press, and is recorded', () => {
    const story = scriptStory().inConversation().picks('goodbye').stepDone();
    const { guard } = story.view();
    expect(guard).toEqual({
      guarded: true,
      situation: 'goodbye',
      pendingSteps: 0,
      pendingMs: 0,
      callerFirst: true,
    });
    story
      .agentDid({ type: 'hang-up-forced', situation: 'goodbye', pendingSteps: 0, pendingMs: 0 })
      .agentHangsUp();
    expect(story.keptJournal().map(({ event }) => event.type)).toContain('hang-up-forced');
  });

  test('thanks differently in a call that the agent made', () => {
    scriptStory()
      .agentDials('+86 139 0000 0009')
      .waits(8)
      .remoteAnswers()
      .picks('goodbye')
      .thePanelShows({ says: ['打扰', '再见'], saysNot: ['来电'] });
  });

  test('a caller with one more question takes the call back into the talk', () => {
    const story = scriptStory().inConversation().picks('goodbye').stepDone().picks('complaint-intake');
    expect(story.view().phase).toBe('talking');
  });
});
