import type { CallId } from '../../calls/call-event.ts';
import { callOf, type JournalEntry, type JournalEvent } from '../../calls/journal-entry.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { CallRules } from '../call/call-rules.ts';
import { settle } from '../call/due-events.ts';
import { foldRules } from '../call/fold-rules.ts';
import type { RulesContext } from '../call/rules-context.ts';
import { callRules, NO_RULES, type RulesState } from '../call/rules-state.ts';

/** One entry of the call, with the rules of the call just before and just after it. */
export interface Moment<E extends JournalEvent = JournalEvent> {
  readonly entry: JournalEntry & { readonly event: E };
  /** Null before the call began. */
  readonly before: CallRules | null;
  readonly after: CallRules;
  /** The line was analysed when the entry was written. */
  readonly listened: boolean;
}

/** A call, entry by entry. */
export interface WatchedCall {
  readonly moments: readonly Moment[];
  readonly last: CallRules;
  readonly pack: Pack;
  readonly context: RulesContext;
}

/** Replays one call of a journal. Null: the journal does not know the call. */
export function watchCall(
  journal: readonly JournalEntry[],
  call: CallId,
  pack: Pack,
  context: RulesContext,
): WatchedCall | null {
  const moments: Moment[] = [];
  let state: RulesState = NO_RULES;
  let listened = false;
  for (const entry of journal) {
    const of = callOf(entry.event);
    if (of !== null && of !== call) continue;
    const before = callRules(settle(state, pack, context, entry.event.at), call) ?? null;
    state = foldRules(state, entry, pack, context);
    const after = callRules(state, call);
    if (of === null || after === undefined) continue;
    if ('confidence' in entry.event) listened = entry.event.type !== 'listening-stopped';
    moments.push({ entry, before, after, listened });
  }
  const last = callRules(state, call);
  return last === undefined ? null : { moments, last, pack, context };
}

/** The moments of one kind of event. */
export function momentsOf<T extends JournalEvent['type']>(
  { moments }: WatchedCall,
  type: T,
): readonly Moment<JournalEvent & { readonly type: T }>[] {
  return moments.filter((moment): moment is Moment<JournalEvent & { readonly type: T }> =>
    isOf(moment.entry.event, type),
  );
}

/** The line was analysed when the call was over: what was said would have been noticed. */
export function wasListened(watched: WatchedCall): boolean {
  const [ended] = momentsOf(watched, 'ended');
  return (ended ?? watched.moments.at(-1))?.listened === true;
}

function isOf<T extends JournalEvent['type']>(
  event: JournalEvent,
  type: T,
): event is JournalEvent & { readonly type: T } {
  return event.type === type;
}
