import * as v from 'valibot';
import type { Instant } from './call-event.ts';
import type { JournalEvent } from './journal-entry.ts';
import { type LineEvidence, readingSchema } from './line-verdict.ts';
import { durationSchema } from './vocabulary/instant.ts';
import { countSchema } from './vocabulary/whole-number.ts';

/** What was wrong with the line, one entry a finding; a clear line and a hold are no trouble. */
export const lineTroubleSchema = v.strictObject({
  finding: v.picklist(['no-media', 'nobody-speaks', 'faint', 'noisy', 'packets-lost', 'agent-muted']),
  times: countSchema,
  totalMs: durationSchema,
  /** The rest is of the longest time, when it was noticed. Levels in dBFS; null: not known. */
  speechDbfs: readingSchema,
  noiseDbfs: readingSchema,
  lossShare: readingSchema,
  jitterMs: v.nullable(durationSchema),
});

export type LineTrouble = Readonly<v.InferOutput<typeof lineTroubleSchema>>;

interface Span {
  readonly finding: LineTrouble['finding'];
  readonly ms: number;
  readonly evidence: LineEvidence;
}

/** The troubles of one call in the order of their first time; one that the end cut short counts. */
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

/**
 * Silence and missing packets are reported late on purpose, with the time that they had lasted by
 * then.
 */
function lastedBefore(finding: LineTrouble['finding'], { silentMs, noPacketsMs }: LineEvidence): number {
  if (finding === 'no-media') return noPacketsMs;
  return finding === 'nobody-speaks' ? silentMs : 0;
}
