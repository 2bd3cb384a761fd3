import { dueCallBacks } from '../../../rules/call-backs/due-call-backs.ts';
import { openOrders } from '../../../rules/work-orders/open-orders.ts';
import { harassmentView } from '../call-backs/follow-up-views.ts';
import { shiftSheet } from '../shift/shift-views.ts';
import type { PanelState } from './panel-state.ts';
import type { Overlay } from './panel-view.ts';

/** Filled with what it shows just now. */
export function overlayView(model: PanelState, now: number): Overlay {
  const { journal, pack, context, team } = model.parts;
  const { language, utcOffsetMinutes } = context();
  const overlay = model.overlay.value;
  switch (overlay.kind) {
    case 'shift':
      return shiftSheet(team.shift(now), pack, language, journal.calls, now);
    case 'harassment':
      return harassmentView(team, utcOffsetMinutes);
    case 'sign-out': {
      const since = team.shift(now)?.signedInAt ?? now;
      const { list } = dueCallBacks(team.callBacks.value, pack.settings, now, utcOffsetMinutes);
      return {
        kind: 'sign-out',
        orders: openOrders(team.orders.value, now, team.orderRules()).length,
        callBacks: list.length,
        unfinished: journal.wrappingUp === null ? 0 : 1,
        handedOver: team.handovers.value.sheets.some(
          ({ is }) => is.state !== 'written' && is.leaving.at >= since,
        ),
      };
    }
    case 'palette':
      return overlay;
    default:
      return { kind: overlay.kind };
  }
}
