import * as v from 'valibot';
import { MOST_DOCUMENT_CHARACTERS } from '../../release/release-messages.ts';
import { jsonText } from '../parse-json.ts';
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

/** Longest frame: a release with its document, which is text in base64. */
export const MOST_FRAME_CHARACTERS = MOST_DOCUMENT_CHARACTERS + 10_000;

const END = '\n\n';

/**
 * Reads frames from text in chunks of any size, in time proportional to the text: what has come of
 * a frame is not searched a second time. Skips events that this version does not know.
 */
export class FrameReader {
  #pieces: string[] = [];
  #length = 0;
  /** The last character that has come: an end may be cut in two. */
  #last = '';

  /** `too-long`: what follows cannot be read, because the frame is longer than a server sends. */
  receive(piece: string): readonly Received[] | 'too-long' {
    const received: Received[] = [];
    let from = 0;
    if (this.#last === '\n' && piece.startsWith('\n')) {
      received.push(...this.#read(''));
      from = 1;
    }
    for (let end = piece.indexOf(END, from); end >= 0; end = piece.indexOf(END, from)) {
      if (this.#length + end - from > MOST_FRAME_CHARACTERS) return 'too-long';
      received.push(...this.#read(piece.slice(from, end)));
      from = end + END.length;
    }
    this.#keep(piece.slice(from));
    return this.#length > MOST_FRAME_CHARACTERS ? 'too-long' : received;
  }

  #keep(rest: string): void {
    if (rest === '') {
      this.#last = this.#pieces.length === 0 ? '' : this.#last;
      return;
    }
    this.#pieces.push(rest);
    this.#length += rest.length;
    this.#last = rest.slice(-1);
  }

  #read(tail: string): readonly Received[] {
    const block = `${this.#pieces.join('')}${tail}`;
    this.#pieces = [];
    this.#length = 0;
    this.#last = '';
    const one = readBlock(block);
    return one === null ? [] : [one];
  }
}

function readBlock(block: string): Received | null {
  let id: string | null = null;
  let data = '';
  for (const line of block.split('\n')) {
    if (line.startsWith('id: ')) id = line.slice(4);
    if (line.startsWith('data: ')) data = line.slice(6);
  }
  const parsed = v.safeParse(v.pipe(jsonText, serverEventSchema), data);
  return parsed.success ? { id, event: parsed.output } : null;
}
