import { describe, expect, test } from 'vitest';
import { linesOf } from '../../helpers/score-of.ts';
import { scriptStory } from '../../helpers/script-story.ts';

const CALLER = '+86 139 0000 0001';

describe('rings (§1.1)', () => {
  test('held up to the last millisecond of the third ring, missed from the fourth on', () => {
    const inTime = scriptStory().callerRings(CALLER).rings(3).waitsMs(-1).agentAnswers();
    expect(linesOf(inTime, 'rings')).toMatchObject([{ outcome: 'held', points: 10 }]);
    const late = scriptStory().callerRings(CALLER).rings(3).agentAnswers();
    const answeredAt = late.now;
    expect(linesOf(late, 'rings')).toMatchObject([
      { outcome: 'missed', why: 'answered-late', evidence: { at: answeredAt, seq: 3 } },
    ]);
  });

  test('a caller who waits longer and gives up was not answered; one who gives up in time was not missed', () => {
    const missed = scriptStory().callerRings(CALLER).rings(4).callerGivesUp();
    expect(linesOf(missed, 'rings')).toMatchObject([{ outcome: 'missed', why: 'not-answered' }]);
    const gone = scriptStory().callerRings(CALLER).rings(1).callerGivesUp();
    expect(linesOf(gone, 'rings')).toMatchObject([{ outcome: 'not-applicable', why: 'caller-left' }]);
  });

  test('nothing is counted of a call that the agent made, or that somebody else answered', () => {
    const made = scriptStory().agentDials(CALLER).remoteRings().rings(5).remoteAnswers();
    expect(linesOf(made, 'rings')).toMatchObject([{ outcome: 'not-applicable', why: 'outbound' }]);
    const elsewhere = scriptStory().callerRings(CALLER).rings(4).answeredElsewhere();
    expect(linesOf(elsewhere, 'rings')).toMatchObject([{ outcome: 'not-applicable', why: 'no-occasion' }]);
  });
});

describe('greeting (§1.2)', () => {
  test('held once it was said: by a press, or heard on the line', () => {
    const pressed = scriptStory().greeted().callerHangsUp();
    expect(linesOf(pressed, 'greeting')).toMatchObject([{ outcome: 'held', situation: 'greeting' }]);
    const spoken = scriptStory().callerRings(CALLER).rings(1).agentAnswers().waits(1);
    spoken.speaks(5, 'agent').lineFallsSilent(1, 'agent').speaks(3).callerHangsUp();
    expect(linesOf(spoken, 'greeting')).toMatchObject([{ outcome: 'held' }]);
  });

  test('after a late answer it is the greeting with the apology', () => {
    const late = scriptStory().callerRings(CALLER).rings(4).agentAnswers().waits(5).stepDone();
    late.thePanelShows({ script: null }).callerHangsUp();
    expect(linesOf(late, 'greeting')).toMatchObject([{ outcome: 'held', situation: 'late-answer' }]);
  });

  test('a bare 喂 is no greeting', () => {
    const bare = scriptStory().callerRings(CALLER).rings(1).agentAnswers().waits(1);
    bare.speaks(0.5, 'agent').lineFallsSilent(1, 'agent').speaks(20).callerHangsUp();
    expect(linesOf(bare, 'greeting')).toMatchObject([{ outcome: 'missed', why: 'not-said' }]);
  });

  test('skipped is missed', () => {
    const skipped = scriptStory().callerRings(CALLER).rings(1).agentAnswers().waits(1).skips();
    expect(linesOf(skipped.waits(20).callerHangsUp(), 'greeting')).toMatchObject([
      { outcome: 'missed', why: 'step-skipped' },
    ]);
  });

  test('where nobody listened and nothing was pressed, nobody knows', () => {
    const unknown = scriptStory().callerRings(CALLER).rings(1).agentAnswers().waits(60).callerHangsUp();
    expect(linesOf(unknown, 'greeting')).toMatchObject([{ outcome: 'not-applicable', why: 'not-listened' }]);
    const stopped = scriptStory().callerRings(CALLER).rings(1).agentAnswers().waits(1).speaks(1);
    stopped.listeningStops().waits(60).callerHangsUp();
    expect(linesOf(stopped, 'greeting')).toMatchObject([{ outcome: 'not-applicable', why: 'not-listened' }]);
  });

  test('a caller who is gone at once left no time for it', () => {
    const gone = scriptStory().callerRings(CALLER).rings(1).agentAnswers().speaks(1).callerHangsUp();
    expect(linesOf(gone, 'greeting')).toMatchObject([{ outcome: 'not-applicable', why: 'caller-left' }]);
  });
});

describe('name (§1.3)', () => {
  test('held when it was asked, written down and spoken', () => {
    const story = scriptStory().inConversation().lineFallsSilent(1).picks('ask-name').waits(2).stepDone();
    story.waits(3).names('王', 'ms').waits(2).stepDone().waits(20).picks('goodbye').waits(4).stepDone();
    expect(linesOf(story.callerHangsUp(), 'name')).toMatchObject([
      { outcome: 'held', situation: 'ask-name' },
    ]);
  });

  test('missed when nobody asked in a talk', () => {
    const story = scriptStory().inConversation().waits(30).callerHangsUp();
    expect(linesOf(story, 'name')).toMatchObject([{ outcome: 'missed', why: 'not-asked' }]);
  });

  test('a name without its title cannot be said', () => {
    const story = scriptStory().inConversation().names('王').waits(30).callerHangsUp();
    expect(linesOf(story, 'name')).toMatchObject([{ outcome: 'missed', why: 'title-unknown' }]);
  });

  test('a sentence with the name that is skipped passes over a known name', () => {
    const story = scriptStory().inConversation().names('王', 'mr').waits(5).picks('goodbye').skips();
    expect(linesOf(story.waits(1).callerHangsUp(), 'name')).toMatchObject([
      { outcome: 'missed', why: 'name-not-used', situation: 'goodbye' },
    ]);
  });

  test('a caller who was asked and did not say it, a short call and a harasser are no occasion', () => {
    const refused = scriptStory().inConversation().picks('ask-name').waits(2).stepDone().waits(30);
    expect(linesOf(refused.callerHangsUp(), 'name')).toMatchObject([{ why: 'not-given' }]);
    const short = scriptStory().inConversation().callerHangsUp();
    expect(linesOf(short, 'name')).toMatchObject([{ outcome: 'not-applicable', why: 'no-occasion' }]);
    for (const situation of ['harassment', 'abuse', 'noisy-line']) {
      const story = scriptStory().inConversation().picks(situation).waits(40).callerHangsUp();
      expect(linesOf(story, 'name')).toMatchObject([{ outcome: 'not-applicable', why: 'no-occasion' }]);
    }
  });
});
