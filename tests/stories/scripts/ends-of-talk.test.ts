import { describe, expect, test } from 'vitest';
import { hotlinePack } from '../../helpers/hotline-pack.ts';
import { type ScriptStory, scriptStory } from '../../helpers/script-story.ts';

const agentSays = (story: ScriptStory, seconds: number) =>
  story.speaks(seconds, 'agent').lineFallsSilent(0, 'agent');
const callerSays = (story: ScriptStory, seconds: number) => story.speaks(seconds).lineFallsSilent(0);
const talk = () => scriptStory().inConversation().lineFallsSilent(0).dismisses('ask-name');

describe('a goodbye was said', () => {
  test('not by a short word to which the caller answers', () => {
    const story = callerSays(agentSays(talk().picks('goodbye'), 1), 4);
    expect(story.view().phase).toBe('talking');
    story.thePanelShows({ script: 'goodbye', says: ['再见'] });
  });

  test('not by several short words between which the caller speaks on', () => {
    const story = talk().picks('goodbye');
    for (let turn = 0; turn < 5; turn += 1) callerSays(agentSays(story, 1), 6);
    story.thePanelShows({ script: 'goodbye', says: ['再见'] });
    agentSays(story, 5);
    expect(story.view().phase).toBe('after-goodbye');
  });

  test('by its sentence, though the caller murmurs meanwhile', () => {
    const story = talk().picks('goodbye').speaks(2, 'agent');
    callerSays(story, 0.5).waits(2).lineFallsSilent(0, 'agent');
    expect(callerSays(story, 1).view().phase).toBe('after-goodbye');
  });

  test.each([
    ['wrong-number', 0.8],
    ['private-call', 0.3],
  ] as const)('not by a short word in %s either', (id, seconds) => {
    const story = talk().picks(id).stepDone();
    const option = story.view().run?.options.find(({ id: of }) => of === 'yes');
    expect(option).toBeDefined();
    story.chooses('yes');
    callerSays(agentSays(story, seconds), 3);
    expect(story.view().phase).toBe('talking');
  });
});

describe('on a hotline for complaints', () => {
  const complaints = () => {
    const shipped = hotlinePack();
    const [first, ...others] = shipped.hotlines ?? [];
    if (first === undefined) throw new Error('the pack of this test has hotlines');
    return { ...shipped, hotlines: [{ ...first, first: ['complaint-intake'] }, ...others] };
  };
  const startsAt = Date.parse('2027-01-01T10:00:00+08:00');
  const goodbye = (number: string) =>
    scriptStory({ pack: complaints(), startsAt })
      .callerRings('+8613900000001', { calledNumbers: [number] })
      .waits(2)
      .agentAnswers()
      .picks('goodbye')
      .view().run?.text ?? '';

  test('nobody is wished a happy festival, and the goodbye still invites', () => {
    expect(goodbye('4001003000')).toContain('快乐');
    expect(goodbye('4001002000')).not.toContain('快乐');
    expect(goodbye('4001002000')).toContain('随时再打给我们');
  });
});
