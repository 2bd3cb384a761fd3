import { LOCAL_ORIGIN, type TeamEvent, type TeamFact, teamEvent } from '../../contract/team/team-event.ts';

const DAY = Date.UTC(2026, 10, 22);
const ORIGIN = { ...LOCAL_ORIGIN, by: '0283' };

/** The `index`-th event of a team: orders opened, then remarked on. */
export function syntheticEvent(index: number): TeamEvent {
  const subject = `order-${index >> 2}`;
  const at = DAY + index * 1000;
  if (index % 4 > 0) {
    const remarks = `第 ${index} 次处理：已联系门店，待客户确认`;
    return teamEvent({ type: 'work-order-remarked', remarks }, subject, at, ORIGIN);
  }
  const opened: TeamFact<Extract<TeamEvent, { type: 'work-order-opened' }>> = {
    ...{ type: 'work-order-opened', kind: 'service-complaint', category: 'complaint' },
    ...{ number: `+861390${String(index).padStart(7, '0')}`, surname: '王', title: 'ms' },
    ...{ matter: '冰箱送到三天不制冷，要求换货', note: null, record: null, promise: null, follows: null },
  };
  return teamEvent(opened, subject, at, ORIGIN);
}
