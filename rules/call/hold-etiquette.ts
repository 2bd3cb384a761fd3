import type { Instant } from '../../calls/call-event.ts';
import type { WaitKind } from '../../calls/vocabulary/wait-kind.ts';
import type { PackSettings } from '../../contract/pack/pack.ts';
import type { StepAction } from '../../contract/pack/step.ts';
import type { PackIndex } from '../scripts/pack-index.ts';
import type { Run } from '../scripts/script-run.ts';
import type { CallFacts } from './call-facts.ts';
import type { CallRules } from './call-rules.ts';
import { currentWait } from './current-wait.ts';
import type { HoldWarning } from './rules-view.ts';

/**
 * Whether a press on hold or mute asks the caller first: the call is established, the caller is not
 * waiting, the pack has a script for it, and the previous press did not ask. The second press acts
 * at once: an agent who coughs needs no consent. A caller who refused is asked once more.
 */
export function askBeforeWait(call: CallRules, index: PackIndex): Readonly<Record<WaitKind, boolean>> {
  const { facts, run } = call;
  const isRefused =
    run !== null &&
    !leadsToWait(run, index) &&
    index.bringing.some(
      ({ situation, trigger }) => trigger.kind === 'wait-wanted' && situation.id === run.situation,
    );
  const isAsked = facts.waitWanted !== null && !isRefused;
  const mayAsk = facts.call.state === 'established' && currentWait(facts.call) === null && !isAsked;
  const asks = (of: WaitKind) =>
    index.bringing.filter(
      ({ trigger }) => trigger.kind === 'wait-wanted' && (trigger.of === 'either' || trigger.of === of),
    );
  const askFirst = (of: WaitKind) =>
    mayAsk &&
    asks(of).length > 0 &&
    (isRefused || !asks(of).some(({ situation }) => situation.id === run?.situation)) &&
    !isAsking(call, of, index);
  return { hold: askFirst('hold'), mute: askFirst('mute') };
}

/** The step on screen is the one that lets the caller wait. */
function isAsking({ run }: CallRules, of: WaitKind, index: PackIndex): boolean {
  const situation = run === null ? undefined : index.byId.get(run.situation);
  const step = situation?.steps.find(({ id }) => id === run?.step);
  return step?.kind === 'do' && (step.action === of || step.action === 'hold-or-mute');
}

const WAITS: ReadonlySet<StepAction> = new Set(['hold', 'mute', 'hold-or-mute']);

/** The script on screen still has a step for the wait ahead. */
function leadsToWait(run: Run, index: PackIndex): boolean {
  const steps = index.byId.get(run.situation)?.steps ?? [];
  const seen = new Set<string>();
  const ahead = [run.step];
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    const at = steps.findIndex((step) => step.id === id);
    const step = steps[at];
    if (step === undefined || seen.has(id)) continue;
    seen.add(id);
    if (step.kind === 'do' && WAITS.has(step.action)) return true;
    const targets = step.kind === 'branch' ? step.options.map(({ to }) => to) : [step.next];
    for (const to of targets) {
      const next = to === undefined ? steps[at + 1]?.id : to.kind === 'step' ? to.step : undefined;
      if (next !== undefined) ahead.push(next);
    }
  }
  return false;
}

export interface WaitWatch {
  readonly warning: HoldWarning | null;
  /** When the next warning comes; null while the caller is not waiting. */
  readonly nextChangeAt: Instant | null;
}

/** A long wait warns at the pack's threshold, and again after every repeat. */
export function watchWait({ call }: CallFacts, { thresholds }: PackSettings, now: Instant): WaitWatch {
  const wait = currentWait(call);
  if (wait === null) return { warning: null, nextChangeAt: null };
  const first = wait.since + thresholds.longHoldSeconds * 1000;
  if (now < first) return { warning: null, nextChangeAt: first };
  const repeatMs = thresholds.longHoldRepeatSeconds * 1000;
  const repeats = Math.max(0, Math.floor((now - first) / repeatMs));
  return {
    warning: { ...wait, waitedMs: Math.max(0, now - wait.since), warnings: repeats + 1 },
    nextChangeAt: first + (repeats + 1) * repeatMs,
  };
}
