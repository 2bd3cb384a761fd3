import type { LineFacts } from '../call/call-facts.ts';
import { inPhasesSince } from '../call/call-phase.ts';
import { phaseWords } from './phase-words.ts';
import { say } from './say.ts';
import { holdsFrom, NEVER, type TriggerRule } from './trigger-rule.ts';

/**
 * The caller is not heard, and it is not the caller: in noise nobody can tell, without packets nothing can be heard, and
 * to an agent who talks while muted nobody answers.
 */
function hasAnotherCause({ agentSpeaks, noiseSince, judged }: LineFacts): boolean {
  return (
    agentSpeaks || noiseSince !== null || judged?.finding === 'no-media' || judged?.finding === 'agent-muted'
  );
}

/** Counts from when both are so: the side silent, and the call in one of the phases. */
export const silence: TriggerRule<'silence'> = {
  kind: 'silence',
  holds(trigger, { call, pack }, now) {
    const { line } = call;
    const silentSince = trigger.side === 'remote' ? line.remoteSilentSince : line.agentSilentSince;
    const phaseSince = inPhasesSince(call, trigger.phases);
    if (silentSince === null || phaseSince === null) return NEVER;
    if (trigger.side === 'remote' && hasAnotherCause(line)) return NEVER;
    const seconds = trigger.seconds ?? pack.settings.thresholds.silenceSeconds;
    // Who listens is not silent: the caller's silence counts from the agent's last word.
    const agentSince = trigger.side === 'remote' ? (line.agentSilentSince ?? 0) : 0;
    const since = Math.max(silentSince, phaseSince, agentSince) + seconds * 1000;
    return holdsFrom(since, now, { kind: 'silence', side: trigger.side, seconds });
  },
  sentence({ side, phases, seconds }, language) {
    const where = phases.map((phase) => phaseWords(phase, language));
    const [cn, tw, en] =
      side === 'remote' ? ['顾客', '客戶', 'the caller'] : ['坐席', '客服人員', 'the agent'];
    return say(
      language,
      `${where.join('、')}时${cn} ${seconds ?? '数'} 秒未出声`,
      `${where.join('、')}時${tw} ${seconds ?? '數'} 秒未出聲`,
      `when ${en} has been silent for ${seconds ?? 'some'} seconds (${where.join(', ')})`,
    );
  },
};
