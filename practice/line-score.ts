import type { Milestone } from './call/milestone.ts';
import type { Scenario } from './scenario.ts';

/** What can be judged from the line alone; the panel's training mode judges the whole call. */
export interface LineScore {
  /** 0…100; null where nothing could be judged. */
  readonly score: number | null;
  readonly lines: readonly LineVerdict[];
}

export interface LineVerdict {
  readonly of: 'rings' | 'waits' | 'hang-up';
  readonly held: boolean;
  readonly why: string;
}

/** Three rings of the Chinese cadence (handbook §1.1). */
const IN_TIME_MS = 15_000;
/** After which a waiting caller is spoken to (still-waiting). */
const LONGEST_WAIT_MS = 60_000;
/** A silent caller is greeted three times, with 5 s after each (silent-caller). */
const SILENT_MS = 15_000;
/** After the caller's last word, before an agent may end the call (caller-stays-on). */
const AFTER_WORDS_MS = 5_000;

/** How the agent's side of a call kept to the handbook, as the caller noticed it. */
export function lineScore(timeline: readonly Milestone[], scenario: Scenario): LineScore {
  const lines = [...judgeRings(timeline), ...judgeWaits(timeline), ...judgeHangUp(timeline, scenario)];
  const held = lines.filter((line) => line.held).length;
  return { score: lines.length === 0 ? null : Math.round((100 * held) / lines.length), lines };
}

/** For the person at the keyboard. */
export function lineScoreText({ score, lines }: LineScore): readonly string[] {
  if (score === null) return ['score on the line: nothing to judge'];
  return [
    `score on the line: ${score} of 100`,
    ...lines.map(({ of, held, why }) => `  ${held ? 'held  ' : 'missed'} ${of}: ${why}`),
  ];
}

function judgeRings(timeline: readonly Milestone[]): readonly LineVerdict[] {
  const began = timeline.find(({ type }) => type === 'ringing' || type === 'invited');
  const answered = timeline.find(({ type }) => type === 'answered');
  const end = endOf(timeline);
  if (began === undefined || end?.how === 'answered-elsewhere' || end?.how === 'failed') return [];
  if (answered === undefined) {
    const rang = (timeline.at(-1)?.at ?? began.at) - began.at;
    const isEarly = end?.how === 'given-up' && rang < IN_TIME_MS;
    return isEarly ? [] : [{ of: 'rings', held: false, why: 'not answered' }];
  }
  const ms = answered.at - began.at;
  return [{ of: 'rings', held: ms <= IN_TIME_MS, why: `answered after ${seconds(ms)} s` }];
}

function judgeWaits(timeline: readonly Milestone[]): readonly LineVerdict[] {
  const waits = timeline.flatMap((one, at) => {
    if (one.type !== 'held' || one.by !== 'agent') return [];
    const until = timeline.slice(at).find(({ type }) => type === 'resumed' || type === 'ended');
    return until === undefined ? [] : [until.at - one.at];
  });
  const longest = Math.max(...waits);
  return waits.length === 0
    ? []
    : [{ of: 'waits', held: longest <= LONGEST_WAIT_MS, why: `waited ${seconds(longest)} s at most` }];
}

function judgeHangUp(timeline: readonly Milestone[], scenario: Scenario): readonly LineVerdict[] {
  const answered = timeline.find(({ type }) => type === 'answered');
  const end = endOf(timeline);
  if (answered === undefined || end?.how !== 'hung-up') return [];
  if (end.by === 'caller') return [{ of: 'hang-up', held: true, why: 'the caller hung up first' }];
  if (!scenario.onAnswer.some((step) => step.do === 'stay-on')) {
    return [{ of: 'hang-up', held: false, why: 'ended before the caller hung up' }];
  }
  const endedAt = timeline.at(-1)?.at ?? answered.at;
  const isSilent = scenario.onAnswer.every((step) => step.do !== 'speak');
  const from = isSilent ? answered.at : lastWords(timeline, answered.at);
  const [ms, least] = [endedAt - from, isSilent ? SILENT_MS : AFTER_WORDS_MS];
  const why = `ended ${seconds(ms)} s after ${isSilent ? 'the answer' : 'the last word'}`;
  return [{ of: 'hang-up', held: ms >= least, why: `${why}, ${seconds(least)} s are due` }];
}

/** The last step that was finished; the end of the call finishes none. */
function lastWords(timeline: readonly Milestone[], answeredAt: number): number {
  return timeline.findLast((one) => one.type === 'step-done' && one.step === 'speak')?.at ?? answeredAt;
}

function endOf(timeline: readonly Milestone[]) {
  const last = timeline.at(-1);
  return last?.type === 'ended' ? last.end : null;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}
