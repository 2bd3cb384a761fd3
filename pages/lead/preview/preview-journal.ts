import type { AgentEvent } from '../../../calls/agent-event.ts';
import type { Instant } from '../../../calls/call-event.ts';
import type { JournalEntry, JournalEvent } from '../../../calls/journal-entry.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import { RING_CADENCES, ringLength } from '../../../contract/pack/ring-cadence.ts';
import type { Situation } from '../../../contract/pack/situation.ts';
import { wayToStep } from '../../../rules/rehearsal/way-to-step.ts';
import type { PreviewOptions } from '../scripts/scripts-view.ts';

/** What the preview shows: a situation of a pack, one of its steps, and what was pressed since. */
export interface PreviewScene {
  readonly pack: Pack;
  readonly situation: Situation;
  /** Null for the first. */
  readonly step: string | null;
  readonly presses: readonly AgentEvent[];
  readonly options: PreviewOptions;
  /** When the situation was picked. */
  readonly beganAt: Instant;
}

export const PREVIEW_CALL = 'preview';

/** Answered this long before the situation comes up. */
const TALKED_MS = 20_000;

/** A short made call in which the situation comes up: what the folds of the panel are given. */
export function previewJournal(scene: PreviewScene): readonly JournalEntry[] {
  const { situation, step, options, beganAt, presses } = scene;
  const way = step === null ? [] : wayToStep(situation, step, PREVIEW_CALL, beganAt);
  const events: JournalEvent[] = [
    ...opening(scene, beganAt - TALKED_MS),
    ...(options.named ? [{ type: 'caller-named', surname: '王', title: 'ms' } as const] : []).map(
      (named) => ({
        ...named,
        call: PREVIEW_CALL,
        at: beganAt - 1,
      }),
    ),
    { type: 'situation-picked', call: PREVIEW_CALL, at: beganAt, situation: situation.id, by: 'agent' },
    ...(way ?? []),
    ...presses,
  ];
  return events.map((event, n) => ({ seq: n + 1, source: 'replay', event }));
}

function opening({ pack, situation, options }: PreviewScene, answeredAt: Instant): readonly JournalEvent[] {
  const call = PREVIEW_CALL;
  const remoteParty = { number: '+8613900001234', displayName: null };
  const ringMs = ringLength(RING_CADENCES[pack.settings.cadence]);
  const rings = options.late ? pack.settings.ringLimit + 1 : 1;
  const startsAt = answeredAt - rings * ringMs;
  const answered = { type: 'answered', call, at: answeredAt } as const;
  if (!isOutbound(situation)) {
    return [{ type: 'ringing', call, at: startsAt, remoteParty, queuedMs: null }, answered];
  }
  return [
    { type: 'dialling', call, at: startsAt, remoteParty },
    { type: 'number-recognised', call, at: startsAt, as: [], promises: ['promised-answer', 'call-back'] },
    answered,
  ];
}

/** A situation for calls that the agent makes. */
function isOutbound({ group, triggers }: Situation): boolean {
  return (
    group === 'call-back' ||
    triggers.some(
      (trigger) =>
        trigger.kind === 'call-back-due' || (trigger.kind === 'answered' && trigger.direction === 'outbound'),
    )
  );
}
