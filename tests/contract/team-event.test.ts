import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { effectiveTime, foldableEvents, newestSeq, orderEvents } from '../../contract/team/event-order.ts';
import {
  LOCAL_ORIGIN,
  type TeamEvent,
  teamEvent,
  teamEventSchema,
  writtenEventSchema,
} from '../../contract/team/team-event.ts';

const AT = Date.UTC(2026, 10, 23, 2);
const BY = { ...LOCAL_ORIGIN, by: '0283' };

function notice(subject: string, at: number, synced: Partial<Pick<TeamEvent, 'seq' | 'receivedAt'>> = {}) {
  return { ...teamEvent({ type: 'notice-posted', text: '停电' } as const, subject, at, BY), ...synced };
}

describe('a team event', () => {
  it('is written with the device’s half of the envelope, and read with the server’s half', () => {
    const written = notice('n1', AT);
    expect(v.is(writtenEventSchema, written)).toBe(true);
    const synced = { ...written, seq: 7, receivedAt: AT + 50 };
    expect(v.is(teamEventSchema, synced)).toBe(true);
    expect(v.is(writtenEventSchema, synced), 'a device does not number events').toBe(false);
  });

  it.each([
    ['an unknown version', { v: 2 }],
    ['an endless time', { at: Number.POSITIVE_INFINITY }],
    ['a time between two milliseconds', { at: AT + 0.5 }],
    ['an unknown field', { colour: 'red' }],
  ])('is refused with %s', (_, change) => {
    expect(v.is(teamEventSchema, { ...notice('n1', AT), ...change })).toBe(false);
  });

  it('comes in the order of the server; what is not synced comes last', () => {
    const [second, first] = [notice('a', AT, { seq: 2 }), notice('b', AT + 9, { seq: 1 })];
    const [later, earlier] = [notice('c', AT + 5), notice('d', AT + 1)];
    expect([later, second, earlier, first].sort(orderEvents)).toEqual([first, second, earlier, later]);
    expect(newestSeq([later, second, first])).toBe(2);
  });

  it('happened at the device’s time, corrected by its offset, and not after its receipt', () => {
    expect(effectiveTime(notice('a', AT))).toBe(AT);
    expect(effectiveTime({ ...notice('a', AT), offset: -4_000 })).toBe(AT - 4_000);
    const ahead = { ...notice('a', AT + 60_000, { seq: 1, receivedAt: AT }), offset: null };
    expect(effectiveTime(ahead)).toBe(AT);
    expect(foldableEvents([ahead])).toMatchObject([{ at: AT }]);
  });

  it('belongs to the matter that named its subject first; shift events are excepted', () => {
    const planned = teamEvent({ type: 'call-back-dropped', reason: '' } as const, 'a', AT + 1, BY);
    const shift = { type: 'shift-changed', readiness: { state: 'ready' }, because: 'agent' } as const;
    const ready = teamEvent(shift, 'a', AT + 2, BY);
    const posted = notice('a', AT);
    expect(foldableEvents([ready, planned, posted])).toEqual([posted, ready]);
  });
});
