import type { AgentEvent } from '../../calls/agent-event.ts';
import type { JournalEntry } from '../../calls/journal-entry.ts';
import type { Situation } from '../../contract/pack/situation.ts';
import { indexPack } from '../scripts/pack-index.ts';
import type { Run } from '../scripts/script-run.ts';
import type { WatchedCall } from './watch-call.ts';

type StepDone = AgentEvent & { readonly type: 'step-done' };
type StepEntry = JournalEntry & { readonly event: StepDone };

/** One use of a script. A script for a wait only interrupts the one before. */
export interface Visit {
  readonly situation: Situation;
  /** The entry that brought it. */
  readonly entry: JournalEntry;
  /** What was done with its steps, in order. */
  readonly steps: readonly StepEntry[];
  /** `followed`: it led to its end, to another script, or what it waited for happened. */
  readonly left: 'followed' | 'closed' | 'replaced' | 'call-ended';
  readonly leftBy: JournalEntry | null;
  /** The last state in which it was on screen. */
  readonly run: Run;
}

interface Draft extends Visit {
  readonly steps: StepEntry[];
  left: Visit['left'];
  leftBy: JournalEntry | null;
  run: Run;
  isOpen: boolean;
}

/** The scripts of a call, in the order in which they came up. */
export function scriptVisits({ moments, pack }: WatchedCall): readonly Visit[] {
  const index = indexPack(pack);
  const visits: Draft[] = [];
  for (const { entry, after } of moments) {
    const { event } = entry;
    // The entry of a step follows what brought it: its script may have been left already.
    if (event.type === 'step-done')
      visits.findLast(({ situation }) => situation.id === event.situation)?.steps.push({ ...entry, event });
    const runs = [after.suspended, after.run].filter((run) => run !== null);
    for (const visit of visits.filter(({ isOpen }) => isOpen)) {
      const run = runs.find((one) => isSameRun(one, visit.run));
      if (run === undefined) Object.assign(visit, { isOpen: false, left: howLeft(entry), leftBy: entry });
      else visit.run = run;
    }
    for (const run of runs) {
      const situation = index.byId.get(run.situation);
      const isKnown = visits.some((visit) => visit.isOpen && isSameRun(run, visit.run));
      if (situation === undefined || isKnown) continue;
      visits.push({ situation, entry, steps: [], left: 'call-ended', leftBy: null, run, isOpen: true });
    }
  }
  return visits;
}

function isSameRun(one: Run, other: Run): boolean {
  return one.situation === other.situation && one.startedAt === other.startedAt;
}

function howLeft({ event }: JournalEntry): Visit['left'] {
  switch (event.type) {
    case 'ended':
      return 'call-ended';
    case 'script-closed':
      return 'closed';
    case 'situation-picked':
    case 'script-restarted':
    case 'wait-asked':
    case 'held':
    case 'muted':
      return 'replaced';
    default:
      return 'followed';
  }
}
