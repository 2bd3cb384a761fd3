import { browserClock, type Clock, elapsedOf } from '../../calls/sources/clock.ts';
import { every, HostPart, onEvent } from '../part.ts';

const BEAT_MS = 5000;
/** A beat this late means that the computer slept: timers stand still meanwhile. */
const ASLEEP_AFTER_MS = 20_000;

type WakeReason = 'online' | 'network-change' | 'sleep';

interface WakeNeeds {
  readonly onWake: (reason: WakeReason) => void;
  readonly clock?: Pick<Clock, 'now' | 'elapsed'>;
}

/** Calls back when the network changed or the computer woke up: a registration may be gone then. */
export class WakeWatch extends HostPart<WakeNeeds> {
  start(): void {
    const { onWake, clock = browserClock } = this.needs;
    let lastBeat = elapsedOf(clock);
    const beat = () => {
      const now = elapsedOf(clock);
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
