import { every, onEvent, type Part, Started } from '../part.ts';

const BEAT_MS = 5000;
/** A beat this late means that the computer slept: timers stand still meanwhile. */
const ASLEEP_AFTER_MS = 20_000;

type WakeReason = 'online' | 'network-change' | 'sleep';

/** Calls back when the network changed or the computer woke up: a registration may be gone then. */
export class WakeWatch implements Part {
  readonly #onWake: (reason: WakeReason) => void;
  readonly #started = new Started();

  constructor(onWake: (reason: WakeReason) => void) {
    this.#onWake = onWake;
  }

  start(): void {
    let lastBeat = Date.now();
    const beat = () => {
      const now = Date.now();
      if (now - lastBeat > ASLEEP_AFTER_MS) this.#onWake('sleep');
      lastBeat = now;
    };
    this.#started.add(
      every(BEAT_MS, beat),
      onEvent(globalThis, 'online', () => this.#onWake('online')),
    );
    const connection = connectionOf(navigator);
    if (connection === null) return;
    this.#started.add(onEvent(connection, 'change', () => this.#onWake('network-change')));
  }

  stop(): void {
    this.#started.stop();
  }
}

/** Only Chromium has the Network Information API; Firefox has the `online` event alone. */
function connectionOf(candidate: Navigator): EventTarget | null {
  return 'connection' in candidate && candidate.connection instanceof EventTarget
    ? candidate.connection
    : null;
}
