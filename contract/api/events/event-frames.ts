import * as v from 'valibot';
import { type ServerEvent, serverEventSchema } from './server-event.ts';

export interface Received {
  /** For Last-Event-ID; null if the event has none. */
  readonly id: string | null;
  readonly event: ServerEvent;
}

/** One server-sent event (HTML standard). `id` null: it is not repeated after a break. */
export function writeFrame(id: string | null, event: ServerEvent): string {
  return `${id === null ? '' : `id: ${id}\n`}data: ${JSON.stringify(event)}\n\n`;
}

/** An empty comment at regular intervals, so that both ends notice a broken connection. */
export const HEARTBEAT_FRAME = ':\n\n';
export const HEARTBEAT_MS = 20_000;

/** Reads frames from text in chunks of any size. Skips events that this version does not know. */
export class FrameReader {
  #rest = '';

  receive(piece: string): readonly Received[] {
    const blocks = (this.#rest + piece).split('\n\n');
    this.#rest = blocks.pop() ?? '';
    return blocks.flatMap((block) => readBlock(block) ?? []);
  }
}

function readBlock(block: string): Received | null {
  let id: string | null = null;
  let data = '';
  for (const line of block.split('\n')) {
    if (line.startsWith('id: ')) id = line.slice(4);
    if (line.startsWith('data: ')) data = line.slice(6);
  }
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), serverEventSchema), data);
  return parsed.success ? { id, event: parsed.output } : null;
}
