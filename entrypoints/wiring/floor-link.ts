import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import {
  FLOOR_CHANNEL,
  type FloorLinkMessage,
  type FloorState,
  NO_FLOOR,
} from '../../contract/messages/floor-link-message.ts';

/** What a page hears of the floor, and says to it; by way of the phone host. */
export class FloorLink {
  readonly #channel = new BroadcastChannel(FLOOR_CHANNEL);
  readonly #state: Signal<FloorState> = signal(NO_FLOOR);

  constructor() {
    this.#channel.onmessage = ({ data }: MessageEvent<FloorLinkMessage>) => {
      if (data.kind === 'state') this.#state.value = data.state;
    };
    this.say({ kind: 'ask' });
  }

  get state(): ReadonlySignal<FloorState> {
    return this.#state;
  }

  say(message: Exclude<FloorLinkMessage, { readonly kind: 'state' }>): void {
    this.#channel.postMessage(message);
  }
}
