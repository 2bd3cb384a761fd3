import { BoundedMap } from '../../bounded-map.ts';
import { cseqOf } from '../sip/cseq.ts';
import { header, type SipMessage, type SipRequest, type SipResponse } from '../sip/message.ts';
import { tagOf } from '../sip/message-ids.ts';

/** No phone has this many dialogs; the limit is for a server that never ends one. */
const MOST = 200;

export type DialogState = 'ringing-here' | 'ringing-there' | 'confirmed' | 'ended';

interface Known {
  readonly callId: string;
  /** CSeq of the INVITE that began it. */
  readonly number: number;
  readonly state: DialogState;
}

/** The dialogs of this phone (RFC 3261 §12), by what passed the front. */
export class Dialogs {
  readonly #byId = new BoundedMap<string, Known>(MOST);

  /** An answer to a request of the other side. */
  answeredHere(response: SipResponse): void {
    this.#note(response, 'ringing-here');
    if (methodOf(response) === 'BYE' && isSuccess(response)) this.#end(idOf(response));
    if (methodOf(response) === 'INVITE' && response.status >= 300) this.#endEarly(response);
  }

  /** An answer to a request of this side. */
  answeredThere(response: SipResponse): void {
    this.#note(response, 'ringing-there');
    if (methodOf(response) !== 'INVITE' || response.status < 300) return;
    // It ends every branch that rang, whichever it is from.
    const callId = header(response, 'call-id') ?? '';
    for (const [id, known] of [...this.#byId])
      if (known.callId === callId && known.state === 'ringing-there') this.#end(id);
  }

  /** A request of this side. */
  sent(request: SipRequest): void {
    if (request.method === 'BYE') this.#end(idOf(request));
  }

  /** True while the dialog of a request lives. */
  has(request: SipRequest): boolean {
    const state = this.#byId.get(idOf(request) ?? '')?.state;
    return state !== undefined && state !== 'ended';
  }

  stateOf(callId: string, tags: readonly [string, string]): DialogState | undefined {
    return this.#byId.get(idFrom(callId, tags))?.state;
  }

  /** What an answer to an INVITE makes of its dialog; one that is over stays so. */
  #note(response: SipResponse, early: DialogState): void {
    if (methodOf(response) !== 'INVITE' || response.status <= 100 || response.status >= 300) return;
    const id = idOf(response);
    const known = id === null ? undefined : this.#byId.get(id);
    if (id === null || known?.state === 'ended' || (known !== undefined && response.status < 200)) return;
    this.#byId.set(id, {
      callId: header(response, 'call-id') ?? '',
      number: known?.number ?? numberOf(response),
      state: response.status < 200 ? early : 'confirmed',
    });
  }

  /** A call that rings here is over; the refusal of a second INVITE in it changes nothing. */
  #endEarly(response: SipResponse): void {
    const id = idOf(response);
    const known = id === null ? undefined : this.#byId.get(id);
    if (known?.state === 'ringing-here' && known.number === numberOf(response)) this.#end(id);
  }

  #end(id: string | null): void {
    const known = id === null ? undefined : this.#byId.get(id);
    if (id !== null && known !== undefined) this.#byId.set(id, { ...known, state: 'ended' });
  }
}

function methodOf(response: SipResponse): string | undefined {
  return cseqOf(response)?.method;
}

function numberOf(response: SipResponse): number {
  return cseqOf(response)?.number ?? 0;
}

function isSuccess({ status }: SipResponse): boolean {
  return status >= 200 && status < 300;
}

/** Call-ID and both tags, whichever side they belong to. */
function idOf(message: SipMessage): string | null {
  const to = tagOf(message, 'to');
  return to === null ? null : idFrom(header(message, 'call-id') ?? '', [tagOf(message, 'from') ?? '', to]);
}

function idFrom(callId: string, tags: readonly [string, string]): string {
  return [callId, ...[...tags].sort()].join(' ');
}
