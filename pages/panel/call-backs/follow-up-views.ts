import type { Call } from '../../../calls/call.ts';
import type { Instant } from '../../../calls/call-event.ts';
import { knownNumber } from '../../../calls/numbers/withheld.ts';
import type { Note } from '../../../contract/note/note.ts';
import { blocksInForce, foldBlocks } from '../../../rules/blocks/fold-blocks.ts';
import { blockHindrance } from '../../../rules/blocks/may-block.ts';
import type { CallMarks } from '../../../rules/call/call-marks.ts';
import { callBackOutcome, harassmentEnding } from '../../../rules/call/said-by-script.ts';
import { callBacksOf } from '../../../rules/call-backs/due-call-backs.ts';
import type { PendingFollowUp } from '../../../rules/follow-ups/pending-follow-up.ts';
import type { Zone } from '../../../rules/time/zone-offset.ts';
import { isOfCall } from '../../../rules/warnings/fold-warnings.ts';
import { warningFigures } from '../../../rules/warnings/warning-figures.ts';
import type { PanelTeam } from '../frame/panel-team.ts';
import type { HarassmentView, RegisterView } from '../harassment/harassment-view.ts';
import type { OutcomeView, TimeRules } from './call-backs-view.ts';
import type { FollowUpView } from './follow-up-view.ts';

/** As long as the register keeps it. */
export const LONGEST_NUMBER = 64;

/** The follow-ups that a call on screen or in wrap-up offers. */
export function followUpView(
  team: PanelTeam,
  call: Call,
  marks: CallMarks,
  note: Note | null,
  left: readonly PendingFollowUp[],
  times: TimeRules,
  now: number,
): FollowUpView {
  const { number } = call.remoteParty;
  const [planned] = callBacksOf(team.callBacks.value, number);
  return {
    register: registerView(team, call, marks, left),
    draft: {
      number: note !== null && note.contactNumber !== '' ? note.contactNumber : knownNumber(number),
      surname: marks.surname,
      title: marks.title,
      matter: '',
      order: null,
      note: note?.id ?? null,
    },
    times,
    plannedAt: planned?.dueAt ?? null,
    now,
  };
}

function registerView(
  team: PanelTeam,
  call: Call,
  marks: CallMarks,
  left: readonly PendingFollowUp[],
): RegisterView {
  const wanted = left.some(({ what }) => what === 'warning');
  const known = knownNumber(call.remoteParty.number).slice(0, LONGEST_NUMBER);
  const entry = team.warnings.value.find(
    (one) => one.struckOff === null && isOfCall(one, known, team.serverTime(call.startedAt)),
  );
  return {
    call: call.id,
    wanted,
    ending: harassmentEnding(team.pack, marks.chosen) ?? 'other',
    registered: entry?.kind ?? null,
  };
}

/** The open call-back of an outbound call; null for none, or if its outcome is stored. */
export function outcomeView(
  team: PanelTeam,
  call: Call,
  marks: CallMarks,
  times: TimeRules,
): OutcomeView | null {
  if (call.direction !== 'outbound') return null;
  const found = callBacksOf(team.callBacks.value, call.remoteParty.number).find(({ attempts }) =>
    attempts.every(({ at }) => at < team.serverTime(call.startedAt)),
  );
  if (found === undefined) return null;
  const { id, vip } = found;
  return { id, vip, times, suggested: callBackOutcome(team.pack, call, marks.chosen) };
}

export function harassmentView(
  team: PanelTeam,
  utcOffsetMinutes: Zone,
  blocksForTeam: boolean,
  now: Instant,
): HarassmentView {
  const warnings = team.warnings.value;
  const figures = warningFigures(warnings, utcOffsetMinutes);
  const rules = team.orderRules();
  const hindrances = figures.bySource.flatMap(({ number }) => {
    const hindrance = blockHindrance(number, team.events, rules, now);
    return hindrance === null ? [] : [[number, hindrance] as const];
  });
  return {
    kind: 'harassment',
    entries: warnings.toReversed(),
    figures,
    blocks: blocksInForce(foldBlocks(team.events), team.agent, now),
    hindrances: new Map(hindrances),
    blocksForTeam,
    unread: team.unread,
  };
}
