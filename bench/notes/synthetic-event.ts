import type { TeamEvent } from '../../contract/team/team-event.ts';

const DAY = Date.UTC(2026, 10, 22);

/** The `index`-th event of a team's ledger: orders opened, then remarked on. */
export function syntheticEvent(index: number): TeamEvent {
  const id = crypto.randomUUID();
  const envelope = { id, subject: `order-${index >> 2}`, at: DAY + index * 1000, by: '0283' };
  if (index % 4 > 0) {
    return {
      type: 'work-order-remarked',
      ...envelope,
      remarks: `第 ${index} 次处理：已联系门店，待客户确认`,
    };
  }
  return {
    ...{ type: 'work-order-opened', ...envelope, kind: 'service-complaint', category: 'complaint' },
    ...{ number: `+861390${String(index).padStart(7, '0')}`, surname: '王', title: 'ms' },
    ...{ matter: '冰箱送到三天不制冷，要求换货', note: null, record: null, promise: null, follows: null },
  };
}
