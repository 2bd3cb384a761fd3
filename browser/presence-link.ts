import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import {
  type HelpState,
  NO_HELP,
  PRESENCE_CHANNEL,
  type PresenceMessage,
} from '../contract/messages/presence-message.ts';

/** Connects a page to the presence service of the phone host. */
export class PresenceLink {
  readonly #channel = new BroadcastChannel(PRESENCE_CHANNEL);
  readonly #state: Signal<HelpState> = signal(NO_HELP);

  constructor() {
    this.#channel.onmessage = ({ data }: MessageEvent<PresenceMessage>) => {
      if (data.kind === 'state') this.#state.value = data.state;
    };
    this.say({ kind: 'ask' });
  }

  get state(): ReadonlySignal<HelpState> {
    return this.#state;
  }

  say(message: Exclude<PresenceMessage, { readonly kind: 'state' }>): void {
    this.#channel.postMessage(message);
  }
}
