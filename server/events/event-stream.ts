import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { writeFrame } from '../../contract/api/events/event-frames.ts';

/** A listener that takes nothing for so many bytes is cut off, and comes back with its Last-Event-ID. */
const MOST_UNSENT_BYTES = 1_000_000;

/**
 * One listener's connection. Its body ends with the connection (RFC 9112 §6.3) and is not chunked, so that the same bytes go to
 * every socket as they are. While what was missed is still being read, new frames wait, and those that were read are dropped.
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
      // A proxy in between must not collect frames.
      'x-accel-buffering': 'no',
      connection: 'close',
    });
    response.flushHeaders();
  }

  write(frame: Buffer, seq: number | null): void {
    if (this.#waiting !== null) this.#waiting.push({ frame, seq });
    else if (seq === null || seq > this.#newest) this.#send(frame);
  }

  /** What was missed, then where the stream stands, then what came meanwhile. */
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
