import type { Instant } from '../../calls/call-event.ts';
import type { Readiness } from '../../contract/team/readiness.ts';
import type { ShiftSpan } from './fold-shift.ts';

export interface TimeInStates {
  /** ms in each state but `offline`. */
  readonly states: Readonly<Record<Exclude<Readiness['state'], 'offline'>, number>>;
  /** ms by id of the break, longest first. */
  readonly breaks: readonly { readonly reason: string; readonly ms: number; readonly count: number }[];
}

/** How long an agent was in each state between two moments (handbook §6.2). */
export function timeInStates(spans: readonly ShiftSpan[], from: Instant, to: Instant): TimeInStates {
  const states = { ready: 0, busy: 0, break: 0, 'wrap-up': 0 };
  const breaks = new Map<string, { ms: number; count: number }>();
  for (const { readiness, ...span } of spans) {
    const ms = Math.min(span.to ?? to, to) - Math.max(span.from, from);
    if (ms <= 0 || readiness.state === 'offline') continue;
    states[readiness.state] += ms;
    if (readiness.state !== 'break') continue;
    const before = breaks.get(readiness.reason) ?? { ms: 0, count: 0 };
    breaks.set(readiness.reason, { ms: before.ms + ms, count: before.count + 1 });
  }
  const list = [...breaks].map(([reason, { ms, count }]) => ({ reason, ms, count }));
  return { states, breaks: list.sort((a, b) => b.ms - a.ms) };
}
