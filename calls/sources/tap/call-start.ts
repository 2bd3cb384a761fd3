import type { Instant } from '../../call-event.ts';
import { calledNumbersOf } from '../jssip/called-numbers-of.ts';
import { readQueueTime } from '../jssip/jssip-types.ts';
import { cseqOf } from '../sip/cseq.ts';
import { header, type SipMessage, type SipRequest, type SipResponse } from '../sip/message.ts';
import { branchOf } from '../sip/message-ids.ts';
import { originalTarget } from '../sip-front/original-target.ts';
import { callingParty, partyOf } from '../sip-front/remote-identity.ts';
import type { CallStart } from './watched-call.ts';

type Start = Omit<CallStart, 'id' | 'sipCallId'>;

/** The header that the settings name by default: the page's script does not know them. */
const QUEUE_TIME = 'x-queue-time';

export function inboundStart(invite: SipRequest, at: Instant): Start {
  return {
    begin: {
      type: 'ringing',
      remoteParty: callingParty(invite, true),
      queuedMs: readQueueTime(header(invite, QUEUE_TIME)),
      watchOnly: true,
      ...calledNumbersOf(invite),
    },
    diverted: originalTarget(invite),
    ...transactionOf(invite, at),
  };
}

export function outboundStart(invite: SipRequest | SipResponse, at: Instant): Start {
  return {
    begin: { type: 'dialling', remoteParty: partyOf(header(invite, 'to') ?? ''), watchOnly: true },
    diverted: null,
    ...transactionOf(invite, at),
  };
}

/** Of the page's own response, when the INVITE came before the page was watched. */
export function learnedInboundStart(response: SipResponse, at: Instant): Start {
  const remoteParty = partyOf(header(response, 'from') ?? '');
  return {
    begin: { type: 'ringing', remoteParty, queuedMs: null, watchOnly: true },
    diverted: null,
    ...transactionOf(response, at),
  };
}

function transactionOf(message: SipMessage, at: Instant): Pick<Start, 'branch' | 'cseq' | 'at'> {
  return { branch: branchOf(message), cseq: cseqOf(message)?.number ?? 0, at };
}
