import fc from 'fast-check';
import type { JournalEvent } from '../../calls/journal-entry.ts';
import type { LineFinding, LineVerdict } from '../../calls/line-verdict.ts';
import type { Pack } from '../../contract/pack/pack.ts';

const CALLS = ['call-1', 'call-2'];

export function ring(call: string, at: number): JournalEvent {
  return {
    type: 'ringing',
    call,
    at,
    queuedMs: null,
    remoteParty: { number: '+86 139 0000 0001', displayName: null },
  };
}

function verdictOf(finding: LineFinding): LineVerdict {
  const levels = { speechDbfs: -30, noiseDbfs: -36, spreadDb: 12 };
  const packets = { noPacketsMs: 0, lossShare: 0, jitterMs: 4, concealedShare: 0 };
  return { finding, confidence: 1, evidence: { ...levels, ...packets, silentMs: 0 } };
}

/** Any event; the player sets its time. */
export function arbitraryEvent(pack: Pack): fc.Arbitrary<JournalEvent> {
  const call = fc.constantFrom('call-1', 'call-1', 'call-1', ...CALLS, 'nowhere');
  const on = <T extends object>(of: T) => call.map((id) => ({ ...of, call: id, at: 0 }));
  const place = fc
    .constantFrom(...pack.situations)
    .chain((situation) =>
      fc.constantFrom(...situation.steps).map((step) => ({ situation: situation.id, step })),
    );
  const side = fc.constantFrom('remote' as const, 'agent' as const);
  const confidence = 1;
  return fc.oneof(
    {
      weight: 8,
      arbitrary: place.chain((p) =>
        on({ type: 'situation-picked', situation: p.situation, by: 'agent' } as const),
      ),
    },
    {
      weight: 14,
      arbitrary: fc
        .tuple(place, fc.constantFrom('done', 'done', 'done', 'skipped', 'waited', 'interrupted'))
        .chain(([p, how]) =>
          on({ type: 'step-done', situation: p.situation, step: p.step.id, how } as const),
        ),
    },
    {
      weight: 4,
      arbitrary: place.chain(({ situation, step }) =>
        on({
          type: 'branch-chosen',
          situation,
          step: step.id,
          option: step.kind === 'branch' ? (step.options[0]?.id ?? 'x') : 'x',
        } as const),
      ),
    },
    { weight: 2, arbitrary: place.chain((p) => on({ type: 'step-back', situation: p.situation } as const)) },
    {
      weight: 1,
      arbitrary: place.chain((p) => on({ type: 'script-restarted', situation: p.situation } as const)),
    },
    {
      weight: 1,
      arbitrary: place.chain((p) => on({ type: 'script-closed', situation: p.situation } as const)),
    },
    {
      weight: 2,
      arbitrary: place.chain((p) => on({ type: 'suggestion-dismissed', situation: p.situation } as const)),
    },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom('hold' as const, 'mute' as const)
        .chain((of) => on({ type: 'wait-asked', of } as const)),
    },
    { weight: 2, arbitrary: on({ type: 'caller-answered' } as const) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('complaint' as const, 'query' as const, null)
        .chain((category) => on({ type: 'category-chosen', category } as const)),
    },
    {
      weight: 2,
      arbitrary: fc
        .string({ maxLength: 4 })
        .chain((surname) => on({ type: 'caller-named', surname, title: 'ms' } as const)),
    },
    { weight: 3, arbitrary: side.chain((s) => on({ type: 'speech-began', side: s, confidence } as const)) },
    { weight: 4, arbitrary: side.chain((s) => on({ type: 'silence-began', side: s, confidence } as const)) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(
          'noise-began' as const,
          'noise-ended' as const,
          'quiet-voice-began' as const,
          'quiet-voice-ended' as const,
        )
        .chain((type) => on({ type, confidence })),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('noisy' as const, 'no-media' as const, 'clear' as const)
        .chain((finding) => on({ type: 'line-judged', confidence, verdict: verdictOf(finding) } as const)),
    },
    { weight: 1, arbitrary: on({ type: 'listening-stopped', confidence } as const) },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom('muted' as const, 'unmuted' as const, 'answered' as const)
        .chain((type) => on({ type })),
    },
    {
      weight: 3,
      arbitrary: fc
        .constantFrom('held' as const, 'resumed' as const)
        .chain((type) => on({ type, holdOriginator: 'local' } as const)),
    },
    { weight: 1, arbitrary: call.map((id) => ring(id, 0)) },
    { weight: 1, arbitrary: on({ type: 'transfer-started', target: '8001', kind: 'blind' } as const) },
    { weight: 1, arbitrary: on({ type: 'ended', end: { how: 'hung-up', by: 'remote-party' } } as const) },
    {
      weight: 1,
      arbitrary: on({ type: 'number-recognised', as: ['harassment'], promises: ['call-back'] } as const),
    },
    {
      weight: 1,
      arbitrary: on({
        type: 'contacts-found',
        contacts: [{ at: 0, category: 'query', outcome: 'settled', by: '0283' }],
      } as const),
    },
    {
      weight: 1,
      arbitrary: on({ type: 'customer-found', surname: '王', title: 'ms', vip: true, remarks: '' } as const),
    },
    { weight: 1, arbitrary: fc.constant({ type: 'registration-lost', at: 0, cause: 'network' } as const) },
    { weight: 1, arbitrary: fc.constant({ type: 'registered', at: 0 } as const) },
  );
}
