import { isMissed } from '../../calls/call-end.ts';
import type { Instant } from '../../calls/call-event.ts';
import type { AdherenceLine } from '../../contract/note/adherence.ts';
import { RING_CADENCES } from '../../contract/pack/ring-cadence.ts';
import type { Step } from '../../contract/pack/step.ts';
import { isLate } from '../ring/ring-timer.ts';
import { isOpening } from '../scripts/pack-index.ts';
import { isSaidIn, leastSpokenMs } from '../scripts/spoken-length.ts';
import { held, missed, notApplicable } from './line.ts';
import type { Visit } from './script-visits.ts';
import { momentsOf, type WatchedCall, wasListened } from './watch-call.ts';

/** Between the answer and the first word. */
const REACTION_MS = 3_000;
/** A caller of a shorter talk is not asked for the name. */
const TALK_WITH_NAME_MS = 20_000;

/** Answered before the last timely ring was over (§1.1). */
export function judgeRings(watched: WatchedCall): readonly AdherenceLine[] {
  const { last, pack, context } = watched;
  const { call } = last.facts;
  if (call.direction === 'outbound') return [notApplicable('rings', 'outbound')];
  if (call.mediaOnly === true) return [notApplicable('rings', 'no-occasion')];
  const cadence = RING_CADENCES[context.cadence ?? pack.settings.cadence];
  const limit = pack.settings.ringLimit;
  const [answered] = momentsOf(watched, 'answered');
  if (answered !== undefined) {
    const place = { entry: answered.entry };
    const late = isLate(call.startedAt, answered.entry.event.at, cadence, limit);
    return [late ? missed('rings', 'answered-late', place) : held('rings', place)];
  }
  const [ended] = momentsOf(watched, 'ended');
  if (ended === undefined || !isMissed(ended.entry.event.end)) return [notApplicable('rings', 'no-occasion')];
  const place = { entry: ended.entry };
  // Who gives up in time could not be answered late.
  return isLate(call.startedAt, ended.entry.event.at, cadence, limit)
    ? [missed('rings', 'not-answered', place)]
    : [notApplicable('rings', 'caller-left', place)];
}

/** The greeting was said; after a late answer its text has the apology (§1.2). */
export function judgeGreeting(watched: WatchedCall, visits: readonly Visit[]): readonly AdherenceLine[] {
  const [answered] = momentsOf(watched, 'answered');
  if (answered === undefined) return [notApplicable('greeting', 'no-occasion')];
  const openings = visits.filter(({ situation }) => isOpening(situation));
  const said = openings.flatMap(({ situation, steps }) =>
    steps.filter(({ event, source }) => {
      const step = situation.steps.find(({ id }) => id === event.step);
      if (event.how === 'skipped' || step === undefined) return false;
      // What the caller's reply completed may have been a bare 喂.
      return source === 'agent' || step.kind !== 'say' || isSaidIn(step, agentSpokeMs(watched, event.at));
    }),
  )[0];
  if (said !== undefined) return [held('greeting', { situation: said.event.situation, entry: said })];
  const [opening] = openings;
  const place = { situation: opening?.situation.id ?? null, entry: answered.entry };
  if (openings.some(({ steps }) => steps.some(({ event }) => event.how === 'skipped')))
    return [missed('greeting', 'step-skipped', place)];
  const [ended] = momentsOf(watched, 'ended');
  const leastMs = REACTION_MS + Math.max(0, ...(opening?.situation.steps ?? []).map(spokenMs));
  if (ended !== undefined && ended.entry.event.at - answered.entry.event.at < leastMs)
    return [notApplicable('greeting', 'caller-left', place)];
  return wasListened(watched) || hasPresses(watched)
    ? [missed('greeting', 'not-said', place)]
    : [notApplicable('greeting', 'not-listened', place)];
}

/** The caller is asked for the name early, and spoken to by it from then on (§1.3). */
export function judgeName(watched: WatchedCall, visits: readonly Visit[]): readonly AdherenceLine[] {
  const { facts } = watched.last;
  const named = momentsOf(watched, 'caller-named').findLast(
    ({ entry: { event } }) => event.surname.trim() !== '',
  );
  if (named !== undefined) {
    const { entry } = named;
    if (entry.event.title === null) return [missed('name', 'title-unknown', { entry })];
    const after = visits.flatMap((visit) => sentencesWithName(visit, entry.seq));
    const used = after.find(({ done }) => done !== undefined);
    if (used?.done !== undefined) return [held('name', { situation: used.situation, entry: used.done })];
    const [passed] = after;
    return passed === undefined
      ? [held('name', { entry })]
      : [missed('name', 'name-not-used', { situation: passed.situation, entry })];
  }
  const asked = visits.flatMap(({ situation, steps }) =>
    steps.filter(({ event }) => event.how === 'done' && asksName(situation.steps, event.step)),
  );
  if (asked[0] !== undefined) return [notApplicable('name', 'not-given', { entry: asked[0] })];
  const [ended] = momentsOf(watched, 'ended');
  const { talkingSince, call } = facts;
  const talkMs = ended === undefined || talkingSince === null ? 0 : ended.entry.event.at - talkingSince;
  const isUsual = call.direction === 'inbound' && !visits.some(({ situation }) => isUnusual(situation));
  if (!isUsual || talkMs < TALK_WITH_NAME_MS) return [notApplicable('name', 'no-occasion')];
  return [missed('name', 'not-asked', { entry: ended?.entry ?? null })];
}

/** Nobody asks a caller for the name who harasses or abuses, or cannot be understood. */
function isUnusual({ group, followUp }: Visit['situation']): boolean {
  return group === 'difficult' || group === 'line' || followUp?.warning === true;
}

/** Sentences with the name, of scripts that came up after the name was known. */
function sentencesWithName({ situation, steps, entry, leftBy }: Visit, seq: number) {
  return situation.steps
    .filter((step) => step.kind === 'say' && JSON.stringify(step).includes('{surname}'))
    .flatMap(({ id }) => {
      const done = steps.find(
        ({ event, seq: at }) => event.step === id && event.how !== 'skipped' && at > seq,
      );
      const cameUp =
        entry.seq > seq && (leftBy?.seq ?? 0) > seq && steps.some(({ event }) => event.step === id);
      return done !== undefined || cameUp ? [{ situation: situation.id, done }] : [];
    });
}

function asksName(steps: readonly Step[], id: string): boolean {
  const step = steps.find((one) => one.id === id);
  if (step === undefined || step.kind === 'branch') return false;
  return step.kind === 'say' ? step.asksName === true : step.action === 'ask-name';
}

/** Speech of the agent until then. */
function agentSpokeMs({ moments }: WatchedCall, until: Instant): number {
  let total = 0;
  let since: Instant | null = null;
  for (const { entry, after } of moments) {
    if (entry.event.at > until) break;
    if (since !== null) total += entry.event.at - since;
    since = after.facts.line.agentSpeakingSince === null ? null : entry.event.at;
  }
  return since === null ? total : total + until - since;
}

function spokenMs(step: Step): number {
  return step.kind === 'say' ? leastSpokenMs(step) : 0;
}

/** The agent drives scripts by hand: what was not pressed was not done. */
export function hasPresses({ moments }: WatchedCall): boolean {
  return moments.some(({ entry: { event, source } }) => source === 'agent' && event.type === 'step-done');
}
