import type { Page } from 'puppeteer-core';
import type { JournalEvent } from '../../calls/journal-entry.ts';
import { HOST_CHANNEL } from '../../contract/messages/host-message.ts';

/** Collects what the phone host appends to the journal from now on. */
export async function watchJournal(page: Page): Promise<() => Promise<readonly JournalEvent[]>> {
  const appended = await page.evaluateHandle((channel) => {
    const events: JournalEvent[] = [];
    new BroadcastChannel(channel).onmessage = ({ data }) => {
      if (data.kind !== 'appended') return;
      for (const { event } of data.entries) events.push(event);
    };
    return events;
  }, HOST_CHANNEL);
  return () => appended.jsonValue();
}

/** The step events, one line each, in order. */
export function stepsOf(events: readonly JournalEvent[]): readonly string[] {
  return events.flatMap((event) =>
    event.type === 'step-done' ? [`${event.situation}/${event.step} ${event.how}`] : [],
  );
}

/** Length of each completed wait, ms. */
export function waitsOf(events: readonly JournalEvent[]): readonly number[] {
  const begun = new Map<string, number>();
  return events.flatMap((event) => {
    if (event.type !== 'step-done') return [];
    const step = `${event.situation}/${event.step}`;
    if (event.how === 'done') begun.set(step, event.at);
    const since = begun.get(step);
    return event.how === 'waited' && since !== undefined ? [event.at - since] : [];
  });
}
