import type { AgentEvent } from '../../calls/agent-event.ts';
import type { CallEvent, PhoneEvent } from '../../calls/call-event.ts';
import { isPhoneFact } from '../../calls/fold-phone.ts';
import type { HostEvent } from '../../calls/host-event.ts';
import type { JournalEntry, JournalSource } from '../../calls/journal-entry.ts';
import type { LineEvent } from '../../calls/line-event.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import { indexPack } from '../scripts/pack-index.ts';
import { speakIntoSilence } from '../scripts/speak-into-silence.ts';
import { applyAgentEvent } from './apply-agent-event.ts';
import { applyCallEvent } from './apply-call-event.ts';
import { applyLineEvent } from './apply-line-event.ts';
import { withVip } from './call-marks.ts';
import { enterPhase } from './call-phase.ts';
import type { CallRules, Changed } from './call-rules.ts';
import { withCommitments } from './commitments.ts';
import { settle } from './due-events.ts';
import type { RulesContext } from './rules-context.ts';
import { callRules, type RulesState, replaceCall, triggerFacts } from './rules-state.ts';

/** Number of ended calls kept for wrap-up, newest last. */
const ENDED_KEPT = 4;

/**
 * Applies one journal entry. First the state advances to the entry's time, so that earlier due
 * events are applied whether or not the journal has them; then comes the entry, then what it makes
 * due at once. An entry that was already applied as due changes nothing.
 */
export function foldRules(
  state: RulesState,
  entry: JournalEntry,
  pack: Pack,
  context: RulesContext,
): RulesState {
  const after = foldEntry(state, entry, pack, context);
  const calls = after.calls.map((call) => {
    const before = callRules(state, call.facts.call.id);
    return before === call ? call : withCommitments(before, call, entry.event, indexPack(pack));
  });
  return { ...after, calls };
}

function foldEntry(
  state: RulesState,
  { event, source }: JournalEntry,
  pack: Pack,
  context: RulesContext,
): RulesState {
  const settled = settle(state, pack, context, event.at);
  if (!('call' in event)) return settle(foldPhoneEvent(settled, event), pack, context, event.at);
  const foreseen = settled.pending.findIndex((due) => isSame(due, event));
  if (foreseen >= 0) return { ...settled, pending: settled.pending.toSpliced(foreseen, 1) };
  const known = callRules(settled, event.call);
  const speaks = event.type === 'speech-began' && event.side === 'agent';
  const brought =
    known === undefined || !speaks
      ? null
      : speakIntoSilence(known, triggerFacts(settled, known, pack, context), indexPack(pack), event.at);
  const changed = applyEvent(brought?.call ?? known, event, source, pack);
  if (changed === null) return settled;
  const call = enterPhase(changed.call, indexPack(pack), event.at);
  const calls = known === undefined ? [...settled.calls, call] : replaceCall(settled, call);
  const applied = {
    ...settled,
    calls: call.facts.call.state === 'ended' ? withoutHistory(calls) : calls,
    pending: [...settled.pending, ...(brought?.derived ?? []), ...changed.derived],
  };
  return settle(applied, pack, context, event.at);
}

function foldPhoneEvent(state: RulesState, event: PhoneEvent): RulesState {
  const registrationLostAt = event.type === 'registered' ? null : (state.registrationLostAt ?? event.at);
  return { ...state, registrationLostAt };
}

function applyEvent(
  call: CallRules | undefined,
  event: CallEvent | LineEvent | AgentEvent | HostEvent,
  source: JournalSource,
  pack: Pack,
): Changed | null {
  const index = indexPack(pack);
  if (isCallFact(event)) return applyCallEvent(call, event, index);
  if (call === undefined || call.facts.call.state === 'ended') return null;
  if ('confidence' in event) return applyLineEvent(call, event, index);
  // For the agent to read: no trigger depends on it.
  if (event.type === 'contacts-found') return null;
  if (event.type === 'customer-found') return listed(call, event);
  if (event.type === 'caller-named') return named(applyAgentEvent(call, event, index), source);
  if (event.type !== 'number-recognised') return applyAgentEvent(call, event, index);
  const { promises, at: recognisedAt } = event;
  const knownAs = withVip(event.as, call.facts.knownAs.includes('vip'));
  return { call: { ...call, facts: { ...call.facts, knownAs, promises, recognisedAt } }, derived: [] };
}

/** A VIP of the contact list: scripts for VIPs are suggested, and deadlines may be shorter. */
function listed(
  call: CallRules,
  { vip, at }: HostEvent & { readonly type: 'customer-found' },
): Changed | null {
  const { facts } = call;
  if (!vip || facts.call.direction === 'outbound') return null;
  const recognisedAt = facts.recognisedAt ?? at;
  const knownAs = withVip(facts.knownAs, vip);
  return { call: { ...call, facts: { ...facts, knownAs, recognisedAt } }, derived: [] };
}

/** The phone host names a caller whom the team's records know; the agent, one who said it. */
function named({ call, derived }: Changed, source: JournalSource): Changed {
  const facts = { ...call.facts, nameFromRecords: source === 'host' };
  return { call: { ...call, facts }, derived };
}

function isCallFact(event: CallEvent | LineEvent | AgentEvent | HostEvent): event is CallEvent {
  return isPhoneFact(event);
}

function withoutHistory(calls: readonly CallRules[]): readonly CallRules[] {
  const ended = calls.filter(({ facts }) => facts.call.state === 'ended');
  const history = new Set(ended.slice(0, -ENDED_KEPT));
  return calls.filter((call) => !history.has(call));
}

/** Events of the rules are flat: equal fields make equal events. */
function isSame(due: AgentEvent, event: CallEvent | LineEvent | AgentEvent | HostEvent): boolean {
  if (due.type !== event.type || due.at !== event.at || due.call !== event.call) return false;
  const [one, other] = [Object.entries(due), new Map<string, unknown>(Object.entries(event))];
  return one.length === other.size && one.every(([key, value]) => other.get(key) === value);
}
