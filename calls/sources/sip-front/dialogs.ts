import { BoundedMap } from '../../bounded-map.ts';
import { header, type SipMessage, type SipRequest, type SipResponse } from '../sip/message.ts';
import { tagOf } from '../sip/message-ids.ts';
import { parseCSeq } from '../sip/request-fault.ts';

/** No phone has this many dialogs; the limit is for a server that never ends one. */
const MOST = 200;

/** The dialogs of this phone (RFC 3261 §12), by what passed the front. */
export class Dialogs {
  readonly #ids = new BoundedMap<string, true>(MOST);

  /** An answer to INVITE that makes a dialog, either side's. */
  noteAnswer(response: SipResponse): void {
    const method = parseCSeq(header(response, 'cseq') ?? '')?.method;
    if (method !== 'INVITE' || response.status <= 100 || response.status >= 300) return;
    const id = idOf(response);
    if (id !== null) this.#ids.set(id, true);
  }

  has(request: SipRequest): boolean {
    const id = idOf(request);
    return id !== null && this.#ids.has(id);
  }
}

/** Call-ID and both tags, whichever side they belong to. */
function idOf(message: SipMessage): string | null {
  const [from, to] = [tagOf(message, 'from'), tagOf(message, 'to')];
  if (to === null) return null;
  return [header(message, 'call-id') ?? '', ...[from ?? '', to].sort()].join(' ');
}
