import type { LineTrouble } from '../../../calls/line-troubles.ts';
import type { LineEvidence } from '../../../calls/line-verdict.ts';
import type { PanelView } from '../../../pages/panel/frame/panel-view.ts';
import type { LineStatus } from '../../../rules/call/call-facts.ts';
import type { Suggestion } from '../../../rules/call/rules-view.ts';
import { WRAP_UP } from './other-stages.ts';
import { callStage, METER, NOW, panelView, QUIET_RULES, TALKING } from './parts.ts';
import { GREETING, LONG } from './runs.ts';

const NOTHING: LineEvidence = {
  ...{ speechDbfs: null, noiseDbfs: null, spreadDb: null, silentMs: 0, noPacketsMs: 0 },
  ...{ lossShare: 0, jitterMs: 4, concealedShare: 0 },
};

const lineStatus = (finding: LineStatus['finding'], evidence: Partial<LineEvidence> = {}): LineStatus => ({
  finding,
  evidence: { ...NOTHING, ...evidence },
  since: NOW,
});

function lineIs(line: LineStatus, suggestions: readonly Suggestion[] = [], mutedMs = 0): PanelView {
  const call = { ...TALKING, mutedSince: mutedMs > 0 ? NOW - mutedMs : null };
  const run = suggestions.length > 0 ? LONG : GREETING;
  return panelView(callStage(call, { rules: { ...QUIET_RULES, run, line, suggestions } }));
}

const offer = (situation: string, title: string, reason: Suggestion['reason']): Suggestion => ({
  ...{ situation, title, reason },
  since: NOW,
});

const trouble = (finding: LineTrouble['finding'], more: Partial<LineTrouble>): LineTrouble => ({
  ...{ finding, times: 1, totalMs: 12_000, speechDbfs: null, noiseDbfs: null, lossShare: 0, jitterMs: 4 },
  ...more,
});

/** The panel with findings of the line analyser. */
export const LINE_STATES: Readonly<Record<string, PanelView>> = {
  'line-both-detected': panelView(
    callStage(TALKING, {
      rules: { ...QUIET_RULES, run: LONG },
      meter: { ...METER, agent: { segments: 2, detected: 'sound' } },
    }),
  ),
  'line-nobody-speaks': lineIs(lineStatus('nobody-speaks'), [
    offer('silent-caller', '无声电话', { kind: 'silence', side: 'remote', seconds: 6 }),
  ]),
  'line-noisy': lineIs(lineStatus('noisy', { speechDbfs: -30, noiseDbfs: -36 }), [
    offer('noisy-line', '杂音大', { kind: 'noise', seconds: 8 }),
  ]),
  'line-faint': lineIs(lineStatus('faint', { speechDbfs: -46 }), [
    offer('quiet-caller', '声音小', { kind: 'quiet', seconds: 6 }),
  ]),
  'line-no-media': lineIs(lineStatus('no-media', { noPacketsMs: 3000 })),
  'line-packets-lost': lineIs(lineStatus('packets-lost', { lossShare: 0.12 })),
  'line-agent-muted': lineIs(lineStatus('agent-muted'), [], 12_000),
  'wrap-up-line': panelView({
    ...WRAP_UP,
    promises: [],
    line: [
      trouble('noisy', { times: 2, speechDbfs: -30, noiseDbfs: -36 }),
      trouble('packets-lost', { totalMs: 5_000, lossShare: 0.12, jitterMs: 38 }),
    ],
  }),
};
