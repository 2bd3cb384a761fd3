import { describe, expect, it } from 'vitest';
import { replayPhone } from '../../calls/fold-phone.ts';
import { pressWait } from '../../rules/call/press-wait.ts';
import { callStory } from '../helpers/call-story.ts';

const talking = () => callStory().callerRings('13900001234').agentAnswers();

function pressed(of: 'hold' | 'mute', story: ReturnType<typeof talking>, asksFirst: boolean) {
  const call = replayPhone(story.journal()).calls[0];
  if (call === undefined) throw new Error('no call');
  return pressWait(of, call, asksFirst, story.now);
}

describe.each(['hold', 'mute'] as const)('one press on %s', (of) => {
  it('asks the caller where the rules say so', () => {
    expect(pressed(of, talking(), true)).toMatchObject({ does: 'ask', event: { type: 'wait-asked', of } });
  });

  it('lets the caller wait otherwise', () => {
    expect(pressed(of, talking(), false)).toMatchObject({ does: 'command', command: { type: of } });
  });
});
