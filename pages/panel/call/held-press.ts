import { useEffect, useRef, useState } from 'preact/hooks';

/** How long a guarded hang-up must be held: not by accident, yet short enough for an emergency. */
export const HELD_PRESS_MS = 1000;

export interface HeldPress {
  readonly holding: boolean;
  readonly begin: () => void;
  readonly cancel: () => void;
}

/** Calls `onHeld` after a long press. Releasing, leaving or losing the focus cancels it. */
export function useHeldPress(onHeld: () => void): HeldPress {
  const [holding, setHolding] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const latest = useRef(onHeld);
  latest.current = onHeld;
  const stop = () => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
  };
  useEffect(() => stop, []);
  const begin = () => {
    if (timer.current !== null) return;
    setHolding(true);
    timer.current = setTimeout(() => {
      timer.current = null;
      setHolding(false);
      latest.current();
    }, HELD_PRESS_MS);
  };
  const cancel = () => {
    stop();
    setHolding(false);
  };
  return { holding, begin, cancel };
}
