import type { CallId } from '../../../calls/call-event.ts';
import type { HarassmentEnding } from '../../../contract/pack/harassment-ending.ts';
import type { ExportFormat } from '../../../contract/table/export-file.ts';
import type { BlockScope } from '../../../contract/team/events/number-blocked.ts';
import type { HarassmentKind } from '../../../contract/team/harassment-kind.ts';
import type { Block } from '../../../rules/blocks/fold-blocks.ts';
import type { BlockHindrance } from '../../../rules/blocks/may-block.ts';
import type { Warning } from '../../../rules/warnings/fold-warnings.ts';
import type { WarningFigures } from '../../../rules/warnings/warning-figures.ts';

export const HARASSMENT_KINDS = ['indecent', 'abusive', 'silent', 'prank', 'threat', 'other'] as const;

/** The register of harassing calls. */
export interface HarassmentView {
  readonly kind: 'harassment';
  /** Newest first. */
  readonly entries: readonly Warning[];
  readonly figures: WarningFigures;
  /** Those that hold, newest first; an agent sees the own ones and the team's. */
  readonly blocks: readonly Block[];
  /** Why a source cannot be blocked, by its number; absent: it can be. */
  readonly hindrances: ReadonlyMap<string, BlockHindrance>;
  /** Leads and supervisors block for everybody. */
  readonly blocksForTeam: boolean;
  /** Team events that cannot be read now; entries may be among them. */
  readonly unread: number;
}

/** The entry of the call on screen. */
export interface RegisterView {
  readonly call: CallId;
  /** The script asks to register the number. */
  readonly wanted: boolean;
  /** How the call ended by the script, or `other`. */
  readonly ending: HarassmentEnding;
  /** Null if it is not registered. */
  readonly registered: HarassmentKind | null;
}

export type HarassmentAction =
  | {
      readonly do: 'register';
      readonly call: CallId;
      readonly kind: HarassmentKind;
      readonly remarks: string;
    }
  | {
      readonly do: 'block';
      readonly number: string;
      readonly scope: BlockScope;
      readonly days: number;
    }
  | { readonly do: 'unblock'; readonly id: string }
  | { readonly do: 'strike-off'; readonly id: string; readonly reason: string }
  | { readonly do: 'export'; readonly format: ExportFormat };
