import { HELD_PRESS_MS } from './held-press.ts';

/** A command that needs its key held, such as hanging up while something is owed. */
export interface HeldKey {
  /** Repeats of a key that is down already change nothing. */
  press(onHeld: () => void): void;
  /** Any key let go, or the window left, takes it back. */
  release(): void;
}

export function heldKey(): HeldKey {
  let timer: ReturnType<typeof setTimeout> | null = null;
  return {
    press(onHeld) {
      timer ??= setTimeout(() => {
        timer = null;
        onHeld();
      }, HELD_PRESS_MS);
    },
    release() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
