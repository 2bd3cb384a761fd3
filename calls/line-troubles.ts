import type { Instant } from './call-event.ts';
import type { JournalEvent } from './journal-entry.ts';
import type { LineEvidence, LineFinding } from './line-verdict.ts';

/** What was wrong with the line, once for each finding; clear lines and holds are no trouble. */
export interface LineTrouble {
  readonly finding: Exclude<LineFinding, 'clear' | 'on-hold'>;
  readonly times: number;
  readonly totalMs: number;
  /** Of the longest time, when it was noticed. Levels in dBFS, shares 0…1; null: not known. */
  readonly speechDbfs: number | null;
  readonly noiseDbfs: number | null;
  readonly lossShare: number | null;
  readonly jitterMs: number | null;
}

interface Span {
  readonly finding: LineTrouble['finding'];
  readonly ms: number;
  readonly evidence: LineEvidence;
}

/** From one call's events, the first trouble first; what the end of the call cut short counts. */
export function lineTroubles(events: readonly JournalEvent[], endedAt: Instant): readonly LineTrouble[] {
  const troubles = new Map<LineTrouble['finding'], { times: number; totalMs: number; longest: Span }>();
  for (const span of spans(events, endedAt)) {
    const known = troubles.get(span.finding);
    troubles.set(span.finding, {
      times: (known?.times ?? 0) + 1,
      totalMs: (known?.totalMs ?? 0) + span.ms,
      longest: known === undefined || span.ms > known.longest.ms ? span : known.longest,
    });
  }
  return [...troubles].map(
    ([
      finding,
      {
        times,
        totalMs,
        longest: { evidence },
      },
    ]) => {
      const { speechDbfs, noiseDbfs, lossShare, jitterMs } = evidence;
      return { finding, times, totalMs, speechDbfs, noiseDbfs, lossShare, jitterMs };
    },
  );
}

function* spans(events: readonly JournalEvent[], endedAt: Instant): Generator<Span> {
  let open: (Omit<Span, 'ms'> & { readonly since: Instant }) | null = null;
  let earliest = Number.NEGATIVE_INFINITY;
  const close = (at: Instant): Span[] => {
    if (open === null) return [];
    earliest = at;
    const { since, ...found } = open;
    open = null;
    return [{ ...found, ms: Math.max(0, Math.min(at, endedAt) - since) }];
  };
  for (const event of events) {
    if (event.type === 'listening-stopped') yield* close(event.at);
    if (event.type !== 'line-judged') continue;
    yield* close(event.at);
    const { finding, evidence } = event.verdict;
    if (finding === 'clear' || finding === 'on-hold') continue;
    open = { finding, evidence, since: Math.max(earliest, event.at - lastedBefore(finding, evidence)) };
  }
  yield* close(endedAt);
}

/** Silence and a dead line are noticed late on purpose; how long they had lasted is known. No time counts twice. */
function lastedBefore(finding: LineTrouble['finding'], { silentMs, noPacketsMs }: LineEvidence): number {
  if (finding === 'no-media') return noPacketsMs;
  return finding === 'nobody-speaks' ? silentMs : 0;
}
