import { describe, expect, test } from 'vitest';
import type { PromisedCall } from '../../../calls/vocabulary/number-status.ts';
import { foldRules } from '../../../rules/call/fold-rules.ts';
import { NO_RULES } from '../../../rules/call/rules-state.ts';
import { neededFields } from '../../../rules/follow-ups/asked-fields.ts';
import { pack } from '../../../scripts/pack.yaml';
import { BEIJING, type ScriptStory, scriptStory } from '../../helpers/script-story.ts';

function factsOf(story: ScriptStory) {
  let state = NO_RULES;
  for (const entry of story.keptJournal()) state = foldRules(state, entry, pack, BEIJING);
  const facts = state.calls.at(-1)?.facts;
  if (facts === undefined) throw new Error('no call');
  return facts;
}

/** A call-back up to the question whether it is the customer. */
const called = (promised: readonly PromisedCall[] = []) =>
  scriptStory()
    .agentDials('+86 139 0000 0009')
    .numberIs([], promised)
    .names('赵', 'mr')
    .waits(9)
    .remoteAnswers()
    .picks('call-back')
    .waits(2)
    .stepDone()
    .waits(2)
    .stepDone();
/** Up to the question whether it is a good time. */
const asked = (promised: readonly PromisedCall[] = []) => called(promised).chooses('yes').waits(2).stepDone();

describe('a customer who wants to be called at another time', () => {
  test('is to be called then, also if nobody had planned this call', () => {
    const story = asked().chooses('no').waits(2);
    const saidAt = story.now;
    story.stepDone().waits(3).callerHangsUp();
    expect(story.leaves()).toMatchObject([{ what: 'call-back', due: 'agreed' }]);
    expect(story.leaves()[0]?.saidAt).toBeLessThanOrEqual(saidAt);
  });

  test('also if the customer hangs up at that sentence', () => {
    const story = asked().chooses('no').waits(1).callerHangsUp();
    expect(story.leaves()).toMatchObject([{ what: 'call-back', due: 'agreed' }]);
  });

  test('who is not there is called when somebody said', () => {
    const story = called().chooses('no').waits(2).stepDone().callerHangsUp();
    expect(story.leaves()).toMatchObject([{ what: 'call-back', due: 'agreed' }]);
  });

  test('leaves no second one beside the planned one, which gets the new time', () => {
    expect(asked(['call-back']).chooses('no').waits(2).stepDone().callerHangsUp().leaves()).toEqual([]);
    expect(called(['call-back']).chooses('no').waits(2).stepDone().callerHangsUp().leaves()).toEqual([]);
  });

  test('and then has time after all leaves nothing of it', () => {
    const story = asked().chooses('no').waits(1).goesBack().chooses('yes').waits(2).stepDone();
    expect(story.chooses('yes').callerHangsUp().leaves()).toEqual([]);
  });

  test('is not asked how satisfied they are, and the note needs nothing of it', () => {
    const fields = (story: ScriptStory) => neededFields(factsOf(story), pack);
    const putOff = asked().chooses('no').waits(2).stepDone().callerHangsUp();
    expect(fields(putOff)).toEqual([]);
    const answered = asked().chooses('yes').waits(2).stepDone().chooses('no').waits(2).stepDone();
    expect(fields(answered.callerHangsUp())).toContain('why-not-satisfied');
  });

  test('who is not satisfied leaves the order, and no call-back', () => {
    const story = asked().chooses('yes').waits(2).stepDone().chooses('no').waits(2).stepDone();
    expect(story.callerHangsUp().leaves()).toMatchObject([{ what: 'work-order', kind: 'follow-up' }]);
  });
});
