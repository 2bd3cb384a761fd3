import { dueCallBacks } from '../../../rules/call-backs/due-call-backs.ts';
import { openOrders } from '../../../rules/work-orders/open-orders.ts';
import { harassmentView } from '../call-backs/follow-up-views.ts';
import { shiftSheet } from '../shift/shift-views.ts';
import type { PanelSources } from './panel-sources.ts';
import type { Overlay } from './panel-view.ts';

type OverlaySources = Pick<
  PanelSources,
  'page' | 'state' | 'contact' | 'journal' | 'team' | 'followUps' | 'sync'
>;

/** The open overlay with its content at this moment. */
export function overlayView(sources: OverlaySources, now: number): Overlay {
  const { page, state, contact, journal, team, followUps, sync } = sources;
  const overlay = state.overlay.value;
  switch (overlay.kind) {
    case 'shift':
      return shiftSheet(team.shift(now), page.pack, page.language, journal.calls, now);
    case 'harassment':
      return harassmentView(team, page.times.utcOffsetMinutes, sync.writesForOthers, now);
    case 'sign-out': {
      const since = team.serverTime(team.shift(now)?.signedInAt ?? now);
      const { settings, utcOffsetMinutes } = page.times;
      return {
        kind: 'sign-out',
        orders: openOrders(team.orders.value, team.serverTime(now), team.orderRules()).length,
        callBacks: dueCallBacks(team.callBacks.value, settings, team.serverTime(now), utcOffsetMinutes).list
          .length,
        followUps: followUps.pending('mine').length,
        unfinished: contact.unfinished.length,
        handedOver: team.handovers.value.sheets.some(
          ({ is }) => is.state !== 'written' && is.leaving.at >= since,
        ),
      };
    }
    case 'palette':
      return overlay;
    case 'none':
    case 'menu':
    case 'keys':
    case 'sync':
      return { kind: overlay.kind };
  }
}
