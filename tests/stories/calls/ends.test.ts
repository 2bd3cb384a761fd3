import { expect, test } from 'vitest';
import { isMissed } from '../../../calls/call-end.ts';
import { findCall, replayPhone } from '../../../calls/fold-phone.ts';
import { type CallStory, callStory } from '../../helpers/call-story.ts';

const ringing = () => callStory().callerRings('+8613900000001').untilRing(2);
const talking = () => ringing().agentAnswers().speaks(20);

function ended(story: CallStory) {
  const call = findCall(replayPhone(story.journal()), story.call);
  if (call?.state !== 'ended') throw new Error(`${call?.state}`);
  return { ...call.end, missed: isMissed(call.end), answered: call.answeredAt !== null };
}

test('the caller gives up: missed', () => {
  expect(ended(ringing().callerGivesUp())).toEqual({ how: 'given-up', missed: true, answered: false });
});

test('a colleague takes it: not missed', () => {
  expect(ended(ringing().answeredElsewhere())).toEqual({
    how: 'answered-elsewhere',
    missed: false,
    answered: false,
  });
});

test('the agent refuses it: not missed, and the status is kept', () => {
  expect(ended(ringing().agentRejects(603))).toMatchObject({
    how: 'rejected',
    sipStatus: 603,
    missed: false,
  });
});

test('the caller hangs up, or the agent does: it is known who', () => {
  expect(ended(talking().callerHangsUp())).toMatchObject({
    how: 'hung-up',
    by: 'remote-party',
    answered: true,
  });
  expect(ended(talking().agentHangsUp())).toMatchObject({ how: 'hung-up', by: 'agent', answered: true });
});

test('the line is lost in a call: nobody hung up, and the call was answered', () => {
  expect(ended(talking().lineLost())).toMatchObject({
    how: 'broken',
    cause: 'connection-lost',
    answered: true,
  });
});

test('a source that calls it failed changes nothing: what was answered never reads as not reached', () => {
  const failed = { how: 'failed', cause: 'media-lost', sipStatus: null } as const;
  expect(ended(talking().ends(failed))).toMatchObject({ how: 'broken', answered: true });
});

test('the line is lost at the ring: nothing was answered, and nothing broke off', () => {
  expect(ended(ringing().lineLost())).toMatchObject({ how: 'failed', answered: false, missed: false });
});

test('the registration is lost in a call: the call goes on', () => {
  const story = talking().losesRegistration('network').waits(30);
  const phone = replayPhone(story.journal());
  expect(findCall(phone, story.call)?.state).toBe('established');
  expect(phone.registration).toMatchObject({ state: 'lost', cause: 'network' });
});

test('a call is handed over: it ends as transferred; a handover that fails brings it back', () => {
  const transferring = () => talking().agentTransfersTo('8001');
  expect(ended(transferring().ends({ how: 'transferred', target: '8001' }))).toMatchObject({
    how: 'transferred',
  });
  const back = transferring().transferFails(486);
  expect(findCall(replayPhone(back.journal()), back.call)).toMatchObject({
    state: 'established',
    transfer: { state: 'failed', target: '8001', sipStatus: 486 },
  });
});
