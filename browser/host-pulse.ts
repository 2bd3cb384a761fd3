import {
  HOST_CHANNEL,
  HOST_LOCK,
  type HostMessage,
  type HostStage,
  type ViewRequest,
} from '../contract/messages/host-message.ts';

/** A host answers a ping within milliseconds, unless its thread is blocked for that long. */
const PONG_WITHIN_MS = 3000;
/** A computer that wakes up may let one limit pass before any answer could come. */
const PINGS = 2;

/** Answers pings from now on, as a host that is starting. */
export function answerPings(): { running(): void; stop(): void } {
  const channel = new BroadcastChannel(HOST_CHANNEL);
  let host: HostStage = 'starting';
  channel.onmessage = ({ data }: MessageEvent<ViewRequest | HostMessage>) => {
    if (data.kind !== 'ping') return;
    channel.postMessage({ kind: 'pong', id: data.id, host } satisfies HostMessage);
  };
  return {
    running() {
      host = 'running';
    },
    stop: () => channel.close(),
  };
}

/** How far the host is that answers a ping; null if none answers within the limit. */
export async function pingHost({ tries = PINGS, withinMs = PONG_WITHIN_MS } = {}): Promise<HostStage | null> {
  for (let sent = 0; sent < tries; sent += 1) {
    const host = await pong(withinMs);
    if (host !== null) return host;
  }
  return null;
}

/**
 * Whether a phone host lives: it answers, and once it runs it holds its lock. A document proves
 * nothing: it may be left over from a start that failed.
 */
export async function hostIsAlive(): Promise<boolean> {
  const host = await pingHost();
  return host === 'starting' || (host === 'running' && (await isLockHeld()));
}

async function isLockHeld(): Promise<boolean> {
  const { held } = await navigator.locks.query();
  return held?.some(({ name }) => name === HOST_LOCK) === true;
}

function pong(withinMs: number): Promise<HostStage | null> {
  const channel = new BroadcastChannel(HOST_CHANNEL);
  const id = crypto.randomUUID();
  return new Promise((resolve) => {
    const finish = (host: HostStage | null) => {
      clearTimeout(timer);
      channel.close();
      resolve(host);
    };
    const timer = setTimeout(() => finish(null), withinMs);
    channel.onmessage = ({ data }: MessageEvent<ViewRequest | HostMessage>) => {
      if (data.kind === 'pong' && data.id === id) finish(data.host);
    };
    channel.postMessage({ kind: 'ping', id } satisfies ViewRequest);
  });
}
