import pg from 'pg';
import * as v from 'valibot';
import { CHANNEL, type Notice, noticeSchema } from './announce.ts';

const payloadSchema = v.pipe(v.string(), v.parseJson(), noticeSchema);

interface NoticeHandlers {
  readonly onNotice: (notice: Notice) => void;
  /** The connection is back after a break: notices may have been missed. */
  readonly reconnected: () => void;
  readonly failed: (error: unknown) => void;
}

/** Wait before a lost connection is opened again. Each process has one, so no jitter is needed. */
const RETRY_MS = 1_000;

/** Receives the notices of all server processes on a connection of its own, until it is closed. */
export async function listen(url: string, handlers: NoticeHandlers): Promise<() => Promise<void>> {
  let closed = false;
  let client = await connect();
  return async () => {
    closed = true;
    await client.end();
  };

  async function connect(): Promise<pg.Client> {
    const next = new pg.Client({ connectionString: url, keepAlive: true });
    next.on('notification', ({ payload }) => {
      const notice = v.safeParse(payloadSchema, payload);
      if (notice.success) handlers.onNotice(notice.output);
      else handlers.failed(new v.ValiError(notice.issues));
    });
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
      handlers.reconnected();
    } catch (error) {
      handlers.failed(error);
      if (!closed) setTimeout(() => void reconnect(), RETRY_MS);
    }
  }
}
