import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { rememberLiveCalls } from '../browser/waiting-update.ts';
import { SerialQueue } from '../calls/timing/serial-queue.ts';
import { countSchema } from '../calls/vocabulary/whole-number.ts';
import type { BadgeState, HostFailure } from '../contract/messages/background-request.ts';

/** A sign for each state, so that the badge does not depend on colour. */
const BADGES: Readonly<Record<BadgeState, { text: string; colour: string }>> = {
  idle: { text: '', colour: '#5b6470' },
  ringing: { text: '☎', colour: '#b3261e' },
  'in-call': { text: '●', colour: '#1f7a4d' },
  out: { text: '!', colour: '#8a5a00' },
};
const OVERDUE_COLOUR = '#b3261e';
/** A badge shows four characters. */
const MOST_COUNTED = 99;

const KEPT = 'badge';
const keptSchema = v.object({
  state: v.picklist(['idle', 'ringing', 'in-call', 'out']),
  overdue: countSchema,
});
type Kept = v.InferOutput<typeof keptSchema>;

const queue = new SerialQueue();

/** Shows the state of the phone at the toolbar icon, and stores the number of calls for updates. */
export async function showStatus(state: BadgeState, liveCalls: number): Promise<void> {
  await Promise.all([show({ state }), rememberLiveCalls(liveCalls), showTitle(i18n.t('actionTitle'))]);
}

/** The phone host could not start: `!`, and what is wrong when the pointer rests on the icon. */
export function showHostFailure(reason: HostFailure): void {
  void Promise.all([show({ state: 'out' }), rememberLiveCalls(0), showTitle(failureText(reason))]);
}

function failureText(reason: HostFailure): string {
  switch (reason) {
    case 'store':
      return i18n.t('hostFailure.store');
    case 'settings':
      return i18n.t('hostFailure.settings');
    case 'private':
      return i18n.t('hostFailure.private');
    case 'other':
      return i18n.t('hostFailure.other');
  }
}

async function showTitle(title: string): Promise<void> {
  await actionButton().setTitle({ title });
}

function actionButton() {
  return import.meta.env.MANIFEST_VERSION === 2 ? browser.browserAction : browser.action;
}

/**
 * Shows the number of overdue work orders and call-backs beside the state, but not during a ring.
 */
export function showOverdue(overdue: number): Promise<void> {
  return show({ overdue });
}

/** State and number are stored for the session: the worker may restart between the two. */
function show(news: Partial<Kept>): Promise<void> {
  return queue.run(async () => {
    const found = v.safeParse(keptSchema, (await browser.storage.session.get(KEPT))[KEPT]);
    const before: Kept = found.success ? found.output : { state: 'idle', overdue: 0 };
    const kept = { ...before, ...news };
    const { text, colour } = BADGES[kept.state];
    const counted =
      kept.overdue === 0 || kept.state === 'ringing' ? '' : String(Math.min(kept.overdue, MOST_COUNTED));
    const action = actionButton();
    await Promise.all([
      browser.storage.session.set({ [KEPT]: kept }),
      action.setBadgeText({ text: text + counted }),
      action.setBadgeBackgroundColor({ color: text === '' && counted !== '' ? OVERDUE_COLOUR : colour }),
    ]);
  });
}
