import type { CallId } from '../../../calls/call-event.ts';
import type { NoteAnswers, NoteDetailsView } from '../../../components/records/note-view.ts';
import type { PhoneIssue } from '../../../contract/messages/phone-status.ts';
import type { RefusedItem } from '../../../contract/messages/sync-message.ts';
import type { CallTool } from '../call/call-view.ts';
import type { HarassmentAction } from '../harassment/harassment-view.ts';
import type { HelpAction } from '../help/help-view.ts';
import type { ShiftAction } from '../shift/shift-view.ts';
import type { Overlay } from './panel-view.ts';
import type { TabAction } from './tab-view.ts';

/** Everything an agent can do in the panel. The page that wires it turns each into a command, an event or a write. */
export type PanelAction =
  | TabAction
  | HelpAction
  | { readonly do: 'on-harassment'; readonly action: HarassmentAction }
  | { readonly do: 'on-shift'; readonly action: ShiftAction }
  | { readonly do: 'fix'; readonly issue: PhoneIssue }
  | { readonly do: 'overlay'; readonly open: Overlay['kind'] }
  | { readonly do: 'open-options' | 'open-figures' | 'open-lead' }
  | { readonly do: 'lock' }
  | { readonly do: 'unlock'; readonly with: 'passphrase' | 'recovery-code'; readonly secret: string }
  /** Another agent of this computer sits down. */
  | { readonly do: 'switch-agent'; readonly agent: string }
  | { readonly do: 'dial'; readonly target: string }
  | { readonly do: 'answer'; readonly call: CallId }
  | { readonly do: 'reject'; readonly call: CallId }
  /** `forced`: the guard was up and the agent held the button. */
  | { readonly do: 'hang-up'; readonly call: CallId; readonly forced: boolean }
  | { readonly do: 'hold' | 'resume' | 'mute' | 'unmute'; readonly call: CallId }
  /** The caller has not been asked yet: brings the asking script; the next press goes through. */
  | { readonly do: 'ask-before-hold' | 'ask-before-mute'; readonly call: CallId }
  | { readonly do: 'send-tones'; readonly call: CallId; readonly tones: string }
  | { readonly do: 'transfer'; readonly call: CallId; readonly target: string }
  /** Hands the held caller to the one spoken with, and leaves both. */
  | { readonly do: 'join'; readonly call: CallId; readonly other: CallId }
  | { readonly do: 'tool'; readonly tool: CallTool }
  | { readonly do: 'reveal-number'; readonly call: CallId }
  | {
      readonly do:
        | 'next-step'
        | 'skip-step'
        | 'caller-answered'
        | 'step-back'
        | 'restart-script'
        | 'close-script';
    }
  | { readonly do: 'choose-branch'; readonly option: string }
  | { readonly do: 'pick-script'; readonly situation: string }
  | { readonly do: 'pick-pinned'; readonly pin: number }
  /** Puts a script on the first free number key, or takes it off. */
  | { readonly do: 'toggle-pin'; readonly situation: string }
  | { readonly do: 'search-scripts'; readonly query: string }
  /** The script's sentences speak of this place of the directory, for as long as the call lasts. */
  | { readonly do: 'point-to-place'; readonly place: string }
  | { readonly do: 'accept-suggestion' | 'dismiss-suggestion'; readonly situation: string }
  | { readonly do: 'ask-for-help' }
  | { readonly do: 'write-note'; readonly note: string; readonly text: string }
  | {
      readonly do: 'name-caller';
      readonly note: string;
      readonly surname: string;
      readonly title: 'mr' | 'ms' | null;
    }
  | { readonly do: 'retry-save' | 'copy-note' | 'undo-note' | 'redo-note'; readonly note: string }
  | { readonly do: 'note-details'; readonly note: string; readonly patch: Partial<NoteDetailsView> }
  | { readonly do: 'wrap-up-answer'; readonly answers: NoteAnswers }
  | { readonly do: 'finish-wrap-up' }
  | { readonly do: 'dismiss-lost' }
  | { readonly do: 'accept-dial-request' | 'drop-dial-request' }
  /** The change note of new scripts was read; or a refusal of scripts was. */
  | { readonly do: 'pack-note-read'; readonly digest: string }
  | { readonly do: 'dismiss-pack-refusal' }
  | { readonly do: 'sync-now' | 'sync-retry-refused' }
  | { readonly do: 'sync-keep-here'; readonly of: RefusedItem['of']; readonly id: string }
  | { readonly do: 'open-note'; readonly id: string };

export type Act = (action: PanelAction) => void;
