import pg from 'pg';
import { CHANNEL, type Notice } from './announce.ts';

interface NoticeHandlers {
  readonly onNotice: (notice: Notice) => void;
  /** The line was down and is up again: something may have been missed. */
  readonly backAgain: () => void;
  readonly failed: (error: unknown) => void;
}

/** A lost line is tried again after so long; every process has one, so there is no crowd to be spread. */
const RETRY_MS = 1_000;

/** Hears what other server processes announce, on a connection of its own, for as long as the process lives. */
export async function listen(url: string, handlers: NoticeHandlers): Promise<() => Promise<void>> {
  let closed = false;
  let client = await connect();
  return async () => {
    closed = true;
    await client.end();
  };

  async function connect(): Promise<pg.Client> {
    const next = new pg.Client({ connectionString: url, keepAlive: true });
    next.on('notification', ({ payload }) => handlers.onNotice(JSON.parse(payload ?? '')));
    next.on('error', (error) => handlers.failed(error));
    await next.connect();
    await next.query(`listen ${CHANNEL}`);
    next.on('end', () => {
      if (!closed) setTimeout(() => void reconnect(), RETRY_MS);
    });
    return next;
  }

  async function reconnect(): Promise<void> {
    try {
      client = await connect();
      handlers.backAgain();
    } catch (error) {
      handlers.failed(error);
      if (!closed) setTimeout(() => void reconnect(), RETRY_MS);
    }
  }
}
