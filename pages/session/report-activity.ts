import { ACTIVITY_CHANNEL } from '../../contract/messages/activity-message.ts';

/** One report is enough for so long. */
const EVERY_MS = 10_000;
const ACTS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Reports that somebody uses this page: the phone host locks an idle computer. */
export function reportActivity(): void {
  const channel = new BroadcastChannel(ACTIVITY_CHANNEL);
  let reportedAt = Number.NEGATIVE_INFINITY;
  const report = () => {
    const now = performance.now();
    if (now - reportedAt < EVERY_MS) return;
    reportedAt = now;
    channel.postMessage('used');
  };
  for (const act of ACTS) addEventListener(act, report, { capture: true, passive: true });
}
