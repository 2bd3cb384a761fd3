import type { TimeLimit } from './time-limit.ts';
import type { WorkOrderKind, WorkOrderStage } from './work-order-kind.ts';

/**
 * The circles of stages that time alone goes round: each stage has a limit, and moves the order on
 * when it has passed. Each circle once, its first stage again at the end. A stage that is warned of
 * again every day or more rarely (handbook §4.4) is none.
 */
export function automaticCircles({ stages }: Pick<WorkOrderKind, 'stages'>): readonly (readonly string[])[] {
  const next = new Map(stages.map((stage) => [stage.id, automaticMove(stage)]));
  const seen = new Set<string>();
  const circles: (readonly string[])[] = [];
  for (const { id } of stages) {
    const path: string[] = [];
    let at: string | null = id;
    while (at !== null && !seen.has(at)) {
      seen.add(at);
      path.push(at);
      at = next.get(at) ?? null;
    }
    const from = at === null ? -1 : path.indexOf(at);
    if (at !== null && from >= 0) circles.push([...path.slice(from), at]);
  }
  return circles;
}

/** Where the order goes when the stage's limit has passed; null where it stays. */
function automaticMove({ id, within, whenOver }: WorkOrderStage): string | null {
  if (within === undefined || whenOver?.does !== 'move') return null;
  return whenOver.to === id && lastsADay(within) ? null : whenOver.to;
}

function lastsADay({ unit, count }: TimeLimit): boolean {
  switch (unit) {
    case 'min':
      return count >= 24 * 60;
    case 'h':
    case 'working-h':
      return count >= 24;
    case 'working-d':
      return true;
  }
}
