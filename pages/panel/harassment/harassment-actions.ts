import { i18n } from '#i18n';
import { timeZoneHere } from '../../../browser/time-zone-here.ts';
import type { Call } from '../../../calls/call.ts';
import type { Instant } from '../../../calls/call-event.ts';
import { harassmentEnding } from '../../../rules/call/said-by-script.ts';
import type { Warning } from '../../../rules/warnings/fold-warnings.ts';
import { localStamp } from '../../../storage/notes/local-stamp.ts';
import type { NoteStore } from '../../../storage/notes/note-store.ts';
import { exportRegister } from '../../../storage/team/export-register.ts';
import type { PanelJournal } from '../frame/panel-journal.ts';
import type { PanelTeam } from '../frame/panel-team.ts';
import type { HarassmentAction } from './harassment-view.ts';
import { endingWord, kindWord } from './harassment-words.ts';

interface HarassmentParts {
  readonly team: PanelTeam;
  readonly journal: PanelJournal;
  readonly notes: NoteStore;
  /** Id of the note of a call, if it is open here. */
  readonly noteOf: (call: string) => string | null;
  /** Hands a file to the agent. */
  readonly save: (name: string, type: string, text: string) => void;
  /** The script on screen asked for it, and may go on. */
  readonly registered: () => void;
}

export async function applyHarassmentAction(parts: HarassmentParts, action: HarassmentAction): Promise<void> {
  const { team, journal } = parts;
  switch (action.do) {
    case 'register': {
      const call = journal.calls.find(({ id }) => id === action.call);
      if (call === undefined) return;
      const { kind, remarks } = action;
      if (await team.record(crypto.randomUUID(), { ...factOf(parts, call), kind, remarks }))
        parts.registered();
      return;
    }
    case 'strike-off':
      await team.record(action.id, { type: 'warning-struck-off', reason: action.reason });
      return;
    case 'export':
      return exportAll(parts, action.format);
  }
}

function factOf({ team, journal, noteOf }: HarassmentParts, call: Call) {
  return {
    type: 'warning-registered',
    number: call.remoteParty.number.slice(0, 64),
    calledAt: call.startedAt,
    done: harassmentEnding(team.pack, journal.marksOf(call.id).chosen) ?? 'other',
    note: noteOf(call.id),
  } as const;
}

async function exportAll({ team, notes, save }: HarassmentParts, format: 'csv' | 'json'): Promise<void> {
  const warnings = team.warnings.value;
  const headings = [
    i18n.t('harassment.colNumber'),
    i18n.t('harassment.colTime'),
    i18n.t('harassment.colKind'),
    i18n.t('harassment.colDone'),
    i18n.t('harassment.colRemarks'),
    i18n.t('harassment.colAgent'),
    i18n.t('harassment.colStruckOff'),
  ];
  const file = await exportRegister(notes.ports, {
    format,
    headings,
    rows: warnings.map(rowOf(localStamp(timeZoneHere()))),
    records: warnings,
  });
  save(file.name, file.type, file.text);
}

function rowOf(stamp: (at: Instant) => string): (warning: Warning) => readonly string[] {
  return ({ number, calledAt, kind, done, remarks, by, struckOff }) => [
    ...[number, stamp(calledAt), kindWord(kind), endingWord(done)],
    ...[remarks, by, struckOff?.reason ?? ''],
  ];
}
