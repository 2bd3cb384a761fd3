/** Takes back something that was started. */
export type Undo = () => void;

/** One part of the phone host. Nothing runs before `start`, and nothing is left after `stop`. */
export interface Part {
  start(): void | Promise<void>;
  stop(): void | Promise<void>;
}

/** A part that undoes in `stop` what it started in `start`. */
export abstract class HostPart<Needs> implements Part {
  protected readonly needs: Needs;
  readonly #undo: Undo[] = [];
  #isStopped = false;

  constructor(needs: Needs) {
    this.needs = needs;
  }

  abstract start(): void | Promise<void>;

  stop(): void | Promise<void> {
    this.#isStopped = true;
    for (const undo of this.#undo.splice(0)) undo();
  }

  protected get isStopped(): boolean {
    return this.#isStopped;
  }

  /** What is on its way when the part stops ends late; its channel is closed by then. */
  protected post<Message>(channel: BroadcastChannel, message: Message): void {
    if (!this.#isStopped) channel.postMessage(message);
  }

  protected undoOnStop(...undo: readonly Undo[]): void {
    this.#undo.push(...undo);
  }
}

/** Starts the parts in order. If one fails or `signal` aborts, stops those that were started. */
export async function startParts(parts: readonly Part[], signal: AbortSignal): Promise<void> {
  const started: Part[] = [];
  try {
    for (const part of parts) {
      signal.throwIfAborted();
      started.push(part);
      await part.start();
    }
    signal.throwIfAborted();
  } catch (error) {
    await stopParts(started);
    throw error;
  }
}

/** Stops the parts, last first. One that cannot stop does not keep the others from stopping. */
export async function stopParts(parts: readonly Part[]): Promise<void> {
  for (const part of [...parts].reverse()) {
    try {
      await part.stop();
    } catch (error) {
      console.error('phone host: a part could not stop', error);
    }
  }
}

/** A timer that holds one task at most: a new one replaces the one that waits. */
export class OneTimer {
  #timer: ReturnType<typeof setTimeout> | undefined;

  set(ms: number, task: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(task, ms);
  }

  clear(): void {
    clearTimeout(this.#timer);
  }
}

export function every(ms: number, task: () => void): Undo {
  const timer = setInterval(task, ms);
  return () => clearInterval(timer);
}

export function onEvent(
  target: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
  type: string,
  listener: () => void,
): Undo {
  target.addEventListener(type, listener);
  return () => target.removeEventListener(type, listener);
}

/** Receives the messages of a channel, and closes the channel in the end. */
export function onMessage<Message>(channel: BroadcastChannel, receive: (message: Message) => void): Undo {
  channel.onmessage = ({ data }: MessageEvent<Message>) => receive(data);
  return () => channel.close();
}
