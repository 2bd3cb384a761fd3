import { automaticCircles } from './automatic-circles.ts';
import type { Pack } from './pack.ts';
import type { PackReason, ReferenceTo } from './pack-problem.ts';
import type { WorkOrderKind } from './work-order-kind.ts';

type Path = readonly (string | number)[];
type Report = (path: Path, why: PackReason) => void;
type Need = (path: Path, to: ReferenceTo, known: ReadonlySet<string>, ids: readonly string[]) => void;

/** Each stage exists, can be reached and has a deadline; ids are unique. */
export function checkWorkOrders({ workOrders, situations }: Pack, report: Report): void {
  const { owners, kinds, major } = workOrders;
  const need: Need = (path, to, known, ids) => {
    for (const id of ids) if (!known.has(id)) report(path, { kind: 'unknown-reference', to, id });
  };
  const owner = idsOf(owners);
  const kind = idsOf(kinds);
  reportTwice(owners, ['workOrders', 'owners'], report);
  reportTwice(kinds, ['workOrders', 'kinds'], report);
  need(['workOrders', 'major', 'copiedTo'], 'owner', owner, major.copiedTo);
  for (const [n, { deputy }] of owners.entries()) {
    need(['workOrders', 'owners', n, 'deputy'], 'owner', owner, deputy === undefined ? [] : [deputy]);
  }
  for (const [n, one] of kinds.entries()) {
    const at = ['workOrders', 'kinds', n];
    need([...at, 'up'], 'work-order-kind', kind, one.up === undefined ? [] : [one.up]);
    need([...at, 'copiedTo'], 'owner', owner, one.copiedTo);
    need([...at, 'reportedTo'], 'owner', owner, one.reportedTo);
    checkStages(one, at, owner, need, report);
  }
  for (const [n, { followUp }] of situations.entries()) {
    const wanted = followUp?.workOrder === undefined ? [] : [followUp.workOrder.kind];
    need(['situations', n, 'followUp', 'workOrder', 'kind'], 'work-order-kind', kind, wanted);
  }
}

function checkStages(
  kind: WorkOrderKind,
  at: Path,
  owner: ReadonlySet<string>,
  need: Need,
  report: Report,
): void {
  const stage = idsOf(kind.stages);
  const deadline = idsOf(kind.deadlines);
  const reached = reachedStages(kind);
  reportTwice(kind.stages, [...at, 'stages'], report);
  reportTwice(kind.deadlines, [...at, 'deadlines'], report);
  for (const [n, one] of kind.stages.entries()) {
    const here = [...at, 'stages', n];
    need([...here, 'owner'], 'owner', owner, [one.owner]);
    for (const [k, { to, starts }] of one.next.entries()) {
      need([...here, 'next', k, 'to'], 'stage', stage, [to]);
      need([...here, 'next', k, 'starts'], 'deadline', deadline, starts === undefined ? [] : [starts]);
    }
    need([...here, 'returns', 'to'], 'stage', stage, one.returns === undefined ? [] : [one.returns.to]);
    if (one.whenOver?.does === 'move') {
      const { to, starts } = one.whenOver;
      need([...here, 'whenOver', 'to'], 'stage', stage, [to]);
      need([...here, 'whenOver', 'starts'], 'deadline', deadline, starts === undefined ? [] : [starts]);
    }
    if (!reached.has(one.id)) report(here, { kind: 'unreachable' });
    if (one.within === undefined && !hasLastingDeadline(kind)) report(here, { kind: 'no-clock' });
  }
  for (const stages of automaticCircles(kind)) {
    const n = kind.stages.findIndex(({ id }) => id === stages[0]);
    report([...at, 'stages', n, 'whenOver', 'to'], { kind: 'circle', stages });
  }
  for (const [n, one] of kind.deadlines.entries()) {
    need([...at, 'deadlines', n, 'owner'], 'owner', owner, [one.owner]);
  }
}

/** A deadline that runs from opening to closing, whether or not the order becomes major. */
function hasLastingDeadline({ deadlines, canBeMajor }: WorkOrderKind): boolean {
  const lasting = deadlines.filter(({ from, metBy }) => from === 'opened' && metBy === 'closed');
  const has = (status: string) => lasting.some(({ runsFor }) => runsFor === 'all' || runsFor === status);
  return has('ordinary') && (!canBeMajor || has('major'));
}

function reachedStages({ stages }: WorkOrderKind): ReadonlySet<string> {
  const reached = new Set(stages.slice(0, 1).map(({ id }) => id));
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const { id, next, returns, whenOver } of stages) {
      if (!reached.has(id)) continue;
      for (const { to } of next) reached.add(to);
      if (returns !== undefined) reached.add(returns.to);
      if (whenOver?.does === 'move') reached.add(whenOver.to);
    }
  }
  return reached;
}

function idsOf(list: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(list.map(({ id }) => id));
}

function reportTwice(list: readonly { readonly id: string }[], at: Path, report: Report): void {
  const seen = new Set<string>();
  for (const [n, { id }] of list.entries()) {
    if (seen.has(id)) report([...at, n, 'id'], { kind: 'duplicate-id', id });
    seen.add(id);
  }
}
