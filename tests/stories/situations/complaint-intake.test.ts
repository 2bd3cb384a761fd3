import { describe, expect, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

const WARNS = ['不打断', '不辩解', '不质疑'];

describe('complaint-intake (§2.19)', () => {
  test('a contact that the agent calls a complaint brings it, until it is called something else', () => {
    const story = scriptStory().inConversation().choosesFamily('complaint');
    expect(story.view().suggestions[0]).toMatchObject({
      situation: 'complaint-intake',
      reason: { kind: 'category', category: 'complaint' },
    });
    story.choosesFamily('query');
    expect(story.view().suggestions.map(({ situation }) => situation)).not.toContain('complaint-intake');
  });

  const toTheApology = () =>
    scriptStory({ context: { values: { matter: '空调送货晚了三天' } } })
      .inConversation()
      .names('王', 'mr')
      .picks('complaint-intake')
      .thePanelShows({
        asksTo: 'listen',
        says: ['嗯', '我理解'],
        warns: WARNS,
        hangUp: { steps: 3, seconds: 0, callerFirst: true },
      })
      .speaks(20)
      .stepDone()
      .thePanelShows({ says: ['嗯', '请继续说'] })
      .stepDone()
      .thePanelShows({ says: ['王先生', '您说的是', '空调送货晚了三天', '对吗'], warns: WARNS })
      .stepDone()
      .thePanelShows({ asksTo: 'note' })
      .stepDone()
      .thePanelShows({ says: ['道歉'], hangUp: { steps: 1, seconds: 0, callerFirst: true } })
      .stepDone()
      .thePanelShows({ choices: ['now', 'later', 'unfounded'], hangUp: 'caller-first' });

  test('listens, restates, apologises, solves and thanks', () => {
    toTheApology()
      .chooses('now')
      .thePanelShows({ says: ['处理'] })
      .stepDone()
      .thePanelShows({ says: ['谢谢'] })
      .stepDone()
      .thePanelShows({ script: null });
  });

  test('what has to be passed on goes on with the promise of an answer', () => {
    toTheApology()
      .chooses('later')
      .thePanelShows({ script: 'cannot-answer-complaint', says: ['王先生', '谢谢'] });
  });

  test('what is not founded goes on without a refusal', () => {
    toTheApology().chooses('unfounded').thePanelShows({ script: 'unfounded' });
  });

  test('a caller who speaks on does not push the script away', () => {
    scriptStory()
      .inConversation()
      .picks('complaint-intake')
      .speaks(30)
      .lineFallsSilent(20)
      .thePanelShows({ script: 'complaint-intake', step: 1 });
  });

  test('the techniques stand beside it', () => {
    scriptStory()
      .inConversation()
      .picks('complaint-intake')
      .thePanelShows({
        techniques: ['order-of-work', 'apologise-for-experience', 'silent-wait', 'never-list'],
      });
  });
});
