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
      .thePanelShows({ says: ['您好', '帮您'], warns: WARNS, hangUp: { steps: 4, seconds: 15 } })
      .waits(3)
      .stepDone()
      .thePanelShows({ waits: 5, step: 1, hangUp: { steps: 3, seconds: 15 } })
      .waits(2)
      .thePanelShows({ waits: 3, hangUp: { steps: 3, seconds: 13 } })
      .waits(3)
      .thePanelShows({ says: ['您好', '帮您'], step: 2, waits: null, hangUp: { steps: 3, seconds: 10 } })
      .stepDone()
      .waits(5)
      .thePanelShows({ says: ['接通'], step: 3, hangUp: { steps: 2, seconds: 5 } })
      .stepDone()
      .thePanelShows({ says: ['听不到', '换一部电话', '再见'], hangUp: { steps: 1, seconds: 5 } })
      .stepDone()
      .waitsMs(4999)
      .thePanelShows({ waits: 1, hangUp: { steps: 0, seconds: 1 } })
      .waitsMs(1)
      .thePanelShows({ asksTo: 'hang-up', waits: null, hangUp: 'free', warns: WARNS })
      .agentMayHangUp()
      .thePanelShows({ script: null, hangUp: 'free' });
  });

  for (const step of [1, 2, 3, 4, 5]) {
    test(`any speech at step ${step} stops it, and hanging up is the caller's again`, () => {
      const story = scriptStory().greeted().lineFallsSilent(6).takesSuggestion('silent-caller');
      if (step > 1) story.stepDone().waits(5);
      if (step > 2) story.stepDone().waits(5);
      if (step > 3) story.stepDone();
      if (step > 4) story.stepDone().waits(5);
      story.thePanelShows({ script: 'silent-caller', step }).waits(1).speaks(2);
      story.thePanelShows({ script: null, hangUp: 'caller-first' });
      expect(story.keptJournal().at(-1)?.event).toMatchObject({ type: 'step-done', how: 'interrupted' });
    });
  }

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
    story.skips().thePanelShows({ step: 2, hangUp: { steps: 3, seconds: 15 } });
    story.stepDone().waits(5).stepDone().stepDone().waits(5);
    story.thePanelShows({ asksTo: 'hang-up', hangUp: { steps: 0, seconds: 5 } });
    expect(story.view().guard).toMatchObject({ guarded: true, situation: 'silent-caller' });
  });
});
