import type { CallEvent, Instant, PhoneEvent } from '../../calls/call-event.ts';
import type { Adapter, AdapterInput } from '../../contract/pack/adapter.ts';
import { AdapterCalls } from './adapter-calls.ts';
import { matchRules } from './match-rules.ts';
import { messagesIn } from './messages-in.ts';

type Event = CallEvent | PhoneEvent;

/** What passed in a page, and by which input of the adapter. */
export interface AdapterMessage {
  readonly input: AdapterInput;
  readonly data: unknown;
}

/**
 * Reads the messages of one page by an adapter. The time is an argument, and `nextAt` says when
 * `onTime` has something to report. What no rule fits changes nothing.
 */
export class AdapterReader {
  readonly #calls: AdapterCalls;

  constructor({ id }: Pick<Adapter, 'id'>) {
    this.#calls = new AdapterCalls(id);
  }

  get nextAt(): Instant {
    return this.#calls.nextAt;
  }

  get isIdle(): boolean {
    return this.#calls.isIdle;
  }

  /** The events of the calls that are up, for a host that missed them. */
  get history(): readonly Event[] {
    return this.#calls.history;
  }

  read({ input, data }: AdapterMessage, now: Instant): readonly Event[] {
    const messages = input.kind === 'message' ? messagesIn(data, input.each) : [data];
    return messages.flatMap((message) => {
      const signal = matchRules(input.rules, message);
      return signal === null ? [] : this.#calls.apply(signal, now);
    });
  }

  onTime(now: Instant): readonly Event[] {
    return this.#calls.onTime(now);
  }
}
