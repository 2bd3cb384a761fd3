import { beginCall } from './begin-call.ts';
import type { Call, EstablishedCall } from './call.ts';
import type { CallEvent, Instant } from './call-event.ts';
import { identityOf } from './call-identity.ts';
import { applied, type CallVerdict, impossible, REPEAT } from './call-verdict.ts';
import { endCall } from './end-call.ts';
import { isSameParty } from './remote-party.ts';
import type { HoldOriginator } from './vocabulary/hold-originator.ts';

/**
 * One event on one call, or on no call yet (`undefined`). Pure; times come from the event. Events
 * come in their order: where a clock was set back in between, the later event is not earlier.
 */
export function foldCall(call: Call | undefined, event: CallEvent): CallVerdict {
  if (call === undefined) return beginCall(event);
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
      return endCall(call, event);
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
 * The source says whether the network is heard; a 180 that changes nothing of it is a repeat, from
 * this branch of a fork or another.
 */
function remoteRinging(call: Call, event: CallEvent & { type: 'remote-ringing' }): CallVerdict {
  const { earlyMedia } = event;
  if (call.state === 'remote-ringing') {
    return earlyMedia !== call.earlyMedia ? applied({ ...call, earlyMedia }) : REPEAT;
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
