import type { RTCSession } from 'jssip/lib/RTCSession';
import type { Call } from '../../call.ts';
import type { CallEnd } from '../../call-end.ts';
import type { SourceProblem } from '../../call-source.ts';
import { endSession } from './end-session.ts';
import { isInbound, readEndMessage } from './jssip-types.ts';
import { type AskedEnd, callEndOf, type SessionEnd } from './sip-cause.ts';

interface CallEndingOptions {
  readonly session: RTCSession;
  readonly now: () => Call | undefined;
  readonly isConnected: () => boolean;
  readonly report: (problem: SourceProblem) => void;
  /** The call is over for the agent; comes once. */
  readonly onOver: (end: CallEnd) => void;
  /** The session is over too; comes once, and last. */
  readonly onGone: () => void;
}

/** Ends one call: on request of this side in any state of the session, or when the session ends. */
export class CallEnding {
  /** Resolves when the call is over for the agent. */
  readonly over: Promise<void>;
  readonly #options: CallEndingOptions;
  #markOver: () => void = () => {};
  #asked: AskedEnd | null = null;
  #isOver = false;
  #isGone = false;

  constructor(options: CallEndingOptions) {
    this.#options = options;
    this.over = new Promise((resolve) => {
      this.#markOver = resolve;
    });
    options.session.on('failed', (event) => this.#gone(readEndMessage(event)));
    options.session.on('ended', (event) => this.#gone(readEndMessage(event)));
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Ends the session; `asked` decides how the end is reported. */
  end(asked: AskedEnd): void {
    const { session, now, isConnected, report } = this.#options;
    if (this.#isGone) return;
    this.#asked = asked;
    if (now()?.state === 'established' && !isConnected()) {
      // Over for the agent now. The BYE is sent after a reconnect: see `JssipCall.recover`.
      this.#finish(this.#endOf(UNREPORTED));
      return;
    }
    let reported = false;
    try {
      reported = endSession(session, asked.ask === 'reject' ? asked.sipStatus : null);
    } catch (error) {
      report({ problem: 'session-failed', detail: String(error) });
    }
    if (!reported) this.#gone(UNREPORTED);
  }

  /** Sets how an end from the other side is reported. The returned function takes it back. */
  expect(asked: AskedEnd): () => void {
    this.#asked = asked;
    return () => {
      this.#asked = null;
    };
  }

  #gone(event: EndReport): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#finish(this.#endOf(event));
    this.#options.onGone();
  }

  #finish(end: CallEnd): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#options.onOver(end);
    this.#markOver();
  }

  #endOf(event: EndReport): CallEnd {
    const state = this.#options.now()?.state;
    return callEndOf({
      ...event,
      direction: isInbound(this.#options.session) ? 'inbound' : 'outbound',
      answered: state === 'established',
      rang: state === 'remote-ringing',
      asked: this.#asked,
    });
  }
}

type EndReport = Pick<SessionEnd, 'originator' | 'cause' | 'sipStatus' | 'reasonPhrase' | 'reasons'>;

/** JsSIP ended the session without a word, or could not end it. */
const UNREPORTED: EndReport = {
  originator: 'local',
  cause: 'Terminated',
  sipStatus: null,
  reasonPhrase: null,
  reasons: [],
};
