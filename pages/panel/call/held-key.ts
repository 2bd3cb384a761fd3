import { HELD_PRESS_MS } from './held-press.ts';

/** A command that needs a held key, such as hanging up while script steps are pending. */
export interface HeldKey {
  /** Key repeats change nothing. */
  press(onHeld: () => void): void;
  /** Cancels: any key was released, or the window lost the focus. */
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
