import type { Instant } from '../../calls/call-event.ts';
import type { LineEvent } from '../../calls/line-event.ts';
import { isOpening, type PackIndex } from '../scripts/pack-index.ts';
import { type LineFacts, type LineStatus, SILENT_LINE } from './call-facts.ts';
import type { CallRules, Changed } from './call-rules.ts';
import { callerSpeaks, endedBy } from './caller-speech.ts';
import { agentPaused, callerPaused, callerReplied } from './follow-talk.ts';

/** A 喂 is shorter. */
const SHORTEST_SENTENCE_MS = 1_200;

/** Applies what the line analyser reported about one call. */
export function applyLineEvent(call: CallRules, event: LineEvent, index: PackIndex): Changed {
  const { at } = event;
  const updated = { ...call, facts: { ...call.facts, line: lineAfter(call.facts.line, event) } };
  switch (event.type) {
    case 'speech-began':
      return event.side === 'remote'
        ? callerBegins(updated, index, at)
        : { call: agentBegins(updated), derived: [] };
    case 'silence-began':
      if (event.side === 'agent') return agentEnds(call, updated, index, at);
      return callerPaused(sentenceEnds(call, updated, at), index, at);
    case 'noise-ended':
    case 'quiet-voice-ended': {
      const { noiseSince, quietSince } = updated.facts.line;
      if (noiseSince !== null || quietSince !== null) return { call: updated, derived: [] };
      return endedBy(updated, index, ['better-line'], at);
    }
    case 'listening-stopped':
      return { call: { ...updated, facts: { ...updated.facts, firstSentence: 'none' } }, derived: [] };
    default:
      return { call: updated, derived: [] };
  }
}

function lineAfter(line: LineFacts, event: LineEvent): LineFacts {
  switch (event.type) {
    case 'speech-began':
      return event.side === 'remote'
        ? { ...line, remoteSilentSince: null, remoteSpeakingSince: line.remoteSpeakingSince ?? event.at }
        : { ...line, agentSilentSince: null, agentSpeakingSince: line.agentSpeakingSince ?? event.at };
    case 'silence-began':
      return event.side === 'remote'
        ? { ...line, remoteSilentSince: line.remoteSilentSince ?? event.at, remoteSpeakingSince: null }
        : { ...line, agentSilentSince: line.agentSilentSince ?? event.at, agentSpeakingSince: null };
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

/** The caller's words end a wait for them; else they answer the sentence on screen. */
function callerBegins(call: CallRules, index: PackIndex, at: Instant): Changed {
  const firstSentence = call.facts.firstSentence === 'ended' ? 'ended' : 'under-way';
  const begun: CallRules = { ...call, facts: { ...call.facts, firstSentence } };
  const spoken = callerSpeaks(begun, index, ['speech'], at);
  if (spoken.call.run !== call.run) return spoken;
  const replied = callerReplied(spoken.call, index, at);
  return { call: replied.call, derived: [...spoken.derived, ...replied.derived] };
}

function sentenceEnds(before: CallRules, call: CallRules, at: Instant): CallRules {
  const since = before.facts.line.remoteSpeakingSince;
  if (since === null || at - since < SHORTEST_SENTENCE_MS) return call;
  return { ...call, facts: { ...call.facts, firstSentence: 'ended' } };
}

/**
 * The agent speaks during a wait: the wait starts again, so that the caller gets the whole pause.
 */
function agentBegins(call: CallRules): CallRules {
  const { run } = call;
  return run === null ? call : { ...call, run: { ...run, waitSince: null } };
}

/** The agent paused: the script follows what was said, and a greeting counts as said. */
function agentEnds(before: CallRules, call: CallRules, index: PackIndex, at: Instant): Changed {
  const { facts, run } = call;
  const since = before.facts.line.agentSpeakingSince;
  const situation = run === null ? undefined : index.byId.get(run.situation);
  if (since === null || run === null || situation === undefined) return { call, derived: [] };
  const greetedAt = facts.greetedAt ?? (isOpening(situation) ? at : null);
  const utteranceMs = Math.max(0, at - Math.max(since, run.stepSince));
  return agentPaused({ ...call, facts: { ...facts, greetedAt } }, index, utteranceMs, at);
}
