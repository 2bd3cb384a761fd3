/** The page of a softphone without a phone: its socket carries the frames of the benchmark. */
const now = () => performance.timeOrigin + performance.now();

interface FrameTimes {
  /** Inside `send`, and inside the delivery of a frame, ms. */
  readonly sent: number[];
  readonly received: number[];
  /** The same until the page goes on with its next microtask: the frame was read. */
  readonly sentAndRead: number[];
  readonly receivedAndRead: number[];
}

declare global {
  interface Window {
    tapBench: typeof tapBench;
  }
}

let socket: WebSocket;
let onReceived: (at: number) => void = () => {};
let reply: string | null = null;

const tapBench = {
  async connect(): Promise<void> {
    socket = new WebSocket(location.origin.replace('http', 'ws'), 'sip');
    socket.addEventListener('message', ({ timeStamp }) => {
      if (reply !== null) socket.send(reply);
      reply = null;
      onReceived(performance.timeOrigin + timeStamp);
    });
    await new Promise((opened) => socket.addEventListener('open', opened, { once: true }));
  },

  /** The time at which the next frame came in; it is answered at once. */
  receivesNext(answer: string): { readonly at: Promise<number> } {
    reply = answer;
    return {
      at: new Promise((resolve) => {
        onReceived = resolve;
      }),
    };
  },

  /** The time at which the frame was handed to the socket. */
  send(frame: string): number {
    const at = now();
    socket.send(frame);
    return at;
  },

  async timeFrames(frames: readonly string[], everyMs: number): Promise<FrameTimes> {
    const times: FrameTimes = { sent: [], received: [], sentAndRead: [], receivedAndRead: [] };
    const time = async (task: () => void, until: number[], untilRead: number[]) => {
      const from = performance.now();
      task();
      until.push(performance.now() - from);
      await Promise.resolve();
      untilRead.push(performance.now() - from);
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    };
    for (const frame of frames) {
      await time(() => socket.send(frame), times.sent, times.sentAndRead);
      const event = new MessageEvent('message', { data: frame });
      await time(() => socket.dispatchEvent(event), times.received, times.receivedAndRead);
    }
    return times;
  },
};
window.tapBench = tapBench;
