import { expect, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

test('each call has its own script, name and debts; the panel follows the one with the floor', () => {
  const story = scriptStory().inConversation().names('王', 'ms').picks('complaint-intake').stepDone();
  story
    .onCall('call-2')
    .callerRings('+86 139 0000 0002')
    .thePanelShows({ script: 'complaint-intake', step: 2 });
  story.onCall('call-1').agentHolds().onCall('call-2').agentAnswers();
  story
    .thePanelShows({ script: 'greeting' })
    .stepDone()
    .picks('goodbye')
    .thePanelShows({ says: ['感谢'], saysNot: ['王'] });
  story.callerHangsUp().onCall('call-1');
  expect(story.view().call).toBe('call-1');
  story
    .waits(3)
    .agentResumes()
    .thePanelShows({ script: 'back-from-wait', says: ['王女士', '久等'] });
  story.stepDone().thePanelShows({ script: 'complaint-intake', step: 2 });
});

test('a wait that runs out on the call that is parked is journaled all the same', () => {
  const story = scriptStory().greeted().picks('silent-caller').stepDone().waits(1);
  story.onCall('call-2').callerRings('+86 139 0000 0002').waits(10);
  expect(story.keptJournal().map(({ event }) => event)).toContainEqual(
    expect.objectContaining({ type: 'step-done', call: 'call-1', how: 'waited', at: story.now - 6000 }),
  );
});

test('what a call left due a while ago is history and is not journaled again', () => {
  const story = scriptStory().callerRings('+86 139 0000 0001').agentAnswers().callerHangsUp().waits(61);
  expect(story.keptJournal().filter(({ source }) => source === 'host')).toHaveLength(1);
  expect(story.view().run).toBeNull();
});
