import type { SipCredentials } from '../../phone-account.ts';
import type { Clock } from '../clock.ts';
import type { SipMessage, SipRequest } from '../sip/message.ts';
import type { OfferCheck } from './offer-check.ts';
import type { RegistrarAnswer } from './registrar-answer.ts';

/**
 * What the front needs, and to whom it reports. Frames are left out: they hold numbers.
 */
export interface FrontNeeds {
  readonly account: { readonly user: string; readonly credentials: SipCredentials };
  readonly clock: Clock;
  /** A random token of letters and digits. */
  readonly token: () => string;
  /** Sends a frame; false without a connection. */
  readonly toServer: (frame: string) => boolean;
  /** Hands a message to the library. May throw: the library is not proof against odd messages. */
  readonly toLibrary: (message: string) => void;
  /** Whether the library's grammar can read a message. */
  readonly isReadable: (message: string) => boolean;
  /** The Request-URI by which the library knows itself. */
  readonly libraryUri: () => string;
  /** A frame was dropped, or a request answered because nothing else did. */
  readonly onProblem: (problem: FrontProblem, detail: string) => void;
  /** The final answer to a REGISTER, after the library has handled it. */
  readonly onRegistrarAnswer: (answer: RegistrarAnswer) => void;
  /** A call that could never be answered was refused before it rang. */
  readonly onRefusedCall: (request: SipRequest, status: number, why: RefusedCall) => void;
  /** INVITE, UPDATE or an answer to one in a call: it may name another party than before. */
  readonly onInCallMessage: (message: SipMessage) => void;
}

export type RefusedCall = (OfferCheck & { ok: false })['reason'] | 'malformed' | 'unsupported';

export type FrontProblem =
  | 'unreadable-frame'
  | 'unanswerable-request'
  | 'unreadable-response'
  | 'library-error'
  | 'forgotten-request';
