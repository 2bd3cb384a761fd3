import type { Call, EndedCall, RingingCall } from '../../../calls/call.ts';
import type { CallId, Instant } from '../../../calls/call-event.ts';
import type { RemoteParty } from '../../../calls/remote-party.ts';
import type { TeamContact } from '../../../calls/vocabulary/team-contact.ts';
import type { LineMeterMessage } from '../../../contract/messages/line-meter-message.ts';
import type { NoteField } from '../../../contract/pack/follow-up.ts';
import type { RulesView } from '../../../rules/call/rules-view.ts';
import type { FollowUpView } from '../call-backs/follow-up-view.ts';
import type { DirectoryEntryView } from '../dial/directory-views.ts';
import type { HelpView } from '../help/help-view.ts';
import type { NoteView } from '../note/note-view.ts';
import type { UnfinishedView } from '../note/unfinished-wrap-ups.tsx';
import type { RingView, ShownSuggestion } from '../script/script-view.ts';

/** What is known of a number from earlier calls. Never text that a caller could choose. */
export interface HistoryView {
  readonly lastCallAt: Instant | null;
  /** Title of the last situation or kind of work order, in the reader's language. */
  readonly lastTopic: string | null;
  readonly openWorkOrders: number;
  /** The most urgent open case, in words: state, owner, next deadline. */
  readonly openCase: string | null;
  readonly openCallBacks: number;
  readonly vip: boolean;
  /** Registered as harassing: the agent is warned while it rings. */
  readonly harasser: boolean;
}

export interface CallerView {
  /** As signalled, hostile text. */
  readonly number: string;
  readonly displayName: string | null;
  /** For whom a diverted call rang first; hostile text. */
  readonly originalTarget: RemoteParty | null;
  /** False after the agent revealed the number. */
  readonly masked: boolean;
  readonly surname: string;
  readonly title: 'mr' | 'ms' | null;
  /** Of the team's contact list, as a lead wrote them; missing for none. */
  readonly remarks?: string;
  readonly history: HistoryView | null;
  /** Name of the hotline that the caller dialled; null where the pack names none. */
  readonly hotline: string | null;
}

/** A call that rings while the agent writes; shown in the place of the status line. */
export interface RingBesideView {
  readonly call: RingingCall;
  readonly caller: CallerView;
  readonly ring: RingView | null;
  readonly harasser: boolean;
}

/** A second call beside the one on screen: ringing or on hold. */
export interface OtherCallView {
  readonly call: CallId;
  readonly state: 'ringing' | 'held';
  readonly since: Instant;
  readonly number: string;
  /** How often the rules warned about the wait of a held caller. */
  readonly warnings: number;
  /** The caller on the line was not asked yet for leave to be put on hold. */
  readonly asksFirst: boolean;
}

/** The tool that is open in the call's place; at most one. */
export type CallTool = 'none' | 'keypad' | 'transfer' | 'follow-up' | 'plan-call-back' | 'help' | 'fields';

export interface CallStage {
  readonly stage: 'call';
  readonly call: Exclude<Call, EndedCall>;
  readonly caller: CallerView;
  /** Null unless it rings. */
  readonly ring: RingView | null;
  readonly other: OtherCallView | null;
  readonly tool: CallTool;
  /** Null in a preview. */
  readonly followUp: FollowUpView | null;
  /** Null without a team. */
  readonly help: HelpView | null;
  readonly directory: readonly DirectoryEntryView[];
  /** The places to choose from for the script's sentence; empty once one is chosen. */
  readonly places: readonly DirectoryEntryView[];
  /** Script, suggestions and hang-up guard; `rules.ahead` is shown while it rings. */
  readonly rules: RulesView;
  readonly suggestion: ShownSuggestion | null;
  /** The present level reading; null without a line analyser. */
  readonly meter: LineMeterMessage | null;
  readonly note: NoteView;
  /** What the caller may be asked for. */
  readonly asked: readonly NoteField[];
  /** The team's last ones with this number, as the server knows them; empty until it answers. */
  readonly contacts: readonly TeamContact[];
  /** Of the team's contact list; empty for none. */
  readonly customerRemarks: string;
  /** Wrap-ups that come back after this call. */
  readonly unfinished: readonly UnfinishedView[];
}

export type CallAction =
  | { readonly do: 'answer' | 'reject' | 'resume'; readonly call: CallId }
  /** One press of the button or its key; rules/call/press-wait.ts decides what it does. */
  | { readonly do: 'press-hold' | 'press-mute'; readonly call: CallId }
  /** `forced`: the agent held the button although the guard was up. */
  | { readonly do: 'hang-up'; readonly call: CallId; readonly forced: boolean }
  | { readonly do: 'send-tones'; readonly call: CallId; readonly tones: string }
  | { readonly do: 'transfer'; readonly call: CallId; readonly target: string }
  /** Connects the held caller with the one the agent speaks to, and leaves both. */
  | { readonly do: 'join'; readonly call: CallId; readonly other: CallId }
  | { readonly do: 'dismiss-lost' };
