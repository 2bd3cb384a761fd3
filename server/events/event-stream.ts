import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { writeFrame } from '../../contract/api/events/event-frames.ts';

/** A listener with more unread bytes is disconnected, and resumes with its Last-Event-ID. */
const MOST_UNSENT_BYTES = 1_000_000;

/**
 * One listener's connection. The body ends with the connection (RFC 9112 §6.3) instead of being
 * chunked, so that all sockets get the same bytes. New frames wait until `begin` has sent the
 * missed ones, and are dropped if they were among them.
 */
export class EventStream {
  readonly #response: ServerResponse;
  readonly #socket: Socket | null;
  #newest = 0;
  #waiting: { readonly frame: Buffer; readonly seq: number | null }[] | null = [];

  constructor(response: ServerResponse, headers: Readonly<Record<string, string>>) {
    this.#response = response;
    this.#socket = response.socket;
    this.#socket?.setNoDelay(true);
    response.removeHeader('transfer-encoding');
    response.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      // Tells proxies not to buffer.
      'x-accel-buffering': 'no',
      connection: 'close',
    });
    response.flushHeaders();
  }

  write(frame: Buffer, seq: number | null): void {
    if (this.#waiting !== null) this.#waiting.push({ frame, seq });
    else if (seq === null || seq > this.#newest) this.#send(frame);
  }

  /** Sends the missed events, then the stream's position, then the events that came meanwhile. */
  begin(missed: readonly Buffer[], first: 'hello' | 'reset', newest: number): void {
    for (const frame of missed) this.#send(frame);
    this.#send(Buffer.from(writeFrame(String(newest), { type: first })));
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    this.#newest = newest;
    for (const { frame, seq } of waiting) this.write(frame, seq);
  }

  close(): void {
    this.#response.destroy();
  }

  #send(frame: Buffer): void {
    if (this.#socket === null || this.#response.destroyed) return;
    this.#socket.write(frame);
    if (this.#socket.writableLength > MOST_UNSENT_BYTES) this.close();
  }
}
