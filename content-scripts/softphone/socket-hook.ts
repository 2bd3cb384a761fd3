import type { Lookalikes } from './native-lookalikes.ts';

/** A frame that looks like SIP, in the direction in which it passes the page's socket. */
export type HandOver = (direction: 'sent' | 'received', text: string) => void;

/** Takes a frame that is no SIP, and the address of its socket, if it may be of an adapter. */
export interface OtherFrames {
  readonly areWanted: () => boolean;
  readonly handOver: (text: string, address: string) => void;
}

/** Longer than any SIP message. */
const LONGEST = 65_536;
/** Frames that wait for a Blob before them to be read. */
const MOST_WAITING = 200;
const OPEN = 1;

interface Waiting {
  text: string | null;
  next: Waiting | null;
  readonly direction: 'sent' | 'received';
}

/**
 * Copies SIP frames of every WebSocket of the page, and passes all frames on untouched. The first
 * SIP frame that a page sends makes its socket known, and a listener, which no page can see, gets
 * what the socket receives. For an adapter, so does the page's own listener. So constructors,
 * subclasses, events and sockets that were opened before stay what they were. Runs before the
 * page's scripts, which may change any built-in object later: it uses only what it has saved
 * here.
 */
export function hookSockets(handOver: HandOver, others: OtherFrames, lookalikes: Lookalikes): void {
  const { apply } = Reflect;
  const { prototype } = WebSocket;
  const readyState = getterOf(prototype, 'readyState');
  const addressOf = getterOf(prototype, 'url');
  const dataOf = getterOf(MessageEvent.prototype, 'data');
  const { addEventListener } = EventTarget.prototype;
  const { has, add } = WeakSet.prototype;
  const { indexOf, charCodeAt, startsWith, slice } = String.prototype;
  const { decode } = TextDecoder.prototype;
  const { isView } = ArrayBuffer;
  const byteLength = getterOf(ArrayBuffer.prototype, 'byteLength');
  const viewLength = getterOf(Object.getPrototypeOf(Uint8Array.prototype), 'byteLength');
  const blobSize = getterOf(Blob.prototype, 'size');
  const { arrayBuffer } = Blob.prototype;
  const { then } = Promise.prototype;
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  /** Names of older phone systems in China. */
  const gb18030 = new TextDecoder('gb18030');
  const known = new WeakSet<object>();
  let [first, last, waiting]: [Waiting | null, Waiting | null, number] = [null, null, 0];

  function copy(direction: 'sent' | 'received', socket: object, data: unknown): void {
    if (typeof data !== 'string' && isBlob(data)) {
      if ((sizeBy(blobSize, data) ?? 0) > LONGEST) return;
      const place = enqueue(direction, null);
      const read = (buffer: ArrayBuffer | null) => {
        place.text = buffer === null ? '' : (textOf(buffer) ?? '');
        flush(socket);
      };
      apply(then, apply(arrayBuffer, data, []), [read, () => read(null)]);
      return;
    }
    const text = typeof data === 'string' ? data : textOf(data);
    if (text === null) return;
    if (!isSip(text)) {
      if (!others.areWanted()) return;
      if (direction === 'sent') adopt(socket);
      copyOther(socket, text);
      return;
    }
    if (direction === 'sent') adopt(socket);
    if (first === null) handOver(direction, text);
    else enqueue(direction, text);
  }

  function copyOther(socket: object, text: string): void {
    const address: unknown = apply(addressOf, socket, []);
    if (text.length <= LONGEST && typeof address === 'string') others.handOver(text, address);
  }

  /** A Blob is read later; what comes after it waits, so that the order stays. */
  function enqueue(direction: 'sent' | 'received', text: string | null): Waiting {
    const place: Waiting = { direction, text, next: null };
    if (waiting >= MOST_WAITING) return place;
    waiting += 1;
    if (last === null) first = place;
    else last.next = place;
    last = place;
    return place;
  }

  function flush(socket: object): void {
    while (first !== null && first.text !== null) {
      const { direction, text } = first;
      first = first.next;
      if (first === null) last = null;
      waiting -= 1;
      if (!isSip(text)) {
        if (text !== '' && others.areWanted()) copyOther(socket, text);
        continue;
      }
      if (direction === 'sent') adopt(socket);
      handOver(direction, text);
    }
  }

  function adopt(socket: object): void {
    if (apply(has, known, [socket])) return;
    apply(add, known, [socket]);
    // In the capture phase: before the page answers what it receives.
    apply(addEventListener, socket, ['message', onMessage, true]);
  }

  function onMessage(this: object, event: Event): void {
    try {
      copy('received', this, apply(dataOf, event, []));
    } catch {
      // The page is never disturbed; a frame that cannot be read is no call.
    }
  }

  function textOf(data: unknown): string | null {
    const length = sizeBy(isView(data) ? viewLength : byteLength, data);
    if (length === null || length > LONGEST) return null;
    try {
      return apply(decode, utf8, [data]);
    } catch {
      return apply(decode, gb18030, [data]);
    }
  }

  /** A getter of another kind of object throws. */
  function sizeBy(getter: (this: unknown) => unknown, data: unknown): number | null {
    try {
      const size = apply(getter, data, []);
      return typeof size === 'number' ? size : null;
    } catch {
      return null;
    }
  }

  function isBlob(data: unknown): data is Blob {
    return sizeBy(blobSize, data) !== null;
  }

  /** `SIP/2.0 200 OK` or `INVITE sip:… SIP/2.0` in the first line that is not empty. */
  function isSip(text: string): boolean {
    if (text.length > LONGEST) return false;
    let from = 0;
    while (apply(charCodeAt, text, [from]) === 13 && apply(charCodeAt, text, [from + 1]) === 10) from += 2;
    if (apply(startsWith, text, ['SIP/2.0 ', from])) return true;
    const end: number = apply(indexOf, text, ['\r\n', from]);
    return end > 8 && apply(slice, text, [end - 8, end]) === ' SIP/2.0';
  }

  lookalikes.observe(prototype, 'send', (socket, args) => {
    try {
      // A socket that is closing drops the frame.
      if (isSocket(socket) && apply(readyState, socket, []) === OPEN) copy('sent', socket, args[0]);
    } catch {
      // As above.
    }
  });
  // A page that only receives: its socket is known by its listener.
  const onListener = (socket: unknown) => {
    if (others.areWanted() && isSocket(socket)) adopt(socket);
  };
  lookalikes.observeSetter(prototype, 'onmessage', onListener);
  lookalikes.observe(EventTarget.prototype, 'addEventListener', (socket, args) => {
    if (args[0] === 'message') onListener(socket);
  });

  function isSocket(object: unknown): object is object {
    return sizeBy(readyState, object) !== null;
  }
}

function getterOf(prototype: object, name: string): (this: unknown) => unknown {
  const getter = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (getter === undefined) throw new TypeError(`no getter of ${name}`);
  return getter;
}
