import { i18n } from '#i18n';
import type { SyncLink } from '../../../browser/sync-link.ts';
import type { Call } from '../../../calls/call.ts';
import { knownNumber } from '../../../calls/numbers/withheld.ts';
import type { Cell } from '../../../contract/table/table.ts';
import { foldBlocks, LONGEST_BLOCK_MS } from '../../../rules/blocks/fold-blocks.ts';
import { blockHindrance } from '../../../rules/blocks/may-block.ts';
import { harassmentEnding } from '../../../rules/call/said-by-script.ts';
import type { PendingFollowUp } from '../../../rules/follow-ups/pending-follow-up.ts';
import type { Warning } from '../../../rules/warnings/fold-warnings.ts';
import { exportRegister } from '../../../storage/team/export-register.ts';
import type { Handlers } from '../../session/dispatch.ts';
import { zoneHere } from '../../session/zone-of.ts';
import { LONGEST_NUMBER } from '../call-backs/follow-up-views.ts';
import type { PanelFollowUps } from '../follow-ups/panel-follow-ups.ts';
import type { PanelBrowser } from '../frame/panel-browser.ts';
import type { PanelJournal } from '../frame/panel-journal.ts';
import type { PanelTeam } from '../frame/panel-team.ts';
import type { PanelNotes } from '../note/panel-notes.ts';
import type { HarassmentAction } from './harassment-view.ts';
import { endingWord, kindWord } from './harassment-words.ts';

const DAY_MS = 86_400_000;

interface HarassmentParts {
  readonly team: Pick<PanelTeam, 'record' | 'events' | 'orderRules' | 'warnings' | 'pack' | 'serverTime'>;
  readonly sync: Pick<SyncLink, 'writesForOthers'>;
  readonly now: () => number;
  readonly journal: Pick<PanelJournal, 'calls' | 'marksOf'>;
  readonly notes: Pick<PanelNotes, 'store' | 'noteOf'>;
  readonly followUps: Pick<PanelFollowUps, 'warningOf'>;
  readonly browser: Pick<PanelBrowser, 'saveFile'>;
  readonly onRegistered: () => void;
}

/** The team's register of harassing calls. */
export function harassmentHandlers(parts: HarassmentParts): Handlers<HarassmentAction> {
  const { team, sync, journal, notes, followUps, browser, now, onRegistered } = parts;
  return {
    register: async ({ call: id, kind, remarks }) => {
      const call = journal.calls.find((one) => one.id === id);
      const promised = followUps.warningOf(id);
      const known = call === undefined ? promised && factOfPromised(promised) : factOf(parts, call);
      if (known === null) return;
      const fact = { ...known, note: known.note ?? promised?.note ?? null, kind, remarks };
      if (await team.record(crypto.randomUUID(), fact)) onRegistered();
    },
    block: async ({ number, scope, days }) => {
      const at = now();
      const until = at + Math.min(days * DAY_MS, LONGEST_BLOCK_MS);
      if (blockHindrance(number, team.events, team.orderRules(), at) !== null) return;
      if (scope === 'team' && !sync.writesForOthers) return;
      await team.record(crypto.randomUUID(), { type: 'number-blocked', number, scope, until });
    },
    unblock: async ({ id }) => {
      const block = foldBlocks(team.events).find((one) => one.id === id);
      if (block === undefined || (block.scope === 'team' && !sync.writesForOthers)) return;
      await team.record(id, { type: 'number-unblocked', scope: block.scope });
    },
    'strike-off': ({ id, reason }) => team.record(id, { type: 'warning-struck-off', reason }),
    export: async ({ format }) => {
      const warnings = team.warnings.value;
      const table = {
        headings: headings(),
        rows: warnings.map(rowOf),
        timeZone: zoneHere(),
      };
      const file = await exportRegister(notes.store.ports, { format, table, records: warnings });
      browser.saveFile(file.name, file.type, file.content);
    },
  };
}

function factOf({ team, journal, notes }: HarassmentParts, call: Call) {
  return {
    type: 'warning-registered',
    number: knownNumber(call.remoteParty.number).slice(0, LONGEST_NUMBER),
    calledAt: Math.round(team.serverTime(call.startedAt)),
    done: harassmentEnding(team.pack, journal.marksOf(call.id).chosen) ?? 'other',
    note: notes.noteOf(call.id)?.id ?? null,
  } as const;
}

/** Of a call that this page no longer knows. */
function factOfPromised({ number, calledAt, note }: PendingFollowUp) {
  const known = number.slice(0, LONGEST_NUMBER);
  return { type: 'warning-registered', number: known, calledAt, done: 'other', note } as const;
}

function headings(): readonly string[] {
  return [
    i18n.t('harassment.colNumber'),
    i18n.t('harassment.colTime'),
    i18n.t('harassment.colKind'),
    i18n.t('harassment.colDone'),
    i18n.t('harassment.colRemarks'),
    i18n.t('harassment.colAgent'),
    i18n.t('harassment.colStruckOff'),
  ];
}

function rowOf({ number, calledAt, kind, done, remarks, by, struckOff }: Warning): readonly Cell[] {
  return [
    ...[number, { at: calledAt }, kindWord(kind), endingWord(done)],
    ...[remarks, by, struckOff?.reason ?? null],
  ];
}
