import { every, HostPart, onEvent } from '../part.ts';

const BEAT_MS = 5000;
/** A beat this late means that the computer slept: timers stand still meanwhile. */
const ASLEEP_AFTER_MS = 20_000;

type WakeReason = 'online' | 'network-change' | 'sleep';

/** Calls back when the network changed or the computer woke up: a registration may be gone then. */
export class WakeWatch extends HostPart<{ readonly onWake: (reason: WakeReason) => void }> {
  start(): void {
    const { onWake } = this.needs;
    let lastBeat = Date.now();
    const beat = () => {
      const now = Date.now();
      if (now - lastBeat > ASLEEP_AFTER_MS) onWake('sleep');
      lastBeat = now;
    };
    this.undoOnStop(
      every(BEAT_MS, beat),
      onEvent(globalThis, 'online', () => onWake('online')),
    );
    const connection = connectionOf(navigator);
    if (connection === null) return;
    this.undoOnStop(onEvent(connection, 'change', () => onWake('network-change')));
  }
}

/** Only Chromium has the Network Information API; Firefox has the `online` event alone. */
function connectionOf(candidate: Navigator): EventTarget | null {
  return 'connection' in candidate && candidate.connection instanceof EventTarget
    ? candidate.connection
    : null;
}
