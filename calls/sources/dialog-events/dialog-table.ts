import type { DialogInfo, ReportedDialog } from './read-dialog-info.ts';

/** The dialogs of a phone that have not ended, by what was reported so far (RFC 4235 §4.3). */
export interface DialogTable {
  /** Null before the first document. */
  readonly version: number | null;
  /** A full document has come: what is not in the table is over. */
  readonly isWhole: boolean;
  readonly dialogs: ReadonlyMap<string, ReportedDialog>;
}

export const EMPTY_TABLE: DialogTable = { version: null, isWhole: false, dialogs: new Map() };

interface Updated {
  readonly table: DialogTable;
  /** The dialogs that the document says have ended. */
  readonly ended: readonly ReportedDialog[];
  /** Something is missing: the whole state has to be asked for. */
  readonly isIncomplete: boolean;
}

/**
 * Documents arrive in the order in which they were sent (CSeq). A full one is always valid: a phone
 * system that restarted counts its versions anew. A partial one below the last version is not.
 */
export function applyDialogInfo(table: DialogTable, info: DialogInfo): Updated {
  const last = table.version;
  if (!info.isFull && last !== null && info.version <= last) {
    return { table, ended: [], isIncomplete: true };
  }
  const dialogs = new Map(info.isFull ? [] : table.dialogs);
  const reported = info.dialogs.map((dialog) => completed(dialog, table.dialogs.get(dialog.id)));
  for (const dialog of reported) dialogs.set(dialog.id, dialog);
  const ended = reported.filter(({ state }) => state === 'terminated');
  for (const { id } of ended) dialogs.delete(id);
  return {
    table: { version: info.version, isWhole: table.isWhole || info.isFull, dialogs },
    ended,
    isIncomplete: !info.isFull && info.version !== (last ?? Number.NaN) + 1,
  };
}

/** Later documents may leave out what earlier ones said; some servers use one id for all calls. */
function completed(dialog: ReportedDialog, known: ReportedDialog | undefined): ReportedDialog {
  if (known === undefined || (dialog.callId !== null && dialog.callId !== known.callId)) return dialog;
  const { callId, direction, remoteParty } = known;
  return {
    ...dialog,
    callId,
    direction: dialog.direction ?? direction,
    remoteParty: dialog.remoteParty ?? remoteParty,
  };
}
