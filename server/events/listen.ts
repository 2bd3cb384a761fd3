import { Socket } from 'node:net';
import pg from 'pg';
import * as v from 'valibot';
import { connectionLimits } from '../database/connection-limits.ts';
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
/** Nothing is heard of a database that vanished without a reset: so it is asked, ms. */
const ASK_EVERY_MS = 5_000;
const ANSWER_WITHIN_MS = 4_000;

/**
 * Receives the notices of all server processes on a connection of its own, until it is closed. The
 * address must lead to PostgreSQL directly: a pooler of transactions passes no notices on.
 */
export async function listen(url: string, handlers: NoticeHandlers): Promise<() => Promise<void>> {
  let closed = false;
  let current = await open();
  let retry: NodeJS.Timeout | undefined;
  return async () => {
    closed = true;
    clearTimeout(retry);
    await current.close();
  };

  async function open(): Promise<Connection> {
    const next = await openConnection(url, handlers);
    next.ended.then(() => {
      if (!closed) retry = setTimeout(() => void reopen(), RETRY_MS);
    });
    return next;
  }

  async function reopen(): Promise<void> {
    try {
      current = await open();
      if (closed) await current.close();
      else handlers.reconnected();
    } catch (error) {
      handlers.failed(error);
      if (!closed) retry = setTimeout(() => void reopen(), RETRY_MS);
    }
  }
}

interface Connection {
  /** Resolves when it is lost or closed. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

async function openConnection(url: string, { onNotice, failed }: NoticeHandlers): Promise<Connection> {
  // Its own socket, because only destroying it ends a connection whose other side has vanished.
  const socket = new Socket();
  const client = new pg.Client({
    ...connectionLimits,
    connectionString: url,
    query_timeout: ANSWER_WITHIN_MS,
    stream: () => socket,
  });
  client.on('notification', ({ payload }) => {
    const notice = v.safeParse(payloadSchema, payload);
    if (notice.success) onNotice(notice.output);
    else failed(new v.ValiError(notice.issues));
  });
  client.on('error', failed);
  try {
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
  } catch (error) {
    socket.destroy();
    throw error;
  }
  const asking = setInterval(() => {
    client.query('select 1').catch((error: unknown) => {
      failed(error);
      socket.destroy();
    });
  }, ASK_EVERY_MS);
  const ended = new Promise<void>((resolve) => {
    client.once('end', () => {
      clearInterval(asking);
      resolve();
    });
  });
  return { ended, close: () => client.end() };
}
