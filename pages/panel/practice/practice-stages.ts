import type { Call, EndedCall } from '../../../calls/call.ts';
import { EMPTY_FIELDS, type NoteFields } from '../../../contract/note/note.ts';
import type { HarassmentKind } from '../../../contract/team/harassment-kind.ts';
import type { RulesView } from '../../../rules/call/rules-view.ts';
import { harassmentEnding } from '../../../rules/call/said-by-script.ts';
import { followUpsOfCall } from '../../../rules/follow-ups/pending-follow-up.ts';
import type { CallLeaves } from '../../../rules/work-orders/promises-of-call.ts';
import { callerView, type LiveCall, ringView } from '../call/call-stage.ts';
import type { CallStage, CallTool, HistoryView } from '../call/call-view.ts';
import type { FollowUpView } from '../call-backs/follow-up-view.ts';
import { withTargetFirst } from '../dial/directory-views.ts';
import { followUpText } from '../follow-ups/follow-up-text.ts';
import type { PanelJournal } from '../frame/panel-journal.ts';
import type { PanelPage } from '../frame/panel-page.ts';
import { NOTHING_TO_UNDO, type NoteView } from '../note/note-view.ts';
import type { PromiseView, WrapUpStage } from '../note/wrap-up-view.ts';
import { shownSuggestion } from '../script/script-view.ts';
import { breakOffer } from '../shift/shift-views.ts';

export type PracticePage = Pick<
  PanelPage,
  | 'pack'
  | 'language'
  | 'settings'
  | 'context'
  | 'times'
  | 'directory'
  | 'titleOf'
  | 'search'
  | 'places'
  | 'readings'
>;

/** What was written in a practice call. It is gone with the call. */
export interface PracticeNotes {
  readonly fields: NoteFields;
  readonly recorded: ReadonlySet<CallLeaves['what']>;
  readonly registered: HarassmentKind | null;
}

export const NOTHING_WRITTEN: PracticeNotes = {
  ...{ fields: EMPTY_FIELDS, recorded: new Set(), registered: null },
};

interface Contact {
  readonly page: PracticePage;
  readonly journal: PanelJournal;
  readonly written: PracticeNotes;
  readonly tool: CallTool;
  readonly turnedTo: string;
  readonly now: number;
}

/** The live practice call, as the panel shows a real one. */
export function practiceCallStage(contact: Contact, call: LiveCall, rules: RulesView): CallStage {
  const { page, journal, now } = contact;
  const marks = journal.marksOf(call.id);
  return {
    stage: 'call',
    call,
    caller: callerView(call, marks, historyOf(marks.knownAs)),
    ring: ringView(call, page.settings.cadence, page.pack.settings.ringLimit, now),
    other: null,
    tool: contact.tool,
    followUp: followUpOf(contact, call),
    help: null,
    directory: withTargetFirst(page.directory(now), rules.run),
    places: [],
    rules,
    suggestion: shownSuggestion(rules.suggestions, contact.turnedTo),
    meter: null,
    note: noteOf(contact, call),
    asked: journal.fieldsToAsk(call.id),
    contacts: [],
    customerRemarks: '',
    unfinished: [],
  };
}

/** Its wrap-up. */
export function practiceWrapUp(contact: Contact, call: EndedCall): WrapUpStage {
  const { page, journal } = contact;
  const marks = journal.marksOf(call.id);
  return {
    stage: 'wrap-up',
    call,
    caller: callerView(call, marks, null),
    since: call.endedAt,
    promises: promisesOf(contact, call),
    line: [],
    tool: contact.tool,
    followUp: followUpOf(contact, call),
    callBack: null,
    breakOffer: breakOffer(page.pack, [], page.language),
    note: noteOf(contact, call),
    asked: journal.leftBy(call.id).fields,
    unfinished: [],
  };
}

function promisesOf({ page, journal, written }: Contact, call: Call): readonly PromiseView[] {
  const { surname, title } = written.fields;
  const to = { surname, title, note: null, by: page.settings.agentNumber };
  const { leaves } = journal.leftBy(call.id);
  const left = followUpsOfCall(leaves, call, to, page.pack, page.times.utcOffsetMinutes, 0);
  return left.flatMap((one): PromiseView[] => {
    const { what, kind, dueAt } = one;
    if (what !== 'work-order' && what !== 'call-back') return [];
    const done = written.recorded.has(what);
    return [{ id: `${what} ${kind}`, what: followUpText(one, page.pack), done, dueAt, by: what }];
  });
}

function followUpOf({ page, journal, written, now }: Contact, call: Call): FollowUpView {
  const { surname, title } = written.fields;
  const { number } = call.remoteParty;
  return {
    register: {
      call: call.id,
      wanted: journal.leftBy(call.id).leaves.some(({ what }) => what === 'warning'),
      ending: harassmentEnding(page.pack, journal.marksOf(call.id).chosen) ?? 'other',
      registered: written.registered,
    },
    draft: { number, surname, title, matter: '', order: null, note: null },
    times: page.times,
    plannedAt: null,
    now,
  };
}

/** Saved is never said: nothing of a practice call is. */
function noteOf({ journal, written }: Contact, call: Call): NoteView {
  return {
    id: call.id,
    fields: withKnownName(written.fields, journal.marksOf(call.id)),
    save: { state: 'empty' },
    undo: NOTHING_TO_UNDO,
  };
}

/** The name that the call is known by, where the agent wrote none. */
export function withKnownName(
  fields: NoteFields,
  { surname, title }: Pick<NoteFields, 'surname' | 'title'>,
): NoteFields {
  return fields.surname === '' ? { ...fields, surname, title } : fields;
}

function historyOf(knownAs: ReturnType<PanelJournal['marksOf']>['knownAs']): HistoryView {
  return {
    ...{ lastCallAt: null, lastTopic: null, openCase: null, openCallBacks: 0 },
    openWorkOrders: knownAs.includes('open-complaint') ? 1 : 0,
    vip: knownAs.includes('vip'),
    harasser: knownAs.includes('harassment'),
  };
}
