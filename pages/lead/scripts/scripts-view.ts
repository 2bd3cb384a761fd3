import type { Instant } from '../../../calls/call-event.ts';
import type { PackLanguage } from '../../../contract/pack/localized-text.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { PackProblem } from '../../../contract/pack/pack-problem.ts';
import type { PackChange } from '../../../contract/release/pack-change.ts';
import type { Moment } from '../../../rules/rehearsal/moment.ts';
import type { PanelAction } from '../../panel/frame/panel-action.ts';
import type { PanelView } from '../../panel/frame/panel-view.ts';
import type { Path } from '../fields/place.ts';
import type { TeamGap } from '../frame/server-view.ts';

export const SECTIONS = [
  'situations',
  'techniques',
  'hotlines',
  'courtesy',
  'festivals',
  'workOrders',
  'calendar',
  'shift',
  'settings',
  'directory',
  'try-out',
] as const;
export type Section = (typeof SECTIONS)[number];
/** Sections that are lists of items, each with its own form. */
export type ItemSection = Extract<Section, 'situations' | 'techniques'>;
/** Sections that are one part of the pack, edited as a whole. */
export type PlainSection = Exclude<Section, ItemSection | 'try-out'>;

/** Whether the draft is kept, and whether it differs from what is in use. */
export type DraftState =
  | { readonly state: 'same' | 'saving' | 'failed' }
  /** `by`: who made the change, if another lead did. */
  | { readonly state: 'saved'; readonly at: Instant; readonly by: string | null }
  | { readonly state: 'conflict'; readonly conflict: DraftConflict };

/** Somebody else's state of the draft, and this one: both changed the same place. */
export interface DraftConflict {
  /** Number and name of the other lead; null for another window of this browser. */
  readonly by: string | null;
  readonly at: Instant;
  /** What each did, against the state from which both began. */
  readonly theirs: readonly PackChange[];
  readonly mine: readonly PackChange[];
  /** Where ids find their names. */
  readonly packs: readonly Pack[];
}

/** Where else the draft is. */
export type TeamCopy =
  | { readonly copy: 'team' | 'sending' }
  /** In this browser only; `newer`: the team's draft was written by a newer extension. */
  | { readonly copy: 'here'; readonly why: TeamGap | 'newer' };

/** What came of the last import or export. */
export type FileNotice =
  | { readonly notice: 'none' }
  | { readonly notice: 'imported' | 'exported'; readonly file: string }
  | { readonly notice: 'refused'; readonly file: string; readonly why: ImportRefusal };

export type ImportRefusal =
  | { readonly why: 'too-large' | 'unreadable' }
  | { readonly why: 'not-yaml'; readonly line: number }
  | { readonly why: 'not-sound'; readonly problems: readonly PackProblem[] };

/** What the preview supposes of the call that it shows. */
export interface PreviewOptions {
  readonly language: PackLanguage;
  readonly named: boolean;
  readonly late: boolean;
  /** `YYYY-MM-DDTHH:MM` on the local clock; empty for now. */
  readonly at: string;
}

export interface PreviewView {
  /** Null while no sound state of the situation is known. */
  readonly panel: PanelView | null;
  /** The draft has problems: this is its last sound state. */
  readonly stale: boolean;
  readonly options: PreviewOptions;
}

export interface TryOutView {
  readonly callers: readonly string[];
  readonly caller: string;
  readonly lastsMs: number;
  /** Since the first ring. */
  readonly atMs: number;
  readonly playing: boolean;
  /** Times count from the first ring. */
  readonly moments: readonly Moment[];
}

/** The pack editor at one moment. */
export interface ScriptsView {
  readonly pack: Pack;
  /** Ids of situations and cards that are not as in the pack in use. */
  readonly changed: ReadonlySet<string>;
  readonly language: PackLanguage;
  readonly section: Section;
  /** Id of the situation or card on screen. */
  readonly item: string | null;
  readonly query: string;
  /** Ids that fit the query, best first; null without one. */
  readonly found: readonly string[] | null;
  readonly problems: readonly PackProblem[];
  readonly draft: DraftState;
  readonly copy: TeamCopy;
  /** Another pack came into use, and the draft has something else at the same place. */
  readonly overtaken: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly notice: FileNotice;
  readonly preview: PreviewView;
  readonly tryOut: TryOutView;
}

export type ScriptsAction =
  | { readonly do: 'edit'; readonly pack: Pack }
  | {
      readonly do:
        | 'undo'
        | 'redo'
        | 'discard'
        | 'export'
        | 'export-table'
        | 'export-handbook'
        | 'dismiss-notice';
    }
  | { readonly do: 'resolve'; readonly keep: 'mine' | 'theirs' }
  | { readonly do: 'import'; readonly file: string; readonly text: string }
  /** A file that could not be read as a table. */
  | { readonly do: 'refuse-import'; readonly file: string; readonly why: ImportRefusal }
  | { readonly do: 'find'; readonly query: string }
  | { readonly do: 'add-item'; readonly section: ItemSection }
  | { readonly do: 'copy-item' | 'remove-item'; readonly section: ItemSection; readonly id: string }
  | { readonly do: 'go-to'; readonly path: Path }
  | { readonly do: 'preview-step'; readonly step: string }
  | { readonly do: 'preview-options'; readonly options: PreviewOptions }
  | { readonly do: 'preview-restart' }
  /** Something was pressed in the previewed panel. */
  | { readonly do: 'in-panel'; readonly action: PanelAction }
  | { readonly do: 'try-out'; readonly caller: string }
  | { readonly do: 'seek'; readonly atMs: number }
  | { readonly do: 'play' | 'pause' };

export type ActOnScripts = (action: ScriptsAction) => void;
