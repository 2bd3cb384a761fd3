import type { CallId, Instant } from '../../calls/call-event.ts';
import type { JournalEntry } from '../../calls/journal-entry.ts';
import type { Adherence, AdherenceKind, AdherenceLine } from '../../contract/note/adherence.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { RulesContext } from '../call/rules-context.ts';
import { type AfterCall, judgeHangUp, judgeNoteFields, judgePromise } from './judge-end.ts';
import { judgeGreeting, judgeName, judgeRings } from './judge-opening.ts';
import { judgeScript, judgeSteps, judgeWaits } from './judge-scripts.ts';
import { judgeConsent, judgeProhibitions } from './judge-waiting.ts';
import { scriptVisits, type Visit } from './script-visits.ts';
import { type WatchedCall, watchCall } from './watch-call.ts';

export interface ScoredCall {
  readonly journal: readonly JournalEntry[];
  readonly call: CallId;
  readonly pack: Pack;
  readonly context: RulesContext;
  readonly after: AfterCall;
  /** Scripts that the caller needed: known of a practice caller alone. */
  readonly expected: readonly string[];
}

type Judge = (watched: WatchedCall, visits: readonly Visit[], scored: ScoredCall) => readonly AdherenceLine[];

const JUDGES: Readonly<Record<AdherenceKind, Judge>> = {
  rings: judgeRings,
  greeting: judgeGreeting,
  name: judgeName,
  script: (watched, visits, { expected }) => judgeScript(expected, watched, visits),
  steps: judgeSteps,
  waits: judgeWaits,
  consent: judgeConsent,
  prohibitions: judgeProhibitions,
  'hang-up': judgeHangUp,
  promise: (watched, _visits, { after }) => judgePromise(watched, after),
  'note-fields': (watched, _visits, { after }) => judgeNoteFields(watched, after),
};

/**
 * How a call kept to the handbook, line by line, from its journal as the phone host keeps it. What
 * nobody listened to, and what had no occasion, is not judged. Null: no such call.
 */
export function scoreCall(scored: ScoredCall, at: Instant): Adherence | null {
  const { journal, call, pack, context } = scored;
  const watched = watchCall(journal, call, pack, context);
  if (watched === null) return null;
  const visits = scriptVisits(watched);
  const lines = Object.values(JUDGES).flatMap((judge) => judge(watched, visits, scored));
  return { at: Math.round(at), lines: [...lines] };
}
