import { describe, expect, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

describe('impossible-request (§2.40)', () => {
  const offered = () =>
    scriptStory()
      .inConversation()
      .picks('impossible-request')
      .thePanelShows({ says: ['抱歉', '超出'], warns: ['生硬'], hangUp: 'caller-first' })
      .stepDone()
      .thePanelShows({ says: ['能为您做的'] })
      .stepDone();

  test('what can be done instead is agreed on, and passed on', () => {
    const story = offered().chooses('yes').thePanelShows({ asksTo: 'note' }).stepDone();
    story.thePanelShows({ script: null, hangUp: 'caller-first' });
    expect(story.lineLost().leaves()).toMatchObject([{ what: 'work-order', kind: 'suggestion' }]);
  });

  test('not wanted: nothing is left', () => {
    const story = offered().chooses('no').thePanelShows({ script: null });
    expect(story.callerHangsUp().leaves()).toEqual([]);
  });
});
