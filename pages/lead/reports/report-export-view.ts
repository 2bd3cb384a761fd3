import type { ExportFormat } from '../../../contract/table/export-file.ts';
import type { TeamGap } from '../frame/server-view.ts';

/** What came of the last export. */
export type ReportExportView =
  | { readonly state: 'nothing' | 'busy' | 'too-large' }
  | { readonly state: 'done'; readonly name: string }
  | { readonly state: 'refused'; readonly why: TeamGap };

/** Of the span on screen. */
export type ReportExportAction =
  | { readonly do: 'export-figures'; readonly format: ExportFormat }
  | { readonly do: 'export-notes'; readonly format: ExportFormat; readonly full: boolean };
