import type { SipMessage, SipRequest } from '../sip/message.ts';
import type { OfferCheck } from './offer-check.ts';
import type { RegistrarAnswer } from './registrar-answer.ts';

/** What the front tells the source. Frames are never part of it: they hold customers' numbers. */
export interface FrontReport {
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
