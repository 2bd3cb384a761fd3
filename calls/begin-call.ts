import type { CallEvent } from './call-event.ts';
import { applied, type CallVerdict } from './call-verdict.ts';
import { NOTHING_SIGNALLED, signalledOf } from './signalled.ts';

/** The first event of a call. */
export function beginCall(event: CallEvent): CallVerdict {
  if (event.type === 'turned-away') return turnedAway(event);
  if (event.type !== 'ringing' && event.type !== 'dialling') {
    return { verdict: 'impossible', why: `${event.type} for a call that never began` };
  }
  const { call: id, remoteParty, at: startedAt } = event;
  const identity = { id, remoteParty, originalTarget: null, startedAt };
  if (event.type === 'ringing' && event.mediaOnly === true) {
    const answering = { state: 'answering', answeringSince: startedAt, by: 'agent' } as const;
    return applied({ ...identity, ...signalledOf(event), direction: 'inbound', ...answering });
  }
  return event.type === 'ringing'
    ? applied({ ...identity, ...signalledOf(event), direction: 'inbound', state: 'ringing' })
    : applied({
        ...identity,
        ...NOTHING_SIGNALLED,
        ...watchedOf(event),
        direction: 'outbound',
        state: 'dialling',
      });
}

function turnedAway(event: CallEvent & { type: 'turned-away' }): CallVerdict {
  const { call: id, at, remoteParty, queuedMs, sipStatus, why } = event;
  return applied({
    ...{ id, remoteParty, originalTarget: null, queuedMs, startedAt: at, endedAt: at },
    direction: 'inbound',
    state: 'ended',
    answeredAt: null,
    end: { how: 'turned-away', sipStatus, ...(why === 'blocked' && { blocked: true }) },
  });
}

function watchedOf({ watchOnly }: { readonly watchOnly?: true }): { readonly watchOnly?: true } {
  return watchOnly === undefined ? {} : { watchOnly };
}
