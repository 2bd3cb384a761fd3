import type { Pack } from './pack.ts';
import type { PackReason } from './pack-problem.ts';
import type { Situation } from './situation.ts';
import type { Target } from './step.ts';
import type { Trigger } from './trigger.ts';
import type { Variant } from './variant.ts';

type Report = (path: readonly (string | number)[], why: PackReason) => void;

/** Every referenced id must exist, and each id is unique in its list. */
export function checkReferences(pack: Pack, report: Report): void {
  const known = {
    situation: new Map(pack.situations.map((situation) => [situation.id, situation])),
    technique: new Set(pack.techniques.map(({ id }) => id)),
    directory: new Set(pack.directory.map(({ id }) => id)),
    festival: new Set(pack.festivals.map(({ id }) => id)),
    break: new Set(pack.shift.breaks.map(({ id }) => id)),
  };
  const need = (path: readonly (string | number)[], to: keyof typeof known, id: string) => {
    if (!known[to].has(id)) report(path, { kind: 'unknown-reference', to, id });
  };

  reportTwice(pack.shift.breaks, ['shift', 'breaks'], report);
  for (const list of ['situations', 'techniques', 'directory', 'festivals'] as const) {
    reportTwice(pack[list], [list], report);
  }
  reportTwice(pack.adapters ?? [], ['adapters'], report);
  checkHotlines(pack, need, report);
  for (const [i, situation] of pack.situations.entries()) {
    const at = ['situations', i];
    reportTwice(situation.steps, [...at, 'steps'], report);
    for (const [n, id] of situation.techniques.entries()) need([...at, 'techniques', n], 'technique', id);
    const { transferTo, offerBreak } = situation.followUp ?? {};
    if (offerBreak !== undefined) need([...at, 'followUp', 'offerBreak'], 'break', offerBreak);
    if (transferTo !== undefined) need([...at, 'followUp', 'transferTo'], 'directory', transferTo);
    for (const [n, trigger] of situation.triggers.entries()) {
      checkTrigger(
        trigger,
        known.situation,
        (key, to, id) => need([...at, 'triggers', n, ...key], to, id),
        (key, id) => report([...at, 'triggers', n, ...key], { kind: 'unknown-reference', to: 'step', id }),
      );
    }
    for (const [path, target] of targetsOf(situation)) {
      if (target.kind === 'situation') need([...at, ...path, 'situation'], 'situation', target.situation);
      if (target.kind === 'step' && !hasStep(situation, target.step)) {
        report([...at, ...path, 'step'], { kind: 'unknown-reference', to: 'step', id: target.step });
      }
    }
    for (const [n, step] of situation.steps.entries()) {
      if (step.kind === 'do' && step.transferTo !== undefined) {
        need([...at, 'steps', n, 'transferTo'], 'directory', step.transferTo);
      }
      if (step.kind === 'branch') reportTwice(step.options, [...at, 'steps', n, 'options'], report);
      if (step.kind !== 'say') continue;
      checkVariants(step.variants, [...at, 'steps', n], need);
    }
  }
}

type Need = (
  path: readonly (string | number)[],
  to: 'situation' | 'technique' | 'directory' | 'festival' | 'break',
  id: string,
) => void;

/** Two hotlines with the same number could not be distinguished. */
function checkHotlines({ hotlines = [] }: Pack, need: Need, report: Report): void {
  reportTwice(hotlines, ['hotlines'], report);
  const seen = new Set<string>();
  for (const [i, { numbers, greeting, first, never }] of hotlines.entries()) {
    const at = ['hotlines', i];
    for (const [n, number] of numbers.entries()) {
      const bare = number.toLowerCase().replace(/[^\p{L}\d*]/gu, '');
      if (seen.has(bare)) report([...at, 'numbers', n], { kind: 'duplicate-id', id: number });
      seen.add(bare);
    }
    for (const [n, id] of first.entries()) need([...at, 'first', n], 'situation', id);
    for (const [n, id] of never.entries()) need([...at, 'never', n], 'situation', id);
    checkVariants(greeting?.variants ?? [], [...at, 'greeting'], need);
  }
}

function checkVariants(variants: readonly Variant[], at: readonly (string | number)[], need: Need): void {
  for (const [k, { when }] of variants.entries()) {
    for (const [c, condition] of when.entries()) {
      if (condition.kind !== 'festival' || condition.festival === undefined) continue;
      need([...at, 'variants', k, 'when', c, 'festival'], 'festival', condition.festival);
    }
  }
}

function checkTrigger(
  trigger: Trigger,
  situations: ReadonlyMap<string, Situation>,
  need: (key: readonly string[], to: 'situation' | 'festival', id: string) => void,
  noStep: (key: readonly string[], id: string) => void,
): void {
  if (trigger.kind === 'date' && trigger.days.by === 'festival') {
    need(['days', 'festival'], 'festival', trigger.days.festival);
  }
  if (trigger.kind !== 'after-situation') return;
  need(['situation'], 'situation', trigger.situation);
  const other = situations.get(trigger.situation);
  if (other !== undefined && trigger.step !== undefined && !hasStep(other, trigger.step)) {
    noStep(['step'], trigger.step);
  }
}

function targetsOf(situation: Situation): [path: (string | number)[], target: Target][] {
  return situation.steps.flatMap((step, n): [(string | number)[], Target][] => {
    if (step.kind === 'branch')
      return step.options.map(({ to }, k) => [['steps', n, 'options', k, 'to'], to]);
    return step.next === undefined ? [] : [[['steps', n, 'next'], step.next]];
  });
}

function hasStep(situation: Situation, id: string): boolean {
  return situation.steps.some((step) => step.id === id);
}

function reportTwice(
  list: readonly { readonly id: string }[],
  path: readonly (string | number)[],
  report: Report,
): void {
  const seen = new Set<string>();
  for (const [n, { id }] of list.entries()) {
    if (seen.has(id)) report([...path, n, 'id'], { kind: 'duplicate-id', id });
    seen.add(id);
  }
}
