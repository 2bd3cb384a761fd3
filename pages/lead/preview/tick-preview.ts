import type { Signal } from '@preact/signals';
import type { Instant } from '../../../calls/call-event.ts';
import type { PanelView } from '../../panel/frame/panel-view.ts';

/** Seconds are all that a made call shows while nobody waits in it. */
const QUIET_MS = 1000;
/** While a wait is drawn moving. */
const LIVELY_MS = 100;

/** Moves the preview's clock, and stands still while nobody looks. */
export function tickPreview(now: Signal<Instant>, panel: () => PanelView | null): void {
  const step = () => {
    if (!document.hidden) now.value = Date.now();
    const stage = panel()?.stage;
    const waits = stage?.stage === 'call' && stage.rules.run?.wait?.state === 'running';
    setTimeout(step, waits ? LIVELY_MS : QUIET_MS);
  };
  step();
}
