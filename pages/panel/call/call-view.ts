import type { Call, EndedCall } from '../../../calls/call.ts';
import type { CallId, Instant } from '../../../calls/call-event.ts';
import type { LineMeterMessage } from '../../../contract/messages/line-meter-message.ts';
import type { RulesView } from '../../../rules/call/rules-view.ts';
import type { FollowUpView } from '../call-backs/follow-up-view.ts';
import type { DirectoryEntryView } from '../dial/directory-views.ts';
import type { HelpView } from '../help/help-view.ts';
import type { NoteView } from '../note/note-view.ts';
import type { RingView, ShownSuggestion } from '../script/script-view.ts';

/** What is known of a number from earlier calls. Counts, never text that a caller could have chosen. */
export interface HistoryView {
  readonly lastCallAt: Instant | null;
  /** Title of the last situation or kind of work order, in the reader's language. */
  readonly lastTopic: string | null;
  readonly openWorkOrders: number;
  /** On the lead's list of harassing numbers: the agent is warned at the ring. */
  readonly harasser: boolean;
}

export interface CallerView {
  /** As signalled, hostile text. */
  readonly number: string;
  readonly displayName: string | null;
  /** False once the agent asked to see the whole number. */
  readonly masked: boolean;
  readonly surname: string;
  readonly title: 'mr' | 'ms' | null;
  readonly history: HistoryView | null;
}

/** A second call beside the one on screen: ringing, or parked on hold. */
export interface OtherCallView {
  readonly call: CallId;
  readonly state: 'ringing' | 'held';
  readonly since: Instant;
  readonly number: string;
}

/** What is opened inside the call's own place: never more than one. */
export type CallTool = 'none' | 'keypad' | 'transfer' | 'follow-up' | 'plan-call-back' | 'help';

export interface CallStage {
  readonly stage: 'call';
  readonly call: Exclude<Call, EndedCall>;
  readonly caller: CallerView;
  /** Only while it rings. */
  readonly ring: RingView | null;
  readonly other: OtherCallView | null;
  readonly tool: CallTool;
  /** Null where nothing can be begun: in a preview. */
  readonly followUp: FollowUpView | null;
  /** Null for a browser that belongs to no team. */
  readonly help: HelpView | null;
  readonly directory: readonly DirectoryEntryView[];
  /** Script, suggestions and hang-up guard; `rules.ahead` is shown while it rings. */
  readonly rules: RulesView;
  readonly suggestion: ShownSuggestion | null;
  /** What is heard at this moment; null where nothing listens. */
  readonly meter: LineMeterMessage | null;
  readonly note: NoteView;
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
