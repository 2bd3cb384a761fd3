import * as v from 'valibot';
import { expect, test } from 'vitest';
import { type TeamEvent, teamEventSchema } from '../../../contract/team/team-event.ts';
import { foldCallBacks } from '../../../rules/call-backs/fold-call-backs.ts';
import { foldHandovers } from '../../../rules/handover/fold-handovers.ts';
import { foldWarnings } from '../../../rules/warnings/fold-warnings.ts';
import { foldWorkOrders } from '../../../rules/work-orders/fold-work-orders.ts';
import { BEIJING_RULES, EMPTY_RECORD } from '../../helpers/order-story.ts';

const AT = Date.UTC(2026, 10, 30, 2);
const HOUR_MS = 3_600_000;
const SUBJECT = 'the one that everybody names';

/** What a team sees of a subject. */
function seen(events: readonly TeamEvent[]) {
  const { sheets, notices } = foldHandovers(events);
  const orders = [...foldWorkOrders(events, BEIJING_RULES).orders.values()];
  const { callBacks } = foldCallBacks(events);
  return { orders, callBacks, warnings: foldWarnings(events), sheets, notices };
}

const person = { number: '+8613900001234', surname: '王', title: 'ms' };

/** Each event with which something of a team begins, with a text that a forger would change. */
const BIRTHS: Readonly<Record<string, (text: string) => object>> = {
  'work-order-opened': (matter) => ({
    ...{ ...person, kind: 'complaint', category: 'complaint', matter, note: null },
    ...{ record: EMPTY_RECORD, promise: null, follows: null },
  }),
  'call-back-planned': (matter) => ({
    ...{ ...person, matter, dueAt: AT + HOUR_MS, agreed: true, vip: false, order: null },
  }),
  'warning-registered': (remarks) => ({
    ...{ number: person.number, calledAt: AT, kind: 'abusive', done: 'stopped', remarks, note: null },
  }),
  'handover-signed': (remarks) => ({ name: '小林', remarks, asked: '', lines: [] }),
  'notice-posted': (text) => ({ text }),
};

test.each(Object.keys(BIRTHS))(
  '%s: the first by the server’s order stays, whatever comes after it',
  (type) => {
    const birth = (text: string, by: string, at: number, server: object) =>
      v.parse(teamEventSchema, {
        ...{ type, v: 1, id: crypto.randomUUID(), subject: SUBJECT, by, at, offset: null, seen: 0, pack: '' },
        ...{ ...BIRTHS[type]?.(text), ...server },
      });
    const first = birth('原来的', '0283', AT, { seq: 1, receivedAt: AT });
    const before = seen([first]);
    expect(Object.values(before).flat()).toHaveLength(1);
    // On the forger's own computer, and after the server has numbered it.
    for (const server of [{}, { seq: 2, receivedAt: AT + 1 }]) {
      const forged = birth('改过的', '0999', AT - 5 * HOUR_MS, server);
      expect(seen([first, forged])).toEqual(before);
      expect(seen([forged, first])).toEqual(before);
    }
  },
);
