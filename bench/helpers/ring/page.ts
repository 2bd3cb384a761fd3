import { jssipSubject } from './jssip-subject.ts';
import { ourSubject } from './our-subject.ts';
import { sipjsSubject } from './sipjs-subject.ts';
import type { Account, SubjectName } from './subject.ts';

/** Times of one call, ms: all taken in the page, on one clock. */
export interface CallTimes {
  /** INVITE frame received → the library's user is reported. */
  readonly reported: number;
  /** INVITE frame received → the frame with the changed page is presented. */
  readonly painted: number;
  /** Answer requested → the 200 frame is passed to the socket. */
  readonly answered: number;
}

export interface RingPage {
  start(subject: SubjectName, account: Account): Promise<void>;
  /** The times of the next call, once it is answered. */
  nextCall(): Promise<CallTimes>;
}

declare global {
  interface Window {
    ringPage: RingPage;
  }
}

let invitedAt = 0;
let onAnswerSent: (at: number) => void = () => {};
/** A call may arrive and be answered before it is requested. */
const timed: CallTimes[] = [];
let onTimed: () => void = () => {};

/** The socket sees every frame before the libraries do, so all subjects are timed at one place. */
window.WebSocket = class extends WebSocket {
  constructor(url: string | URL, protocols?: string | string[]) {
    super(url, protocols);
    this.addEventListener('message', ({ data }) => {
      if (typeof data === 'string' && data.startsWith('INVITE ')) invitedAt = performance.now();
    });
  }

  override send(data: Parameters<WebSocket['send']>[0]): void {
    super.send(data);
    if (
      typeof data === 'string' &&
      data.startsWith('SIP/2.0 200 ') &&
      /\r\nCSeq: *\d+ INVITE\r\n/i.test(data)
    ) {
      onAnswerSent(performance.now());
    }
  }
};

/**
 * The first task after the frame that draws a change: rAF runs before drawing, a message after it.
 */
function nextPaint(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    });
  });
}

async function ring(answer: () => void): Promise<void> {
  const reportedAt = performance.now();
  document.body.textContent = `ringing ${reportedAt}`;
  const paintedAt = await nextPaint();
  const sent = new Promise<number>((resolve) => {
    onAnswerSent = resolve;
  });
  const askedAt = performance.now();
  answer();
  timed.push({
    reported: reportedAt - invitedAt,
    painted: paintedAt - invitedAt,
    answered: (await sent) - askedAt,
  });
  onTimed();
}

window.ringPage = {
  async start(name, account) {
    const subject = [ourSubject, jssipSubject, sipjsSubject].find((one) => one.name === name);
    await subject?.start(account, (answer) => void ring(answer));
  },
  async nextCall() {
    for (;;) {
      const times = timed.shift();
      if (times !== undefined) return times;
      await new Promise<void>((resolve) => {
        onTimed = resolve;
      });
    }
  },
};
