import type { CallId } from '../../call-event.ts';
import type { Clock } from '../clock.ts';
import type { SipRequest } from '../sip/message.ts';
import { answerAfter } from '../sip-front/answer-after.ts';
import { originalTarget } from '../sip-front/original-target.ts';
import { callingParty } from '../sip-front/remote-identity.ts';
import type { ActiveCall } from './active-call.ts';
import { dialledParty } from './call-identity.ts';
import { calledNumbersOf } from './called-numbers-of.ts';
import type { JssipCall } from './jssip-call.ts';
import type { JssipSourceConfig } from './jssip-config.ts';
import { headerOf, readQueueTime } from './jssip-types.ts';
import { reportProgress } from './outbound-progress.ts';
import { sendTones } from './send-tones.ts';
import { extensionTones } from './sip-target.ts';

interface InboundOptions {
  readonly config: JssipSourceConfig;
  readonly clock: Clock;
  readonly activeCall: Pick<ActiveCall, 'autoAnswer'>;
  /** The call that this one replaces. */
  readonly replaced: CallId | null;
}

/** Reports the ring of an inbound call, and answers it where nobody is to press a button. */
export function beginInbound(call: JssipCall, invite: SipRequest, options: InboundOptions): void {
  const { config, activeCall, replaced } = options;
  const caller = callerOf(invite, config);
  const called = calledNumbersOf(invite, config.calledNumber);
  const diverted = originalTarget(invite);
  // `progress` comes right after the 180 was sent: rings are counted from there.
  call.session.on('progress', () => {
    call.report({ type: 'ringing', ...caller, ...called });
    if (diverted !== null) call.report({ type: 'diverted', originalTarget: diverted });
    if (config.autoAnswer || replaced !== null) void activeCall.autoAnswer(call, replaced);
    else answerOnRequest(call, invite, options);
  });
}

/** Who calls, and how long they have waited. */
export function callerOf(invite: SipRequest, config: JssipSourceConfig) {
  return {
    remoteParty: callingParty(invite, config.trustCallerIdentity),
    queuedMs: readQueueTime(headerOf(invite, config.queueTimeHeader)),
  };
}

/** The agent may have answered, or become busy, in the meantime. */
function answerOnRequest(call: JssipCall, invite: SipRequest, options: InboundOptions): void {
  const { config, clock, activeCall } = options;
  const afterMs = answerAfter(invite, {
    isAllowed: config.answerOnRequest,
    trustsServer: config.trustCallerIdentity,
    isReady: config.isReady(),
  });
  if (afterMs === null) return;
  clock.after(afterMs, () => {
    if (call.now?.state === 'ringing' && config.isReady()) void activeCall.autoAnswer(call, null);
  });
}

/** Reports an outbound call, and sends the extension that was dialled once it is answered. */
export function beginOutbound(call: JssipCall, dialled: string, clock: Clock): void {
  call.report({ type: 'dialling', remoteParty: dialledParty(dialled) });
  reportProgress(call, clock);
  const tones = extensionTones(dialled);
  if (tones === null) return;
  call.session.on('confirmed', () => {
    if (call.now?.state === 'established') sendTones(call, tones);
  });
}
