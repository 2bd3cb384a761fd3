import { describe, expect, test } from 'vitest';
import { linesOf } from '../../helpers/score-of.ts';
import { scriptStory } from '../../helpers/script-story.ts';

const WAITS = [
  ['hold', 'agentHolds', 'agentResumes'],
  ['mute', 'agentMutes', 'agentUnmutes'],
] as const;

describe('consent (§2.30)', () => {
  for (const [of, begins, ends] of WAITS) {
    test(`${of}: held after the caller agreed`, () => {
      const story = scriptStory().inConversation().presses(of).waits(4).stepDone().chooses('agrees');
      story.waits(1).stepDone().presses(of).waits(20)[ends]().waits(4).stepDone().callerHangsUp();
      expect(linesOf(story, 'consent')).toMatchObject([{ outcome: 'held', situation: 'please-wait' }]);
    });

    test(`${of}: held when the second press came after the question`, () => {
      const story = scriptStory().inConversation().presses(of).waits(6).presses(of).waits(20)[ends]();
      expect(linesOf(story.callerHangsUp(), 'consent')).toMatchObject([{ outcome: 'held' }]);
    });

    test(`${of}: missed without a question, and where two presses left no time for one`, () => {
      const unasked = scriptStory().inConversation()[begins]().waits(20)[ends]().callerHangsUp();
      expect(linesOf(unasked, 'consent')).toMatchObject([{ outcome: 'missed', why: 'not-asked' }]);
      const hurried = scriptStory().inConversation().presses(of).waitsMs(300).presses(of).waits(20)[ends]();
      expect(linesOf(hurried.callerHangsUp(), 'consent')).toMatchObject([{ outcome: 'missed' }]);
    });

    test(`${of}: missed when the caller refused`, () => {
      const story = scriptStory().inConversation().presses(of).waits(4).stepDone().chooses('declines');
      story.waits(1)[begins]().waits(20)[ends]().callerHangsUp();
      expect(linesOf(story, 'consent')).toMatchObject([{ outcome: 'missed', why: 'refused' }]);
    });
  }

  test('a cough needs none, and every wait is judged', () => {
    const cough = scriptStory().inConversation().agentMutes().waits(2).agentUnmutes().callerHangsUp();
    expect(linesOf(cough, 'consent')).toMatchObject([{ outcome: 'not-applicable', why: 'no-occasion' }]);
    const twice = scriptStory().inConversation().agentHolds().waits(9).agentResumes().waits(3);
    twice.agentMutes().waits(9).agentUnmutes().callerHangsUp();
    expect(linesOf(twice, 'consent')).toHaveLength(2);
  });
});

describe('prohibitions (§1.4, §2.31, §2.32)', () => {
  const back = () =>
    scriptStory().inConversation().presses('hold').waits(6).presses('hold').waits(20).agentResumes();

  test('thanks for the wait: held when said, missed when the agent comes back without a word', () => {
    expect(linesOf(back().waits(4).stepDone().callerHangsUp(), 'prohibitions')).toMatchObject([
      { outcome: 'held', situation: 'back-from-wait' },
      { outcome: 'held', situation: null },
    ]);
    expect(linesOf(back().waits(9).callerHangsUp(), 'prohibitions')).toMatchObject([
      { outcome: 'missed', why: 'silent-return' },
      { outcome: 'held' },
    ]);
  });

  test('a caller left on hold past the warning is a long wait', () => {
    const story = scriptStory().inConversation().presses('hold').waits(6).presses('hold').waits(90);
    story.agentResumes().waits(4).stepDone().callerHangsUp();
    const whys = linesOf(story, 'prohibitions').map((line) =>
      line.outcome === 'missed' ? line.why : 'held',
    );
    expect(whys).toContain('long-wait');
  });

  test('one overlap is a short response, two are interruptions; the caller may interrupt the agent', () => {
    const overlaps = (times: number, first: 'agent' | 'remote') => {
      const story = scriptStory().inConversation();
      for (let time = 0; time < times; time += 1) {
        const second = first === 'agent' ? 'remote' : 'agent';
        story.speaks(2, first).speaks(1, second).hears({ type: 'both-talking-began', confidence: 1 });
        story.waits(1).lineFallsSilent(1, 'remote').lineFallsSilent(1, 'agent');
      }
      return linesOf(story.callerHangsUp(), 'prohibitions');
    };
    expect(overlaps(1, 'remote')).toMatchObject([{ outcome: 'held' }]);
    expect(overlaps(2, 'remote')).toMatchObject([{ outcome: 'missed', why: 'interrupting' }]);
    expect(overlaps(3, 'agent')).toMatchObject([{ outcome: 'held' }]);
  });

  test('where nobody listened, nothing is known of interruptions', () => {
    const story = scriptStory().greeted().waits(30).callerHangsUp();
    expect(linesOf(story, 'prohibitions')).toMatchObject([
      { outcome: 'not-applicable', why: 'not-listened' },
    ]);
  });
});
