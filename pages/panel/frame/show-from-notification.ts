import { callBackOfNotification } from '../../../rules/call-backs/call-backs-to-notify.ts';
import { isHandoverNotification } from '../../../rules/handover/handovers-to-notify.ts';
import { isShiftClock } from '../../../rules/shift/shifts-to-notify.ts';
import type { Act } from './panel-action.ts';

/** Opens the work order, the call-back or the handover of a clicked notification. */
export function showFromNotification(order: string, act: Act): void {
  if (isShiftClock({ order }) || isHandoverNotification(order)) {
    act({ do: 'open-tab', tab: 'handover' });
    return;
  }
  const id = callBackOfNotification(order);
  if (id === null) act({ do: 'on-orders', action: { do: 'show', order } });
  else {
    act({ do: 'open-tab', tab: 'call-backs' });
    act({ do: 'on-call-backs', action: { do: 'open', id } });
  }
}
