const BEAT_MS = 5000;
/** A beat this late means that the machine slept: timers stand still with it. */
const ASLEEP_AFTER_MS = 20_000;

/** Calls back when the network changed or the computer woke: the moments at which "registered" may have become a lie. */
export function watchForWake(woke: (why: 'online' | 'network-change' | 'sleep') => void): () => void {
  let lastBeat = Date.now();
  const beat = setInterval(() => {
    const now = Date.now();
    if (now - lastBeat > ASLEEP_AFTER_MS) woke('sleep');
    lastBeat = now;
  }, BEAT_MS);
  const online = () => woke('online');
  const changed = () => woke('network-change');
  const connection = connectionOf(navigator);
  addEventListener('online', online);
  connection?.addEventListener('change', changed);
  return () => {
    clearInterval(beat);
    removeEventListener('online', online);
    connection?.removeEventListener('change', changed);
  };
}

/** The Network Information API is Chromium's; Firefox has `online` alone. */
function connectionOf(candidate: Navigator): EventTarget | null {
  return 'connection' in candidate && candidate.connection instanceof EventTarget
    ? candidate.connection
    : null;
}
