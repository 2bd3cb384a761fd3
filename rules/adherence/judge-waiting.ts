import type { Instant } from '../../calls/call-event.ts';
import type { AdherenceLine } from '../../contract/note/adherence.ts';
import type { Situation } from '../../contract/pack/situation.ts';
import { currentWait } from '../call/current-wait.ts';
import { asksFor } from '../call/do-action.ts';
import { indexPack } from '../scripts/pack-index.ts';
import { stepOf } from '../scripts/script-run.ts';
import { leastSpokenMs } from '../scripts/spoken-length.ts';
import { hasPresses } from './judge-opening.ts';
import { held, missed, notApplicable } from './line.ts';
import type { Visit } from './script-visits.ts';
import { type Moment, momentsOf, type WatchedCall, wasListened } from './watch-call.ts';

/** A cough: nobody is asked for leave, nor thanked. */
const SHORTEST_WAIT_MS = 5_000;
/** From the warning to the return. */
const RETURN_MS = 10_000;
/** From the return to the first word. */
const REACTION_MS = 5_000;
/** One overlap is a short response; more are interruptions. */
const FORGIVEN_OVERLAPS = 1;

interface CallerWait {
  readonly began: Moment;
  /** Null: the call ended in it. */
  readonly back: Moment | null;
  readonly ms: number;
}

/** The caller agreed to every wait by hold or mute before it began (§1.5, §2.30). */
export function judgeConsent(watched: WatchedCall): readonly AdherenceLine[] {
  const waits = callerWaits(watched);
  if (waits.length === 0) return [notApplicable('consent', 'no-occasion')];
  return waits.map(({ began }) => consentTo(began, watched));
}

function consentTo({ entry, before }: Moment, { pack }: WatchedCall): AdherenceLine {
  const index = indexPack(pack);
  const run = before?.run ?? null;
  const situation = run === null ? undefined : index.byId.get(run.situation);
  const step = run === null || situation === undefined ? undefined : stepOf(situation, run.step);
  if (run === null || situation === undefined || step === undefined)
    return missed('consent', 'not-asked', { entry });
  const place = { situation: situation.id, entry };
  if (asksFor(step, ['hold', 'mute', 'hold-or-mute', 'transfer', 'call-supervisor', 'look-up']))
    return held('consent', place);
  if (!asksForWait(situation)) return missed('consent', 'not-asked', place);
  if (!leadsToWait(situation, run.step)) return missed('consent', 'refused', place);
  // Asked without a press: the second press says that the caller agreed.
  const [question] = situation.steps;
  const leastMs = question?.kind === 'say' ? leastSpokenMs(question) : 0;
  return entry.event.at - run.startedAt >= leastMs
    ? held('consent', place)
    : missed('consent', 'not-asked', place);
}

/** The step that lets the caller wait still lies ahead; steps are left only forwards. */
function leadsToWait({ steps }: Situation, from: string): boolean {
  const at = steps.findIndex(({ id }) => id === from);
  return steps.slice(at).some((step) => asksFor(step, ['hold', 'mute', 'hold-or-mute']));
}

function asksForWait({ triggers }: Situation): boolean {
  return triggers.some(({ kind }) => kind === 'wait-wanted');
}

/**
 * Prohibitions that the journal shows without speech recognition: coming back without a word,
 * leaving the caller on hold, interrupting (§2.31, §2.32, §1.4).
 */
export function judgeProhibitions(watched: WatchedCall, visits: readonly Visit[]): readonly AdherenceLine[] {
  const lines = [
    ...callerWaits(watched).flatMap((wait) => [
      ...returnFrom(wait, watched, visits),
      ...lengthOf(wait, watched),
    ]),
    ...interruptions(watched),
  ];
  return lines.length > 0
    ? lines
    : [notApplicable('prohibitions', wasListened(watched) ? 'no-occasion' : 'not-listened')];
}

function returnFrom(
  { back }: CallerWait,
  watched: WatchedCall,
  visits: readonly Visit[],
): readonly AdherenceLine[] {
  if (back === null) return [];
  const { entry, before, after } = back;
  const thanks = visits.find(
    (visit) =>
      visit.entry.seq >= entry.seq &&
      visit.entry.event.at - entry.event.at < REACTION_MS &&
      visit.situation.triggers.some(({ kind }) => kind === 'back-from-hold'),
  );
  const situation = thanks?.situation.id ?? null;
  const said = thanks?.steps.find(({ event }) => event.how !== 'skipped');
  if (said !== undefined) return [held('prohibitions', { situation, entry: said })];
  // The script that asked for the return has an apology of its own, judged by its steps.
  if (after.facts.back?.inScript === true || before === null) return [];
  const [ended] = momentsOf(watched, 'ended');
  if (ended !== undefined && ended.entry.event.at - entry.event.at < REACTION_MS)
    return [notApplicable('prohibitions', 'caller-left', { situation, entry })];
  return wasListened(watched) || hasPresses(watched)
    ? [missed('prohibitions', 'silent-return', { situation, entry })]
    : [notApplicable('prohibitions', 'not-listened', { situation, entry })];
}

function lengthOf({ began, back, ms }: CallerWait, { pack }: WatchedCall): readonly AdherenceLine[] {
  const most = pack.settings.thresholds.longHoldSeconds * 1000 + RETURN_MS;
  const entry = back?.entry ?? began.entry;
  return ms <= most ? [] : [missed('prohibitions', 'long-wait', { entry })];
}

/** The agent began to speak while the caller was speaking. */
function interruptions(watched: WatchedCall): readonly AdherenceLine[] {
  const overlaps = momentsOf(watched, 'both-talking-began').filter(({ before }) => {
    const line = before?.facts.line;
    const [agent, caller] = [line?.agentSpeakingSince ?? null, line?.remoteSpeakingSince ?? null];
    return agent !== null && caller !== null && agent > caller;
  });
  const [first] = overlaps.slice(FORGIVEN_OVERLAPS);
  if (first !== undefined) return [missed('prohibitions', 'interrupting', { entry: first.entry })];
  const [ended] = momentsOf(watched, 'ended');
  const hasTalk = watched.last.facts.talkingSince !== null;
  return wasListened(watched) && hasTalk ? [held('prohibitions', { entry: ended?.entry ?? null })] : [];
}

function callerWaits({ moments }: WatchedCall): readonly CallerWait[] {
  const waits: CallerWait[] = [];
  let began: Moment | null = null;
  for (const moment of moments) {
    const { before, after, entry } = moment;
    const waited = before === null ? null : currentWait(before.facts.call);
    const waiting = currentWait(after.facts.call);
    if (waited === null && waiting !== null) began = moment;
    if (began === null || waiting !== null) continue;
    const ms: Instant = entry.event.at - began.entry.event.at;
    if (ms >= SHORTEST_WAIT_MS) waits.push({ began, back: entry.event.type === 'ended' ? null : moment, ms });
    began = null;
  }
  return waits;
}
