import { describe, expect, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

const WARNS = ['挂机相威胁', '最后一次等待结束前不挂机'];

describe('silent-caller (§2.5)', () => {
  test('waits as a chip once the caller has been silent for six seconds after the greeting', () => {
    const story = scriptStory().greeted().lineFallsSilent(5.9).thePanelShows({ script: null, offers: [] });
    story.waitsMs(100).thePanelShows({ script: null, offers: ['silent-caller'] });
    expect(story.view().suggestions[0]?.reason).toEqual({ kind: 'silence', side: 'remote', seconds: 6 });
  });

  test('goes to its last step, and only then the agent may hang up', () => {
    scriptStory()
      .greeted()
      .lineFallsSilent(6)
      .takesSuggestion('silent-caller')
      .thePanelShows({ says: ['您好', '帮您'], warns: WARNS, hangUp: { steps: 3, seconds: 15 } })
      .waits(3)
      .stepDone()
      .thePanelShows({ waits: 5, step: 1, hangUp: { steps: 2, seconds: 15 } })
      .waits(2)
      .thePanelShows({ waits: 3, hangUp: { steps: 2, seconds: 13 } })
      .waits(3)
      .thePanelShows({ says: ['您好', '帮您'], step: 2, waits: null, hangUp: { steps: 2, seconds: 10 } })
      .stepDone()
      .waits(5)
      .thePanelShows({
        says: ['接通', '请讲', '听不到', '换一部电话', '再见'],
        step: 3,
        hangUp: { steps: 1, seconds: 5 },
      })
      .stepDone()
      .waitsMs(4999)
      .thePanelShows({ waits: 1, hangUp: { steps: 0, seconds: 1 } })
      .waitsMs(1)
      .thePanelShows({ asksTo: 'hang-up', waits: null, hangUp: 'free', warns: WARNS })
      .agentMayHangUp()
      .thePanelShows({ script: null, hangUp: 'free' });
  });

  for (const step of [1, 2, 3, 4]) {
    test(`any speech at step ${step} stops it, and hanging up is the caller's again`, () => {
      const story = scriptStory().greeted().lineFallsSilent(6).takesSuggestion('silent-caller');
      if (step > 1) story.stepDone().waits(5);
      if (step > 2) story.stepDone().waits(5);
      if (step > 3) story.stepDone().waits(5);
      story.thePanelShows({ script: 'silent-caller', step }).waits(1).speaks(2);
      story.thePanelShows({ script: null, hangUp: 'caller-first' });
      expect(story.keptJournal().at(-1)?.event).toMatchObject({ type: 'step-done', how: 'interrupted' });
    });
  }

  test('the agent who speaks into the silence has the script on screen, and need not drive it', () => {
    const story = scriptStory().greeted().lineFallsSilent(7).speaks(1, 'agent');
    story.thePanelShows({ script: 'silent-caller', step: 1, offers: [] });
    story.speaks(2, 'agent').lineFallsSilent(0, 'agent').thePanelShows({ step: 1, waits: 5 });
    for (const step of [2, 3]) {
      story.waits(5).thePanelShows({ script: 'silent-caller', step });
      story.speaks(3, 'agent').lineFallsSilent(0, 'agent').thePanelShows({ step, waits: 5 });
    }
    story.waits(5).thePanelShows({ asksTo: 'hang-up', hangUp: 'free' }).agentMayHangUp();
  });

  test('the caller who answers ends a script that came by itself', () => {
    scriptStory()
      .greeted()
      .lineFallsSilent(7)
      .speaks(2, 'agent')
      .lineFallsSilent(1, 'agent')
      .speaks(2)
      .thePanelShows({ script: null, hangUp: 'caller-first' });
  });

  test('speech brings no script too early, after a dismissal, or in mid-call', () => {
    scriptStory().greeted().lineFallsSilent(5).speaks(3, 'agent').thePanelShows({ script: null });
    const turnedDown = scriptStory().greeted().lineFallsSilent(7).dismisses('silent-caller');
    turnedDown.speaks(3, 'agent').thePanelShows({ script: null });
    const talk = scriptStory().inConversation().dismisses('ask-name').lineFallsSilent(13);
    talk
      .thePanelShows({ offers: ['silent-caller'] })
      .speaks(3, 'agent')
      .thePanelShows({ script: null });
  });

  test('where nothing listens, the agent says with a key that the caller answered', () => {
    scriptStory()
      .greeted()
      .picks('silent-caller')
      .stepDone()
      .waits(2)
      .callerAnswers()
      .thePanelShows({ script: null, hangUp: 'caller-first' });
  });

  test('a pressed key never shortens the wait; skipping does, and leaves the debt', () => {
    const story = scriptStory().greeted().picks('silent-caller').stepDone().waits(1);
    expect(() => story.stepDone()).toThrow('next means nothing');
    story.skips().thePanelShows({ step: 2, hangUp: { steps: 2, seconds: 15 } });
    story.stepDone().waits(5).stepDone().waits(5);
    story.thePanelShows({ asksTo: 'hang-up', hangUp: { steps: 0, seconds: 5 } });
    expect(story.view().guard).toMatchObject({ guarded: true, situation: 'silent-caller' });
  });

  test('one word and then nothing', () => {
    scriptStory()
      .greeted()
      .speaks(0.5)
      .lineFallsSilent(6)
      .thePanelShows({ offers: ['silent-caller'] })
      .takesSuggestion('silent-caller')
      .thePanelShows({ says: ['您好', '还在听', '帮您'] });
  });

  test('silence in the middle of the talk, counted from the last word of either side', () => {
    const story = scriptStory().inConversation().dismisses('ask-name').lineFallsSilent(3);
    story.speaks(4, 'agent').lineFallsSilent(5.9, 'agent').thePanelShows({ offers: [] });
    story.waits(0.1).thePanelShows({ offers: ['silent-caller'] });
  });

  test('a caller who spoke last waits for the agent, but not for ever', () => {
    const story = scriptStory().inConversation().dismisses('ask-name').lineFallsSilent(11.9);
    story
      .thePanelShows({ offers: [] })
      .waits(0.1)
      .thePanelShows({ offers: ['silent-caller'] });
  });

  test('nobody there after a hold, but not on hold', () => {
    const story = scriptStory().inConversation().dismisses('ask-name').lineFallsSilent(1).agentHolds();
    story.waits(40).thePanelShows({ offers: [] }).agentResumes().stepDone();
    story
      .waits(5.9)
      .thePanelShows({ offers: [] })
      .waits(0.1)
      .thePanelShows({ offers: ['silent-caller'] });
  });

  test('while the agent looks something up, the caller waits without a word', () => {
    scriptStory()
      .inConversation()
      .dismisses('ask-name')
      .picks('query-look-up')
      .stepDone()
      .lineFallsSilent(40)
      .thePanelShows({ asksTo: 'look-up', offers: [] });
  });

  test('dismissed, it stays away until the caller has spoken again', () => {
    const story = scriptStory().greeted().lineFallsSilent(6).dismisses('silent-caller');
    story.waits(120).speaks(3, 'agent').lineFallsSilent(30, 'agent').thePanelShows({ offers: [] });
    story.speaks(0.5).lineFallsSilent(6);
    expect(story.view().suggestions[0]?.situation).toBe('silent-caller');
  });
});
