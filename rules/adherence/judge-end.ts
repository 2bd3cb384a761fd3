import { knownNumber } from '../../calls/numbers/withheld.ts';
import type { AdherenceLine } from '../../contract/note/adherence.ts';
import type { NoteFields } from '../../contract/note/note.ts';
import type { NoteField } from '../../contract/pack/follow-up.ts';
import { hangUpGuard } from '../call/hang-up-guard.ts';
import { emptyFields, neededFields } from '../follow-ups/asked-fields.ts';
import { indexPack } from '../scripts/pack-index.ts';
import { type CallLeaves, leftByCall } from '../work-orders/promises-of-call.ts';
import { held, missed, notApplicable } from './line.ts';
import { momentsOf, type WatchedCall } from './watch-call.ts';

/** What was written down after the call; null: not known here, or not yet. */
export interface AfterCall {
  readonly note: NoteFields | null;
  /** True: an order, a call-back or an entry of the register exists for it. Null: not known yet. */
  readonly isRecorded: (left: CallLeaves) => boolean | null;
}

/** The caller hangs up first, or the script allowed the agent to (§1.7). */
export function judgeHangUp(watched: WatchedCall): readonly AdherenceLine[] {
  const [moment] = momentsOf(watched, 'ended');
  if (moment === undefined) return [notApplicable('hang-up', 'no-occasion')];
  const { entry, before } = moment;
  const { end } = entry.event;
  if (end.how === 'broken' || end.how === 'lost' || end.how === 'failed')
    return [notApplicable('hang-up', 'call-broke', { entry })];
  if (end.how !== 'hung-up' || before === null) return [notApplicable('hang-up', 'no-occasion', { entry })];
  const situation = before.run?.situation ?? null;
  if (end.by === 'remote-party') return [held('hang-up', { entry })];
  const guard = hangUpGuard(before, indexPack(watched.pack), entry.event.at);
  if (!guard.guarded) return [held('hang-up', { situation, entry })];
  const isEarly = guard.pendingSteps > 0 || guard.pendingMs > 0;
  return [missed('hang-up', isEarly ? 'ended-early' : 'ended-first', { situation, entry })];
}

/** What was promised to the caller was written down (§1.8). One line for each promise. */
export function judgePromise(watched: WatchedCall, { isRecorded }: AfterCall): readonly AdherenceLine[] {
  const { last, pack, context } = watched;
  const { facts } = last;
  const left = leftByCall(facts, pack, context.utcOffsetMinutes);
  if (left.length === 0) return [notApplicable('promise', 'no-occasion')];
  return left.map((one) => {
    const situation = promisedIn(one, watched);
    const entry = watched.moments.find(({ entry: { event } }) => event.at === one.saidAt)?.entry ?? null;
    const place = { situation, entry };
    const recorded = isRecorded(one);
    if (recorded === null) return notApplicable('promise', 'not-known', place);
    return recorded ? held('promise', place) : missed('promise', 'not-recorded', place);
  });
}

/** The situation that promised it. */
function promisedIn({ what, saidAt }: CallLeaves, { last, pack }: WatchedCall): string | null {
  const matching = pack.situations.filter(({ id, followUp }) => {
    if (!last.facts.commitments.has(id)) return false;
    if (what === 'warning') return followUp?.warning === true;
    if (what === 'order-remark') return followUp?.remark === true;
    return what === 'call-back' ? followUp?.callBack !== undefined : followUp?.workOrder !== undefined;
  });
  const exact = matching.find(({ id }) => last.facts.commitments.get(id)?.at === saidAt);
  return (exact ?? matching.at(-1))?.id ?? null;
}

/** The note has what its scripts ask for; after a talk, at least the matter (§1.8, §4.1). */
export function judgeNoteFields(watched: WatchedCall, { note }: AfterCall): readonly AdherenceLine[] {
  const { facts } = watched.last;
  const { call } = facts;
  const matter: readonly NoteField[] = facts.talkingSince === null ? [] : ['matter'];
  const needed = [...new Set([...neededFields(facts, watched.pack), ...matter])];
  if (needed.length === 0) return [notApplicable('note-fields', 'no-occasion')];
  if (note === null) return [notApplicable('note-fields', 'not-known')];
  const empty = emptyFields(needed, note, knownNumber(call.remoteParty.number));
  const [ended] = momentsOf(watched, 'ended');
  const place = { entry: ended?.entry ?? null };
  return empty.length === 0
    ? [held('note-fields', place)]
    : [missed('note-fields', 'empty-fields', { ...place, fields: empty })];
}
