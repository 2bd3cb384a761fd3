import type { Call, EndedCall, EstablishedCall } from './call.ts';
import type { CallEnd } from './call-end.ts';
import type { CallEvent, Instant } from './call-event.ts';
import { isSameParty } from './remote-party.ts';
import type { HoldOriginator } from './vocabulary/hold-originator.ts';

/**
 * What an event did to a call. `repeat`: already known, because a second window or source reported
 * it too. `impossible`: cannot happen in this state; it is logged. Neither changes anything.
 */
export type CallVerdict =
  | { readonly verdict: 'applied'; readonly call: Call }
  | { readonly verdict: 'repeat' }
  | { readonly verdict: 'impossible'; readonly why: string };

const REPEAT: CallVerdict = { verdict: 'repeat' };

/**
 * One event on one call, or on no call yet (`undefined`). Pure; times come from the event. Events
 * come in their order: where a clock was set back in between, the later event is not earlier.
 */
export function foldCall(call: Call | undefined, event: CallEvent): CallVerdict {
  if (call === undefined) return begin(event);
  const latest = latestTimeOf(call);
  return event.at < latest ? foldInOrder(call, { ...event, at: latest }) : foldInOrder(call, event);
}

function foldInOrder(call: Call, event: CallEvent): CallVerdict {
  switch (event.type) {
    case 'turned-away':
      return call.state === 'ended' ? REPEAT : impossible(call, event);
    case 'ringing':
      return call.direction === 'inbound' ? REPEAT : impossible(call, event);
    case 'dialling':
      return call.direction === 'outbound' ? REPEAT : impossible(call, event);
    case 'diverted':
      return divert(call, event);
    case 'remote-party-changed':
      return changeParty(call, event);
    case 'remote-ringing':
      return remoteRinging(call, event);
    case 'answering':
      return answering(call, event);
    case 'answered':
      return answered(call, event);
    case 'ended':
      return end(call, event);
    case 'held':
      return hold(call, event, event.holdOriginator, event.at);
    case 'resumed':
      return hold(call, event, event.holdOriginator, null);
    case 'muted':
      return mute(call, event, event.at);
    case 'unmuted':
      return mute(call, event, null);
    case 'transfer-started':
    case 'transfer-failed':
      return transfer(call, event);
  }
}

/** The latest time that the call knows of. */
function latestTimeOf(call: Call): Instant {
  switch (call.state) {
    case 'ringing':
    case 'dialling':
      return call.startedAt;
    case 'answering':
      return call.answeringSince;
    case 'remote-ringing':
      return call.remoteRingingSince;
    case 'established': {
      const { answeredAt, hold, mutedSince } = call;
      return Math.max(
        answeredAt,
        hold.local ?? answeredAt,
        hold.remote ?? answeredAt,
        mutedSince ?? answeredAt,
      );
    }
    case 'ended':
      return call.endedAt;
  }
}

function begin(event: CallEvent): CallVerdict {
  if (event.type === 'turned-away') return turnedAway(event);
  if (event.type !== 'ringing' && event.type !== 'dialling') {
    return { verdict: 'impossible', why: `${event.type} for a call that never began` };
  }
  const { call: id, remoteParty, at: startedAt } = event;
  const identity = { id, remoteParty, originalTarget: null, startedAt };
  return event.type === 'ringing'
    ? applied({
        ...identity,
        ...calledOf(event),
        direction: 'inbound',
        queuedMs: event.queuedMs,
        state: 'ringing',
      })
    : applied({ ...identity, direction: 'outbound', queuedMs: null, state: 'dialling' });
}

function turnedAway(event: CallEvent & { type: 'turned-away' }): CallVerdict {
  const { call: id, at, remoteParty, queuedMs, sipStatus } = event;
  return applied({
    ...{ id, remoteParty, originalTarget: null, queuedMs, startedAt: at, endedAt: at },
    direction: 'inbound',
    state: 'ended',
    answeredAt: null,
    end: { how: 'turned-away', sipStatus },
  });
}

function divert(call: Call, event: CallEvent & { type: 'diverted' }): CallVerdict {
  if (call.originalTarget !== null) return REPEAT;
  if (call.state === 'ended' || call.direction === 'outbound') return impossible(call, event);
  return applied({ ...call, originalTarget: event.originalTarget });
}

function changeParty(call: Call, event: CallEvent & { type: 'remote-party-changed' }): CallVerdict {
  if (call.state === 'ended') return impossible(call, event);
  if (isSameParty(call.remoteParty, event.remoteParty)) return REPEAT;
  return applied({ ...call, remoteParty: event.remoteParty });
}

