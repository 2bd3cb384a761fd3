import type { Kysely } from 'kysely';
import { HEARTBEAT_MS } from '../../contract/api/events/event-frames.ts';
import type { Tables } from '../database/tables.ts';
import { closeRevoked } from './close-revoked.ts';
import { EventHub } from './event-hub.ts';
import { listen } from './listen.ts';

export interface RunningEvents {
  readonly hub: EventHub;
  /** Closes every stream and the database connection. */
  stop(): Promise<void>;
}

/** Starts the event streams of one server process: one connection and one timer for all. */
export async function runEvents(
  url: string,
  db: Kysely<Tables>,
  failed: (error: unknown) => void,
  reconnected: () => void = () => {},
): Promise<RunningEvents> {
  const hub = new EventHub(db, failed);
  const hangUp = await listen(url, {
    onNotice: (notice) => hub.receive(notice),
    reconnected: () => {
      hub.catchUp();
      reconnected();
    },
    failed,
  });
  const timer = setInterval(() => {
    hub.beat();
    closeRevoked(hub.listeners(), db).catch(failed);
  }, HEARTBEAT_MS);
  return {
    hub,
    stop: async () => {
      clearInterval(timer);
      for (const listener of hub.listeners()) listener.close();
      await hangUp();
    },
  };
}
