import type { Signal } from '@preact/signals';
import type { PanelView } from './panel-view.ts';

/** An idle panel shows only minutes and seconds. */
const QUIET_MS = 1000;
/** While a ring or a wait is animated. */
const LIVELY_MS = 100;

/** Moves the panel's clock as often as the screen needs it. */
export function tick(clock: Signal<number>, now: () => number, view: () => PanelView): void {
  const step = () => {
    clock.value = now();
    setTimeout(step, isLively(view()) ? LIVELY_MS : QUIET_MS - (Date.now() % QUIET_MS));
  };
  step();
}

function isLively({ stage }: PanelView): boolean {
  if (stage.stage !== 'call') return false;
  return stage.ring !== null || stage.rules.run?.wait?.state === 'running';
}
