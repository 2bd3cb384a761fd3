import type { Instant } from '../../../calls/call-event.ts';
import type { JournalEntry } from '../../../calls/journal-entry.ts';
import { EMPTY_FIELDS } from '../../../contract/note/note.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { RulesContext } from '../../../rules/call/rules-context.ts';
import { viewRules } from '../../../rules/call/view-rules.ts';
import { onePack } from '../../../rules/scripts/pack-source.ts';
import { callerView, ringView } from '../../panel/call/call-stage.ts';
import type { CallTool } from '../../panel/call/call-view.ts';
import { directoryViews, withTargetFirst } from '../../panel/dial/directory-views.ts';
import { PanelJournal } from '../../panel/frame/panel-journal.ts';
import { NO_COUNTS } from '../../panel/frame/panel-tabs.ts';
import type { PanelView, Stage } from '../../panel/frame/panel-view.ts';
import { NOTHING_TO_UNDO } from '../../panel/note/note-view.ts';
import { shownSuggestion } from '../../panel/script/script-view.ts';
import { DEFAULT_KEY_MAP } from '../../session/key-map.ts';

/** The panel view of an agent with a journal and a pack, but no phone, notes or settings. */
export function previewPanel(
  entries: readonly JournalEntry[],
  pack: Pack,
  context: RulesContext,
  now: Instant,
  tool: CallTool,
): PanelView {
  const journal = new PanelJournal(onePack(pack), () => context);
  journal.append(entries);
  return {
    now,
    status: {
      phoneStatus: { status: 'ready', confirmedAt: now, proof: 'calls-arrive' },
      agentNumber: context.agentNumber,
      sync: { state: 'local' },
      shift: null,
    },
    stage: stageOf(journal, pack, context, now, tool),
    beside: null,
    tab: { tab: 'call' },
    counts: NO_COUNTS,
    overlay: { kind: 'none' },
    lost: null,
    packNotice: { kind: 'none' },
    newDevice: null,
    keys: DEFAULT_KEY_MAP,
    noteFocus: 0,
    refusal: null,
    dialRequest: null,
  };
}

function stageOf(
  journal: PanelJournal,
  pack: Pack,
  context: RulesContext,
  now: Instant,
  tool: CallTool,
): Stage {
  const call = journal.onScreen;
  if (call === undefined) return QUIET;
  const rules = viewRules(journal.rules, pack, context, now, call.id);
  const marks = journal.marksOf(call.id);
  const { surname, title } = marks;
  return {
    stage: 'call',
    call,
    caller: callerView(call, marks, null),
    ring: ringView(call, pack.settings.cadence, pack.settings.ringLimit, now),
    other: null,
    tool,
    followUp: null,
    help: null,
    directory: withTargetFirst(directoryViews(pack.directory, context.language, now), rules.run),
    places: [],
    rules,
    suggestion: shownSuggestion(rules.suggestions, ''),
    meter: null,
    note: {
      id: 'preview',
      fields: { ...EMPTY_FIELDS, surname, title },
      save: { state: 'empty' },
      undo: NOTHING_TO_UNDO,
    },
    asked: [],
    contacts: [],
    customerRemarks: '',
    unfinished: [],
  };
}

const QUIET: Stage = {
  stage: 'idle',
  signIn: null,
  arrival: null,
  figures: { answered: 0, timed: 0, answeredInTime: 0, missed: 0, meanTalkMs: null },
  followUps: [],
  due: [],
  lastNotes: [],
  today: [],
};
