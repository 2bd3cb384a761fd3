import { BoundedMap } from '../../bounded-map.ts';
import { cseqOf } from '../sip/cseq.ts';
import { header, type SipMessage, type SipRequest, type SipResponse } from '../sip/message.ts';
import { tagOf } from '../sip/message-ids.ts';
import { contactOf, inDialog } from './in-dialog.ts';

/** What the phone does with a response. */
export type ForkVerdict =
  | { readonly pass: true }
  /**
   * Not for the library: the phone sends the ACK with what proved its INVITE, and the BYE, if there
   * is one, with a Via of its own and the password if it is asked for.
   */
  | { readonly pass: false; readonly ack: SipRequest; readonly bye: SipRequest | null };

/** One INVITE of the library, as its answers need it. */
interface Invite {
  cancelled: boolean;
  /** The library's call is over by a final response that was no 2xx. */
  refused: boolean;
  /** The branch whose 2xx the library has, and its address; null before. */
  winner: { readonly branch: string; readonly contact: string } | null;
  /** Branches that were sent a BYE. */
  readonly ended: Set<string>;
}

/** Calls that may still be answered; a phone dials fewer within the life of a transaction. */
const MOST = 50;
/** Branches of one call; a proxy forks to fewer. */
const MOST_BRANCHES = 50;

const PASS: ForkVerdict = { pass: true };

/**
 * The answers of a forked INVITE (RFC 3261 §13.2.2.4). Every 2xx is confirmed, and every one but
 * that of the agent's call is ended by a BYE on its own dialog: a second branch that answers, a 200
 * that crosses the CANCEL, a 200 after the call was refused. JsSIP drops the latter two and sends
 * ACK and BYE of the first in the dialog of the good call.
 *
 * The front shows it what passes in both directions: requests of the library, responses of the
 * server, both as they are on the wire.
 */
export class ForkedAnswers {
  readonly #invites = new BoundedMap<string, Invite>(MOST);
  readonly #token: () => string;

  /** @param token gives random letters and digits. */
  constructor(token: () => string) {
    this.#token = token;
  }

  /** A message of the library, on its way to the server. */
  outbound(message: SipMessage): void {
    if (message.kind !== 'request') return;
    const key = keyOf(message);
    if (message.method === 'CANCEL') {
      const invite = this.#invites.get(key);
      if (invite !== undefined) invite.cancelled = true;
    }
    // An INVITE with a tag is inside a call: nobody forks it.
    if (message.method !== 'INVITE' || tagOf(message, 'to') !== null) return;
    this.#invites.set(key, { cancelled: false, refused: false, winner: null, ended: new Set() });
  }

  /** A response of the server, before the library sees it. */
  inbound(response: SipResponse): ForkVerdict {
    const invite = this.#invites.get(keyOf(response));
    if (invite === undefined || cseqOf(response)?.method !== 'INVITE') return PASS;
    if (response.status >= 300) invite.refused = true;
    // A callee of RFC 2543 has no tag: a dialog all the same (RFC 3261 §12.1.2).
    const branch = tagOf(response, 'to') ?? '';
    if (response.status < 200 || response.status >= 300) return PASS;
    const isLost = invite.cancelled || invite.refused;
    if (!isLost) invite.winner ??= { branch, contact: contactOf(response) };
    if (invite.winner?.branch === branch) {
      // The winner's 200 is repeated: the library confirms it again, or its BYE is under way.
      if (invite.winner.contact === contactOf(response)) return PASS;
      // From another address: whoever repeats it waits for an ACK there. A BYE would end the call.
      return { pass: false, ack: this.#ack(response), bye: null };
    }
    const isFirst = !invite.ended.has(branch) && invite.ended.size < MOST_BRANCHES;
    if (isFirst) invite.ended.add(branch);
    return {
      pass: false,
      ack: this.#ack(response),
      bye: isFirst ? inDialog(response, 'BYE', 1) : null,
    };
  }

  #ack(response: SipResponse): SipRequest {
    const ack = inDialog(response, 'ACK', 0);
    const via = { name: 'via', value: `SIP/2.0/WSS phone.invalid;branch=z9hG4bK${this.#token()}` };
    return { ...ack, headers: [via, ...ack.headers] };
  }
}

function keyOf(message: SipMessage): string {
  const number = cseqOf(message)?.number ?? 0;
  return `${number} ${header(message, 'call-id') ?? ''}`;
}
