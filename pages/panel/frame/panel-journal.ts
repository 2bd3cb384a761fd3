import type { Call, EndedCall } from '../../../calls/call.ts';
import type { CallId } from '../../../calls/call-event.ts';
import { activeCall, liveCalls, type Phone, QUIET_PHONE, replayPhone } from '../../../calls/fold-phone.ts';
import type { JournalEntry } from '../../../calls/journal-entry.ts';
import type { NoteField } from '../../../contract/pack/follow-up.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import { type CallMarks, foldMarks, type Marks, NO_MARKS } from '../../../rules/call/call-marks.ts';
import { foldRules } from '../../../rules/call/fold-rules.ts';
import { needsWrapUp } from '../../../rules/call/needs-wrap-up.ts';
import type { RulesContext } from '../../../rules/call/rules-context.ts';
import { callRules, NO_RULES, type RulesState } from '../../../rules/call/rules-state.ts';
import { fieldsToAsk, neededFields } from '../../../rules/follow-ups/asked-fields.ts';
import { type PackSource, packOfEntry } from '../../../rules/scripts/pack-source.ts';
import { countUse } from '../../../rules/search/count-uses.ts';
import { type CallLeaves, leftByCall } from '../../../rules/work-orders/promises-of-call.ts';
import { callOnScreen, type LiveCall } from '../call/call-stage.ts';

/** What a call leaves to do, and the fields that its note needs. */
export interface LeftByCall {
  readonly leaves: readonly CallLeaves[];
  readonly fields: readonly NoteField[];
}

/** The folds of the journal on this page, by the same pure functions as in the phone host. */
export class PanelJournal {
  readonly #packs: PackSource;
  readonly #context: () => RulesContext;
  #pack: Pack;
  #phone: Phone = QUIET_PHONE;
  #rules: RulesState = NO_RULES;
  #marks: Marks = new Map();
  #uses: ReadonlyMap<string, number> = new Map();
  /** What each answered call left at its end. */
  readonly #left = new Map<CallId, LeftByCall>();
  /** Ended calls in which nobody was there. */
  readonly #silent = new Set<CallId>();
  /** Null after a change, until somebody asks. */
  #unfinished: readonly EndedCall[] | null = null;
  readonly #listeners: ((entries: readonly JournalEntry[]) => void)[] = [];

  constructor(packs: PackSource, context: () => RulesContext) {
    this.#packs = packs;
    this.#pack = packs.pack;
    this.#context = context;
  }

  append(entries: readonly JournalEntry[]): void {
    const context = this.#context();
    this.#phone = replayPhone(entries, this.#phone);
    this.#unfinished = null;
    for (const entry of entries) {
      this.#pack = packOfEntry(entry, this.#pack, this.#packs);
      this.#rules = foldRules(this.#rules, entry, this.#pack, context);
      this.#marks = foldMarks(this.#marks, entry);
      this.#uses = countUse(this.#uses, entry);
      if (entry.event.type === 'ended') this.#noteEnd(entry.event.call);
    }
    for (const listener of this.#listeners) listener(entries);
  }

  #noteEnd(call: CallId): void {
    this.#left.set(call, this.leftBy(call));
    const rules = callRules(this.#rules, call);
    if (rules !== undefined && !needsWrapUp(rules.facts, this.#pack)) this.#silent.add(call);
  }

  /** The wrap-up is over, or there was nothing to write. */
  #isFinished({ id }: EndedCall): boolean {
    return this.#silent.has(id) || this.marksOf(id).finishedAt !== null;
  }

  /** Called after new entries were folded. */
  subscribe(listener: (entries: readonly JournalEntry[]) => void): void {
    this.#listeners.push(listener);
  }

  /** Before everything is loaded again. */
  forget(): void {
    this.#phone = QUIET_PHONE;
    this.#unfinished = null;
    this.#rules = NO_RULES;
    this.#marks = new Map();
    this.#uses = new Map();
    this.#left.clear();
    this.#silent.clear();
  }

  get rules(): RulesState {
    return this.#rules;
  }

  /** How often each situation was chosen today. */
  get uses(): ReadonlyMap<string, number> {
    return this.#uses;
  }

  get calls(): readonly Call[] {
    return this.#phone.calls;
  }

  get live(): readonly LiveCall[] {
    return liveCalls(this.#phone);
  }

  get onScreen(): LiveCall | undefined {
    const active = activeCall(this.#phone);
    return callOnScreen(this.live, active?.state === 'ended' ? undefined : active);
  }

  /** What a call leaves to do; an ended call is judged by the scripts of its time. */
  leftBy(call: CallId): LeftByCall {
    const known = this.#left.get(call);
    const rules = known === undefined ? callRules(this.#rules, call) : undefined;
    if (known !== undefined || rules === undefined) return known ?? { leaves: [], fields: [] };
    return {
      leaves: leftByCall(rules.facts, this.#pack, this.#context().utcOffsetMinutes),
      fields: neededFields(rules.facts, this.#pack),
    };
  }

  /** What the caller of a call that is up may be asked for. */
  fieldsToAsk(call: CallId): readonly NoteField[] {
    const rules = callRules(this.#rules, call);
    return rules === undefined ? [] : fieldsToAsk(rules.facts, this.#pack);
  }

  marksOf(call: string): CallMarks {
    return this.#marks.get(call) ?? NO_MARKS;
  }

  /** The answered call in wrap-up; only the last one that ended can be. */
  get wrappingUp(): EndedCall | null {
    const last = this.#lastEnded(({ answeredAt, end }) => answeredAt !== null && end.how !== 'lost');
    return last !== null && !this.#isFinished(last) ? last : null;
  }

  /** Answered calls whose wrap-up is not finished, in the order in which they ended. */
  get unfinished(): readonly EndedCall[] {
    this.#unfinished ??= this.#phone.calls
      .filter((call) => call.state === 'ended')
      .filter((call) => call.answeredAt !== null && call.end.how !== 'lost' && !this.#isFinished(call))
      .sort((one, other) => this.#endOf(one) - this.#endOf(other));
    return this.#unfinished;
  }

  /** The call that was closed as lost and not dismissed; the next answered call hides it. */
  get lost(): EndedCall | null {
    const last = this.#lastEnded(({ answeredAt, end }) => answeredAt !== null || end.how === 'lost');
    return last?.end.how === 'lost' && this.marksOf(last.id).finishedAt === null ? last : null;
  }

  #lastEnded(isMeant: (call: EndedCall) => boolean): EndedCall | null {
    let last: EndedCall | null = null;
    for (const call of this.#phone.calls) {
      if (call.state !== 'ended' || !isMeant(call)) continue;
      if (last === null || this.#endOf(call) >= this.#endOf(last)) last = call;
    }
    return last;
  }

  /** Calls may overlap, and a clock may be set back. */
  #endOf({ id }: EndedCall): number {
    return this.marksOf(id).endedSeq ?? 0;
  }
}
