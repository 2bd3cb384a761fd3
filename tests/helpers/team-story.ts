import { LOCAL_ORIGIN, type TeamEvent, type TeamFact, teamEvent } from '../../contract/team/team-event.ts';

/** 2026-11-23 10:00 in Beijing, a Monday, which is no rest hour. */
export const MONDAY_TEN = Date.UTC(2026, 10, 23, 2);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** The team's events in order; agent 0283 writes unless another is named. */
export class TeamStory {
  readonly events: TeamEvent[] = [];
  now: number;

  constructor(startsAt = MONDAY_TEN) {
    this.now = startsAt;
  }

  after(ms: number): this {
    this.now += ms;
    return this;
  }

  tell(subject: string, given: TeamFact, by = '0283'): this {
    const id = `00000000-0000-4000-8000-${String(this.events.length).padStart(12, '0')}`;
    this.events.push(teamEvent(given, subject, this.now, { ...LOCAL_ORIGIN, by }, id));
    return this;
  }
}

/** A planned call-back, for `tell`. */
export function planned(
  dueAt: number,
  more: Partial<TeamFact<Extract<TeamEvent, { type: 'call-back-planned' }>>> = {},
) {
  return {
    type: 'call-back-planned',
    number: '13900001234',
    surname: '王',
    title: 'ms',
    matter: '冰箱不制冷',
    dueAt,
    agreed: false,
    vip: false,
    order: null,
    ...more,
  } as const;
}

/** A registered harassing call, for `tell`. */
export function harassed(
  number: string,
  calledAt: number,
  more: Partial<TeamFact<Extract<TeamEvent, { type: 'warning-registered' }>>> = {},
) {
  const type = 'warning-registered';
  return {
    type,
    number,
    calledAt,
    kind: 'prank',
    done: 'stopped',
    remarks: '',
    note: null,
    ...more,
  } as const;
}
