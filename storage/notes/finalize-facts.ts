import type { AgentEvent } from '../../calls/agent-event.ts';
import type { EndedCall } from '../../calls/call.ts';
import type { CallId, Instant } from '../../calls/call-event.ts';
import { isPhoneFact, replayPhone } from '../../calls/fold-phone.ts';
import { callOf, type JournalEntry, type JournalEvent } from '../../calls/journal-entry.ts';
import { lineTroubles } from '../../calls/line-troubles.ts';
import type { NoteFacts } from '../../contract/note/note.ts';

/**
 * The facts of a finished call, from the journal alone; the same journal gives the same facts.
 * `rules/` counts the rings. Null while the call has not ended.
 */
export function finalizeFacts(
  journal: readonly JournalEntry[],
  call: CallId,
  rings: number | null,
): NoteFacts | null {
  const own = journal.filter(({ event }) => callOf(event) === call);
  const ended = replayPhone(own).calls.find((one): one is EndedCall => one.state === 'ended');
  if (ended === undefined) return null;
  const events = own.map(({ event }) => event);
  const { answeredAt, endedAt, end, queuedMs, originalTarget } = ended;
  return {
    // The last entry of a lost call may be a line event, whose time has a fraction.
    ...{ rings, queuedMs, end, endedAt: Math.round(endedAt) },
    answeredAt: answeredAt === null ? null : Math.round(answeredAt),
    holds: spans(events, endedAt, isLocalHold, (event) => event.type === 'resumed' && isLocal(event)),
    mutes: spans(
      events,
      endedAt,
      (event) => event.type === 'muted',
      (event) => event.type === 'unmuted',
    ),
    situations: [...new Set(events.flatMap((event) => picked(event)))],
    steps: events.filter(isStepDone).map(({ situation, step, how }) => ({ situation, step, how })),
    forcedHangUps: events.filter(({ type }) => type === 'hang-up-forced').length,
    line: [...lineTroubles(events, endedAt)],
    originalTarget,
  };
}

/**
 * How often something began and its total duration in ms, including one that the end of the call
 * cut short.
 */
function spans(
  events: readonly JournalEvent[],
  endedAt: Instant,
  begins: (event: JournalEvent) => boolean,
  ends: (event: JournalEvent) => boolean,
): { count: number; totalMs: number } {
  let since: Instant | null = null;
  let count = 0;
  let totalMs = 0;
  for (const event of events.filter(isPhoneFact)) {
    if (since === null && begins(event)) {
      since = event.at;
      count += 1;
    } else if (since !== null && (ends(event) || event.type === 'ended')) {
      totalMs += Math.max(0, Math.min(event.at, endedAt) - since);
      since = null;
    }
  }
  return { count, totalMs };
}

/** Only the agent's own holds count, not those of the caller. */
function isLocalHold(event: JournalEvent): boolean {
  return event.type === 'held' && isLocal(event);
}

function isLocal(event: JournalEvent & { readonly type: 'held' | 'resumed' }): boolean {
  return event.holdOriginator === 'local';
}

function picked(event: JournalEvent): readonly string[] {
  return event.type === 'situation-picked' ? [event.situation] : [];
}

function isStepDone(event: JournalEvent): event is AgentEvent & { type: 'step-done' } {
  return event.type === 'step-done';
}
