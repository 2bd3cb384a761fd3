import { EventFollower } from '../../../browser/server/event-follower.ts';
import type { ServerEvent } from '../../../contract/api/events/server-event.ts';
import { SYNC_VERSION, VERSION_HEADER } from '../../../contract/api/sync/version.ts';
import { until } from '../until.ts';

type OfType<T extends ServerEvent['type']> = Extract<ServerEvent, { readonly type: T }>;

export interface ServerEventListener {
  readonly received: readonly ServerEvent[];
  readonly of: <T extends ServerEvent['type']>(type: T) => readonly OfType<T>[];
  /** Resolves with the n-th event of a type. */
  readonly next: <T extends ServerEvent['type']>(type: T, nth?: number) => Promise<OfType<T>>;
  /** Cuts the connection; the follower reconnects by itself. */
  readonly cut: () => void;
  readonly stop: () => void;
}

/** The extension's EventFollower on a server's stream. `origin` is called for every connection. */
export async function eventListener(
  origin: () => string,
  { token }: { readonly token: string },
  reconnect: 'at-once' | 'when-asked' = 'at-once',
): Promise<ServerEventListener & { readonly again: () => void }> {
  const received: ServerEvent[] = [];
  let line = new AbortController();
  const follower = new EventFollower({
    open: (lastEventId, signal) => {
      line = new AbortController();
      return fetch(`${origin()}/v1/events`, {
        headers: {
          authorization: `Bearer ${token}`,
          [VERSION_HEADER]: String(SYNC_VERSION),
          ...(lastEventId === null ? {} : { 'last-event-id': lastEventId }),
        },
        signal: AbortSignal.any([signal, line.signal]),
      });
    },
    received: (event) => received.push(event),
    stateChanged: () => {},
    random: () => (reconnect === 'at-once' ? 0 : 1),
  });
  void follower.run();
  const of = <T extends ServerEvent['type']>(type: T) =>
    received.filter((event): event is OfType<T> => event.type === type);
  const next = async <T extends ServerEvent['type']>(type: T, nth = 1): Promise<OfType<T>> => {
    await until(`event ${type} ${nth}`, () => of(type).length >= nth);
    const event = of(type)[nth - 1];
    if (event === undefined) throw new Error(`no ${type}`);
    return event;
  };
  await until('the stream is open', () => of('hello').length + of('reset').length > 0);
  return {
    received,
    of,
    next,
    cut: () => line.abort(),
    stop: () => follower.stop(),
    again: () => follower.again(),
  };
}
