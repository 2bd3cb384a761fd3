import { expect, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

test('while no script is up, what holds for every sentence is there to be read', () => {
  const { run, courtesy } = scriptStory().inConversation().view();
  expect(run).toBeNull();
  expect(courtesy.words).toEqual(['您好', '请', '对不起', '谢谢', '再见']);
  expect(courtesy.rules).toContain('先听完，不打断');
});

test('in the words of the agent’s own language', () => {
  const { courtesy } = scriptStory({ context: { language: 'zh-TW' } })
    .inConversation()
    .view();
  expect(courtesy.words).toContain('請');
});
