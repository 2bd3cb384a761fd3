import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallEnd } from '../../../calls/call-end.ts';
import type { CallBackOutcome } from '../../../contract/pack/call-back-outcome.ts';
import { countsAsAttempt } from '../../../rules/call-backs/counts-as-attempt.ts';
import { HOUR } from '../../helpers/team-story.ts';
import { PARTY, type PanelStory, panelStory } from './panel-story.ts';

let story: PanelStory;
beforeEach(async () => {
  story = await panelStory();
  await story.act({ do: 'open-tab', tab: 'call-backs' });
});
afterEach(() => story.quit());

const { number } = PARTY;
const plan = (dueAt: number) =>
  story.act({
    do: 'on-call-backs',
    action: {
      do: 'plan',
      plan: {
        ...{ number, surname: '王', title: 'ms', matter: '冰箱不制冷', order: null },
        ...{ dueAt, agreed: false, vip: false },
      },
    },
  });
const view = () => story.tab('call-backs').view;

describe('a call-back', () => {
  it('is planned, and counts once it is due', async () => {
    await story.act({ do: 'on-call-backs', action: { do: 'new' } });
    expect(view().planning).toBe(true);
    await plan(story.now + HOUR);
    expect(view()).toMatchObject({ planning: false, items: [{ surname: '王', when: expect.any(String) }] });
    expect(story.view.counts['call-backs']).toBe(0);
    story.passes(HOUR);
    expect(story.view.counts['call-backs']).toBe(1);
  });

  it('is dialled with the customer’s name on the call', async () => {
    await plan(story.now);
    await story.act({ do: 'on-call-backs', action: { do: 'dial', id: view().items[0]?.id ?? '' } });
    expect(story.commands).toEqual([{ type: 'dial', target: number }]);
  });

  it('is not dialled during rest hours, however often it is pressed', async () => {
    await plan(story.now);
    const id = view().items[0]?.id ?? '';
    story.passes(12 * HOUR);
    await story.act({ do: 'on-call-backs', action: { do: 'dial', id } });
    await story.act({ do: 'on-call-backs', action: { do: 'dial', id } });
    expect(story.commands).toEqual([]);
    expect(story.view.refusal).not.toBeNull();
  });

  it('opens to be planned again when nobody answered', async () => {
    await plan(story.now);
    const id = view().items[0]?.id ?? '';
    story.dials(number);
    expect(story.view.tab.tab).toBe('call');
    story.happens({ type: 'ended', call: 'call-1', end: { how: 'no-answer' } });
    expect(view()).toMatchObject({ open: id, unanswered: id, unansweredEnd: { how: 'no-answer' } });
  });

  it.each<[CallEnd, CallBackOutcome | null]>([
    [{ how: 'refused', sipStatus: 486, cause: 'busy', phrase: null }, 'not-reached'],
    [{ how: 'refused', sipStatus: 404, cause: 'unknown-number', phrase: null }, 'not-reached'],
    [{ how: 'refused', sipStatus: 603, cause: 'declined', phrase: null }, 'not-reached'],
    [{ how: 'refused', sipStatus: 480, cause: 'not-reachable', phrase: null }, 'not-reached'],
    [{ how: 'cancelled' }, 'not-reached'],
    [{ how: 'refused', sipStatus: 407, cause: 'password', phrase: null }, null],
    [{ how: 'refused', sipStatus: 500, cause: 'own-system', phrase: null }, null],
    [{ how: 'refused', sipStatus: 488, cause: 'codec', phrase: null }, null],
    [{ how: 'failed', cause: 'connection-lost', sipStatus: null }, null],
    [{ how: 'lost' }, null],
  ])('%j counts as %s: an error of the own system is no attempt', (end, outcome) => {
    expect(countsAsAttempt(end) ? 'not-reached' : null).toBe(outcome);
  });

  it('shows why it was not reached, and stays due after an error of the own system', async () => {
    await plan(story.now);
    const id = view().items[0]?.id ?? '';
    story.dials(number);
    const end: CallEnd = { how: 'refused', sipStatus: 500, cause: 'own-system', phrase: null };
    story.happens({ type: 'ended', call: 'call-1', end });
    expect(view()).toMatchObject({ open: id, unansweredEnd: end, items: [{ id, attempts: [] }] });
  });

  it('is done with its outcome, and listed as done today', async () => {
    await plan(story.now);
    const id = view().items[0]?.id ?? '';
    await story.act({ do: 'on-call-backs', action: { do: 'open', id } });
    await story.act({
      do: 'on-call-backs',
      action: { do: 'outcome', id, given: { outcome: 'satisfied', remarks: '', nextAt: null } },
    });
    expect(view()).toMatchObject({ items: [], done: [{ id, outcome: 'satisfied' }], open: null });
  });

  it('is moved, or dropped with a reason', async () => {
    await plan(story.now);
    const id = view().items[0]?.id ?? '';
    const dueAt = story.now + 2 * HOUR;
    await story.act({ do: 'on-call-backs', action: { do: 'move', id, dueAt, agreed: true } });
    expect(view().items).toMatchObject([{ dueAt, agreed: true }]);
    await story.act({ do: 'on-call-backs', action: { do: 'drop', id, reason: '顾客不需要' } });
    expect(view()).toMatchObject({ items: [], done: [{ outcome: null }] });
  });
});
