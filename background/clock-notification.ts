import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { askToShowOrder } from '../browser/shown-order.ts';
import type { ScheduledClock } from '../contract/messages/scheduled-clock.ts';
import { callBackOfNotification } from '../rules/call-backs/call-backs-to-notify.ts';
import { isHandoverNotification } from '../rules/handover/handovers-to-notify.ts';
import { isShiftClock } from '../rules/shift/shifts-to-notify.ts';
import type { DueNotification } from '../rules/work-orders/clock-notifications.ts';
import { openPanelInFront } from './open-panel.ts';

const PREFIX = 'clock:';
/** More at once, as after a night, become one notification that opens the list. */
const ONE_BY_ONE = 3;

export async function showClocks(notifications: readonly DueNotification[]): Promise<void> {
  const shifts = notifications.filter(({ clock }) => isShiftClock(clock));
  const others = notifications.filter(({ clock }) => !isShiftClock(clock));
  await Promise.all(shifts.map(({ clock }) => showShift(clock)));
  if (others.length > ONE_BY_ONE) {
    const over = others.filter(({ say }) => say === 'over').length;
    const message = i18n.t('notification.clocksMany', { over, soon: others.length - over });
    await show('', i18n.t('notification.clocks'), message);
    return;
  }
  await Promise.all(
    others.map(({ clock, say }) =>
      show(clock.order, titleOf(clock.order, say), `${clock.label} · ${timeOf(clock)}`),
    ),
  );
}

/** The next agents are expected, and the others prepare to hand over. */
function showShift(clock: ScheduledClock): Promise<void> {
  const title = i18n.t('notification.shift', { time: timeOf(clock) });
  return show(clock.order, title, [i18n.t('notification.shiftWhat'), clock.label].filter(Boolean).join('\n'));
}

function timeOf({ dueAt, timeZone }: ScheduledClock): string {
  return new Date(dueAt).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', timeZone });
}

/** A click opens the panel at the order, or at the list. */
export function handleClockClicks(): void {
  browser.notifications.onClicked.addListener((id) => {
    if (!id.startsWith(PREFIX)) return;
    void openPanelInFront();
    void askToShowOrder(id.slice(PREFIX.length));
    void browser.notifications.clear(id);
  });
}

/** One for each order: a newer notification replaces the older one. */
async function show(order: string, title: string, message: string): Promise<void> {
  await browser.notifications.create(PREFIX + order, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title,
    message,
  });
}

function titleOf(order: string, say: DueNotification['say']): string {
  if (isHandoverNotification(order)) return i18n.t('notification.handover');
  return callBackOfNotification(order) === null ? orderTitle(say) : callBackTitle(say);
}

function orderTitle(say: DueNotification['say']): string {
  return say === 'over' ? i18n.t('notification.clockOver') : i18n.t('notification.clockWarned');
}

function callBackTitle(say: DueNotification['say']): string {
  return say === 'over' ? i18n.t('callBacks.alertLate') : i18n.t('callBacks.alert');
}
