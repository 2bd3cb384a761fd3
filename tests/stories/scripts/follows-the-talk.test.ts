import { describe, expect, test } from 'vitest';
import { type ScriptStory, scriptStory } from '../../helpers/script-story.ts';

/** The agent speaks for so long, then pauses. */
const says = (story: ScriptStory, seconds: number) =>
  story.speaks(seconds, 'agent').lineFallsSilent(0, 'agent');

const answered = () => scriptStory().callerRings('+86 139 0000 0001').waits(2).agentAnswers();

describe('what is said aloud takes its step', () => {
  test('the greeting and the goodbye complete themselves', () => {
    const story = says(answered(), 6).thePanelShows({ script: null });
    expect(story.view().phase).toBe('greeted');
    says(story.speaks(4).lineFallsSilent(0).picks('goodbye'), 5);
    story.thePanelShows({ script: 'goodbye', asksTo: 'let-caller-hang-up' });
    expect(story.view().phase).toBe('after-goodbye');
  });

  test('a first word is not the sentence', () => {
    says(answered(), 0.8).thePanelShows({ script: 'greeting' });
  });

  test('the caller’s reply shows that it was said', () => {
    const story = says(answered(), 0.8).waits(1).speaks(3);
    story.thePanelShows({ script: null });
  });

  test('the caller’s words alone take no step of the agent', () => {
    answered().speaks(3).lineFallsSilent(1).thePanelShows({ script: 'greeting', step: 1 });
  });

  test('two sentences in one breath take two steps', () => {
    const story = () => scriptStory().inConversation().lineFallsSilent(0).picks('slow-answer-complaint');
    says(story(), 3).thePanelShows({ script: 'slow-answer-complaint', step: 2 });
    says(story(), 6).thePanelShows({ script: null });
  });

  test('a sentence in the same breath as the one before begins its wait', () => {
    const story = scriptStory().inConversation().picks('caller-stays-on').stepDone().chooses('silent');
    says(story, 6).thePanelShows({ waits: 5 }).waits(5).thePanelShows({ hangUp: 'free' });
  });

  test('listening is over when the agent says the next sentence, not with a short response', () => {
    const story = scriptStory().inConversation().picks('complaint-intake');
    says(story, 0.4).thePanelShows({ asksTo: 'listen' });
    says(story.waits(20), 3).thePanelShows({ step: 3, says: ['您说的是'] });
  });

  test('how to speak needs no press: the sentence after it is said', () => {
    says(scriptStory().inConversation().picks('quiet-caller'), 5).thePanelShows({ choices: ['yes', 'no'] });
  });

  test('words behind the mute are for somebody else', () => {
    const story = scriptStory().inConversation().picks('complaint-intake').stepDone().agentMutes();
    says(story, 8).thePanelShows({ script: 'complaint-intake', step: 2 });
  });

  test('a step for the telephone waits for the telephone', () => {
    const story = scriptStory().inConversation().picks('cannot-answer-query').stepDone().stepDone();
    story.names('王', 'ms');
    says(story, 6).thePanelShows({ asksTo: 'work-order' });
    says(story, 9).thePanelShows({ asksTo: 'work-order' });
  });
});

describe('nobody asks for what is known', () => {
  test('a known name passes the steps that ask for it', () => {
    scriptStory()
      .inConversation()
      .names('王', 'ms')
      .picks('cannot-answer-query')
      .stepDone()
      .stepDone()
      .thePanelShows({ says: ['主管', '回电'] });
    scriptStory()
      .inConversation()
      .picks('ask-name')
      .names('王', 'ms')
      .thePanelShows({ says: ['王女士'], step: 3 });
  });

  test('the caller’s own number is read back, not asked for', () => {
    scriptStory()
      .inConversation()
      .picks('cannot-answer-query')
      .thePanelShows({ says: ['现在这个电话'] });
    scriptStory()
      .inConversation('anonymous')
      .picks('cannot-answer-query')
      .thePanelShows({ says: ['是多少'] });
  });
});

describe('goodbyes count wherever they are said', () => {
  const said: Readonly<Record<string, () => ScriptStory>> = {
    'wrong-number, no place': () => talk().picks('wrong-number').stepDone().chooses('no').stepDone(),
    'wrong-number, a place': () => talk().picks('wrong-number').stepDone().chooses('yes').stepDone(),
    'private-call': () => talk().picks('private-call').stepDone().chooses('yes').stepDone(),
    'system-down': () => talk().picks('system-down').stepDone().chooses('later').stepDone(),
    goodbye: () => talk().picks('goodbye').stepDone(),
  };
  const talk = () => scriptStory().inConversation().dismisses('ask-name').lineFallsSilent(0);

  for (const [where, story] of Object.entries(said)) {
    test(`${where}: the caller who stays on is asked once more`, () => {
      const after = story();
      expect(after.view().phase).toBe('after-goodbye');
      after.waits(5).thePanelShows({ offers: ['caller-stays-on'] });
    });
  }
});
