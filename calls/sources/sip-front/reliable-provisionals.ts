import { BoundedMap } from '../../bounded-map.ts';
import { cseqOf } from '../sip/cseq.ts';
import { header, headerValues, type SipMessage, type SipRequest, type SipResponse } from '../sip/message.ts';
import { tagOf } from '../sip/message-ids.ts';
import { inDialog } from './in-dialog.ts';

/** Dialogs of calls that ring; a proxy forks to fewer branches. */
const MOST = 200;
/** A network sends a handful; more are not confirmed. */
const MOST_PRACKS = 50;
/** Between two PRACKs, and after the last: one may be asked for the password. */
const CSEQ_STEP = 10;

interface Confirmed {
  /** CSeq of the INVITE. */
  readonly invite: number;
  readonly rseq: number;
  readonly pracks: number;
}

/**
 * Confirms the provisional answers that are sent reliably (RFC 3262 §4). This phone does not offer
 * it, and the library knows nothing of it; a network that does it all the same would end the call
 * after 32 s without a PRACK. Each PRACK takes a CSeq in its dialog, so the library's own requests
 * there count on from it.
 *
 * The front shows it messages as they are on the wire, but for the library's requests.
 */
export class ReliableProvisionals {
  readonly #dialogs = new BoundedMap<string, Confirmed>(MOST);

  /** The PRACK for an answer to an INVITE, without Via; null if it is to have none. */
  inbound(response: SipResponse): SipRequest | null {
    const cseq = cseqOf(response);
    const rseq = rseqIn(response);
    if (rseq === null || cseq?.method !== 'INVITE' || tagOf(response, 'to') === null) return null;
    const key = keyOf(response);
    const known = this.#dialogs.get(key);
    const isSame = known?.invite === cseq.number;
    // A repeated one was confirmed; one that comes too soon is sent again (RFC 3262 §4).
    if (isSame && rseq !== known.rseq + 1) return null;
    const pracks = (isSame ? known.pracks : 0) + 1;
    if (pracks > MOST_PRACKS) return null;
    this.#dialogs.set(key, { invite: cseq.number, rseq, pracks });
    const prack = inDialog(response, 'PRACK', pracks * CSEQ_STEP);
    const rack = { name: 'rack', value: `${rseq} ${cseq.number} INVITE` };
    return { ...prack, headers: [...prack.headers, rack] };
  }

  /** A request of the library, counted after the PRACKs of its dialog. */
  toServer(request: SipRequest): SipRequest {
    return shifted(request, this.#shiftOf(request));
  }

  /** An answer to it, with the number that the library knows. */
  toLibrary(response: SipResponse): SipResponse {
    return shifted(response, -this.#shiftOf(response));
  }

  /** Requests that belong to the INVITE itself keep its number: ACK and CANCEL. */
  #shiftOf(message: SipMessage): number {
    const known = this.#dialogs.get(keyOf(message));
    if (known === undefined || (cseqOf(message)?.number ?? 0) <= known.invite) return 0;
    return (known.pracks + 1) * CSEQ_STEP;
  }
}

function shifted<Message extends SipMessage>(message: Message, by: number): Message {
  const cseq = cseqOf(message);
  if (by === 0 || cseq === undefined) return message;
  const headers = message.headers.map((entry) =>
    entry.name === 'cseq' ? { ...entry, value: `${cseq.number + by} ${cseq.method}` } : entry,
  );
  return { ...message, headers };
}

/** The number of an answer that asks for a PRACK; 100 never does. */
function rseqIn(response: SipResponse): number | null {
  if (response.status <= 100 || response.status >= 200) return null;
  if (!headerValues(response, 'require').some((tag) => /^100rel$/i.test(tag))) return null;
  const [digits] = /^\d{1,10}$/.exec(header(response, 'rseq') ?? '') ?? [];
  const rseq = Number(digits ?? 0);
  return rseq > 0 && rseq < 2 ** 32 ? rseq : null;
}

/** The dialog, from the side of this phone. */
function keyOf(message: SipMessage): string {
  return `${header(message, 'call-id') ?? ''} ${tagOf(message, 'to') ?? ''}`;
}
