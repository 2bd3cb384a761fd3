import { describe, expect, test } from 'vitest';
import { linesOf } from '../../helpers/score-of.ts';
import { scriptStory } from '../../helpers/script-story.ts';

const silentCaller = () => scriptStory().greeted().lineFallsSilent(6).takesSuggestion('silent-caller');

describe('script (§2)', () => {
  test('what a practice caller needed was used, or not; of a real call nobody knows', () => {
    const story = scriptStory()
      .inConversation()
      .picks('complaint-intake')
      .waits(5)
      .stepDone()
      .callerHangsUp();
    const expected = ['complaint-intake', 'complaint-close'];
    expect(linesOf(story, 'script', { expected })).toMatchObject([
      { situation: 'complaint-intake', outcome: 'held' },
      { situation: 'complaint-close', outcome: 'missed', why: 'not-used' },
    ]);
    expect(linesOf(story, 'script')).toMatchObject([{ outcome: 'not-applicable', why: 'not-known' }]);
  });

  test('a script that was only opened was not used', () => {
    const story = scriptStory().inConversation().picks('complaint-intake').closesScript().callerHangsUp();
    expect(linesOf(story, 'script', { expected: ['complaint-intake'] })).toMatchObject([
      { outcome: 'missed' },
    ]);
  });
});

describe('steps (§2)', () => {
  test('held when the script was followed', () => {
    const story = silentCaller();
    for (let step = 0; step < 3; step += 1) story.stepDone().waits(5);
    expect(linesOf(story.agentMayHangUp(), 'steps')).toMatchObject([
      { situation: 'silent-caller', outcome: 'held' },
    ]);
  });

  test('a mandatory step that was skipped is missed, and named', () => {
    const story = scriptStory().inConversation().picks('complaint-intake').waits(9).skips();
    const { seq } = story.keptJournal().at(-1) ?? { seq: 0 };
    story.waits(2).stepDone().waits(4).stepDone().callerHangsUp();
    expect(linesOf(story, 'steps')).toMatchObject([
      { situation: 'complaint-intake', outcome: 'missed', why: 'step-skipped', evidence: { seq } },
    ]);
  });

  test('a step that was skipped and then done after all is held', () => {
    const story = scriptStory().inConversation().picks('complaint-intake').waits(9).skips().goesBack();
    story.waits(9).stepDone().callerHangsUp();
    expect(linesOf(story, 'steps')).toMatchObject([{ outcome: 'held' }]);
  });

  test('hung up in the middle, or closed in the middle, is left early', () => {
    const hungUp = silentCaller().stepDone().waits(5).agentHangsUp();
    expect(linesOf(hungUp, 'steps')).toMatchObject([{ outcome: 'missed', why: 'left-early' }]);
    const closed = silentCaller().stepDone().waits(5).closesScript().callerHangsUp();
    expect(linesOf(closed, 'steps')).toMatchObject([{ outcome: 'missed', why: 'left-early' }]);
  });

  test('opened by mistake, or left for what the caller says next, asks for nothing', () => {
    const closed = scriptStory().inConversation().picks('complaint-intake').closesScript().callerHangsUp();
    expect(linesOf(closed, 'steps')).toMatchObject([{ outcome: 'not-applicable', why: 'talk-turned' }]);
    const turned = scriptStory().inConversation().picks('complaint-intake').picks('suggestion');
    turned.waits(3).stepDone().callerHangsUp();
    expect(linesOf(turned, 'steps')).toMatchObject([
      { situation: 'complaint-intake', outcome: 'not-applicable', why: 'talk-turned' },
      { situation: 'suggestion', outcome: 'held' },
    ]);
    const repeated = scriptStory().inConversation().picks('complaint-intake').picks('please-repeat');
    repeated.waits(3).stepDone().callerHangsUp();
    expect(linesOf(repeated, 'steps')).toMatchObject([
      { situation: 'complaint-intake', outcome: 'not-applicable', why: 'caller-left' },
      { situation: 'please-repeat', outcome: 'held' },
    ]);
  });

  test('a caller who speaks ends the script for a silent one: held', () => {
    const story = silentCaller().stepDone().waits(2).speaks(3).callerHangsUp();
    expect(linesOf(story, 'steps')).toMatchObject([{ situation: 'silent-caller', outcome: 'held' }]);
  });

  test('one line for each script, and the worst of its uses', () => {
    const story = scriptStory().inConversation().picks('complaint-intake').waits(9).skips().waits(2);
    story.restarts().waits(9).stepDone().callerHangsUp();
    expect(linesOf(story, 'steps')).toHaveLength(1);
    expect(linesOf(story, 'steps')).toMatchObject([{ outcome: 'missed', why: 'step-skipped' }]);
  });
});

describe('waits (§2)', () => {
  test('held when every pause ran out, or the caller ended it', () => {
    const story = silentCaller();
    for (let step = 0; step < 3; step += 1) story.stepDone().waits(5);
    expect(linesOf(story.agentMayHangUp(), 'waits')).toMatchObject([
      { situation: 'silent-caller', outcome: 'held' },
    ]);
    const spoke = silentCaller().stepDone().waits(1).speaks(2).callerHangsUp();
    expect(linesOf(spoke, 'waits')).toMatchObject([{ outcome: 'held' }]);
  });

  test('cut short by a skip or by the hang-up is missed', () => {
    const skipped = silentCaller().stepDone().waits(2).skips().callerHangsUp();
    expect(linesOf(skipped, 'waits')).toMatchObject([{ outcome: 'missed', why: 'wait-cut-short' }]);
    const hungUp = silentCaller().stepDone().waits(2).agentHangsUp();
    expect(linesOf(hungUp, 'waits')).toMatchObject([{ outcome: 'missed', why: 'wait-cut-short' }]);
  });

  test('a caller who hangs up in the pause ends it for both; no pause is no occasion', () => {
    const left = silentCaller().stepDone().waits(2).callerHangsUp();
    expect(linesOf(left, 'waits')).toMatchObject([{ outcome: 'not-applicable', why: 'caller-left' }]);
    const none = scriptStory().inConversation().callerHangsUp();
    expect(linesOf(none, 'waits')).toMatchObject([{ outcome: 'not-applicable', why: 'no-occasion' }]);
  });
});
