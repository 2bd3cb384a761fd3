import type { Instant } from '../../calls/call-event.ts';
import type { LineEvent } from '../../calls/line-event.ts';
import { isOpening, type PackIndex } from '../scripts/pack-index.ts';
import { doStep, stepOf } from '../scripts/script-run.ts';
import { type LineFacts, type LineStatus, SILENT_LINE } from './call-facts.ts';
import { type CallRules, type Changed, follow } from './call-rules.ts';
import { callerSpeaks } from './caller-speech.ts';

/** Applies what the line analyser reported about one call. */
export function applyLineEvent(call: CallRules, event: LineEvent, index: PackIndex): Changed {
  const updated = { ...call, facts: { ...call.facts, line: lineAfter(call.facts.line, event) } };
  if (event.type === 'speech-began') {
    return event.side === 'remote'
      ? callerSpeaks(updated, index, ['speech'], event.at)
      : { call: agentSpeaks(updated), derived: [] };
  }
  if (event.type === 'silence-began' && event.side === 'agent') return agentPauses(updated, index, event.at);
  return { call: updated, derived: [] };
}

function lineAfter(line: LineFacts, event: LineEvent): LineFacts {
  switch (event.type) {
    case 'speech-began':
      return event.side === 'remote'
        ? { ...line, remoteSilentSince: null, remoteSpeaks: true }
        : { ...line, agentSilentSince: null, agentSpeaks: true };
    case 'silence-began':
      return event.side === 'remote'
        ? { ...line, remoteSilentSince: line.remoteSilentSince ?? event.at, remoteSpeaks: false }
        : { ...line, agentSilentSince: line.agentSilentSince ?? event.at, agentSpeaks: false };
    case 'noise-began':
      return { ...line, noiseSince: line.noiseSince ?? event.at };
    case 'noise-ended':
      return { ...line, noiseSince: null };
    case 'quiet-voice-began':
      return { ...line, quietSince: line.quietSince ?? event.at };
    case 'quiet-voice-ended':
      return { ...line, quietSince: null };
    case 'line-judged':
      return { ...line, judged: statusOf(event) };
    case 'listening-stopped':
      return SILENT_LINE;
    default:
      return line;
  }
}

function statusOf({ verdict, at }: LineEvent & { type: 'line-judged' }): LineStatus | null {
  const { finding, evidence } = verdict;
  return finding === 'clear' ? null : { finding, evidence, since: at };
}

/**
 * The agent speaks during a wait: the wait starts again, so that the caller gets the whole pause.
 */
function agentSpeaks(call: CallRules): CallRules {
  const { run } = call;
  return run === null ? call : { ...call, run: { ...run, agentSpoke: true, waitSince: null } };
}

/** The agent said the sentence on screen: its wait begins, and a greeting counts as said. */
function agentPauses(call: CallRules, index: PackIndex, at: Instant): Changed {
  const { facts, run } = call;
  const situation = run === null ? undefined : index.byId.get(run.situation);
  if (run === null || situation === undefined || !run.agentSpoke) return { call, derived: [] };
  const greetedAt = facts.greetedAt ?? (isOpening(situation) ? at : null);
  const said = { ...call, facts: { ...facts, greetedAt } };
  const step = stepOf(situation, run.step);
  const hasWait = step !== undefined && step.kind === 'say' && step.wait !== undefined;
  if (!hasWait || run.waitSince !== null) return { call: said, derived: [] };
  const { call: after, derived } = follow(said, index, doStep(run, situation, at), at);
  const done = {
    type: 'step-done',
    call: facts.call.id,
    at,
    situation: situation.id,
    step: step.id,
    how: 'done',
  } as const;
  return { call: after, derived: [done, ...derived] };
}
