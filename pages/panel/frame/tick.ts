import type { Signal } from '@preact/signals';
import type { PanelView } from './panel-view.ts';

/** Seconds and minutes are all that an idle or quiet panel shows. */
const QUIET_MS = 1000;
/** While a ring or a wait is drawn moving. */
const LIVELY_MS = 100;

/** Moves the panel's clock: as often as something on screen counts, and not when nobody looks. */
export function tick(now: Signal<number>, view: () => PanelView): void {
  const step = () => {
    now.value = Date.now();
    setTimeout(step, isLively(view()) ? LIVELY_MS : QUIET_MS - (Date.now() % QUIET_MS));
  };
  step();
}

function isLively({ stage }: PanelView): boolean {
  if (stage.stage !== 'call') return false;
  return stage.ring !== null || stage.rules.run?.wait?.state === 'running';
}