/**
 * A 180 after early media has begun is a repeat, from this branch of a fork or another: the agent
 * goes on hearing the network.
 */
function remoteRinging(call: Call, event: CallEvent & { type: 'remote-ringing' }): CallVerdict {
  const { earlyMedia } = event;
  if (call.state === 'remote-ringing') {
    return earlyMedia && !call.earlyMedia ? applied({ ...call, earlyMedia }) : REPEAT;
  }
  if (call.state !== 'dialling') return impossible(call, event);
  return applied({ ...call, state: 'remote-ringing', remoteRingingSince: event.at, earlyMedia });
}

function answering(call: Call, event: CallEvent & { type: 'answering' }): CallVerdict {
  if (call.state === 'answering') return REPEAT;
  if (call.state !== 'ringing') return impossible(call, event);
  return applied({ ...call, state: 'answering', answeringSince: event.at, by: event.by });
}

function answered(call: Call, event: CallEvent): CallVerdict {
  if (call.state === 'established') return REPEAT;
  if (call.state === 'ended') return impossible(call, event);
  return applied({
    ...identityOf(call),
    state: 'established',
    answeredAt: event.at,
    hold: { local: null, remote: null },
    mutedSince: null,
    transfer: { state: 'none' },
  });
}

/**
 * An answered call can no longer be missed, refused or answered elsewhere. Another window or
 * source that rang for the same call gets the proxy's CANCEL; its report must not end the call
 * answered here.
 */
function end(call: Call, event: CallEvent & { type: 'ended' }): CallVerdict {
  if (call.state === 'ended') return REPEAT;
  if (call.state === 'established' && ONLY_UNANSWERED.has(event.end.how)) return impossible(call, event);
  return applied(ended(call, event));
}

const ONLY_UNANSWERED: ReadonlySet<CallEnd['how']> = new Set<CallEnd['how']>([
  'given-up',
  'answered-elsewhere',
  'rejected',
  'turned-away',
  'refused',
  'cancelled',
  'no-answer',
]);

function ended(call: Exclude<Call, EndedCall>, event: CallEvent & { type: 'ended' }): EndedCall {
  const answeredAt = call.state === 'established' ? call.answeredAt : null;
  return {
    ...identityOf(call),
    state: 'ended',
    answeredAt,
    endedAt: event.at,
    end: answeredAt === null ? beforeAnswer(event.end) : afterAnswer(event.end),
  };
}

/** A call that broke after its answer never reads as not reached, whatever its source says. */
function afterAnswer(end: CallEnd): CallEnd {
  return end.how === 'failed' ? { ...end, how: 'broken' } : end;
}

function beforeAnswer(end: CallEnd): CallEnd {
  return end.how === 'broken' ? { ...end, how: 'failed' } : end;
}

/** What a call keeps through all its states. */
function identityOf(call: Call) {
  const { id, direction, remoteParty, originalTarget, startedAt, queuedMs } = call;
  return { id, direction, remoteParty, originalTarget, startedAt, queuedMs, ...calledOf(call) };
}

function calledOf({ calledNumbers }: Pick<Call, 'calledNumbers'>): Pick<Call, 'calledNumbers'> {
  return calledNumbers === undefined ? {} : { calledNumbers };
}

function hold(call: Call, event: CallEvent, side: HoldOriginator, since: Instant | null): CallVerdict {
  if (call.state !== 'established') return impossible(call, event);
  if ((call.hold[side] === null) === (since === null)) return REPEAT;
  return applied({ ...call, hold: { ...call.hold, [side]: since } });
}

function mute(call: Call, event: CallEvent, since: Instant | null): CallVerdict {
  if (call.state !== 'established') return impossible(call, event);
  if ((call.mutedSince === null) === (since === null)) return REPEAT;
  return applied({ ...call, mutedSince: since });
}

function transfer(
  call: Call,
  event: CallEvent & { type: 'transfer-started' | 'transfer-failed' },
): CallVerdict {
  if (call.state !== 'established') return impossible(call, event);
  if (event.type === 'transfer-started') {
    return applied({ ...call, transfer: { state: 'under-way', target: event.target, kind: event.kind } });
  }
  if (call.transfer.state !== 'under-way') return impossible(call, event);
  const failed: EstablishedCall = {
    ...call,
    transfer: { state: 'failed', target: call.transfer.target, sipStatus: event.sipStatus },
  };
  return applied(failed);
}

function applied(call: Call): CallVerdict {
  return { verdict: 'applied', call };
}

function impossible(call: Call, event: CallEvent): CallVerdict {
  return { verdict: 'impossible', why: `${event.type} while ${call.state}` };
}
