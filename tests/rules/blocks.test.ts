import { describe, expect, it } from 'vitest';
import type { TeamEvent } from '../../contract/team/team-event.ts';
import { blockedStatus } from '../../rules/blocks/blocked-status.ts';
import { blocksInForce, foldBlocks } from '../../rules/blocks/fold-blocks.ts';
import { keptFold } from '../../rules/blocks/kept-fold.ts';
import { blockHindrance } from '../../rules/blocks/may-block.ts';
import { orderRulesOf } from '../../rules/work-orders/order-rules.ts';
import { loadPack } from '../../tools/compile-pack.ts';
import { HOUR, planned, TeamStory } from '../helpers/team-story.ts';

const RULES = orderRulesOf(loadPack(), 480);
const DAY = 24 * HOUR;
const SOURCE = '+8613900000066';

const blocked = (scope: 'agent' | 'team', by = '0283', days = 7, number = SOURCE) => {
  const story = new TeamStory();
  return story.tell('b', { type: 'number-blocked', number, scope, until: story.now + days * DAY }, by);
};
const status = (story: TeamStory, number = SOURCE, agent = '0283') =>
  blockedStatus(number, story.events, RULES, agent, story.now);

describe('a blocked source', () => {
  it('gets 480 on the devices of the agent who blocked it, however it is written', () => {
    const story = blocked('agent');
    expect(status(story)).toBe(480);
    expect(status(story, '１３９ ００００ ００６６')).toBe(480);
    expect(status(story, SOURCE, '0517')).toBeNull();
    expect(status(story, '+8613900000067')).toBeNull();
  });

  it('gets 603 from the team: no fork of the call goes on', () => {
    expect(status(blocked('team', '0100'), SOURCE, '0517')).toBe(603);
  });

  it('rings when the block is lifted, by the agent or, for the team, by any lead', () => {
    const own = blocked('agent').tell('b', { type: 'number-unblocked', scope: 'agent' }, '0517');
    expect(status(own)).toBe(480);
    expect(status(own.tell('b', { type: 'number-unblocked', scope: 'agent' }))).toBeNull();
    const ofTeam = blocked('team', '0100').tell('b', { type: 'number-unblocked', scope: 'agent' }, '0517');
    expect(status(ofTeam)).toBe(603);
    expect(status(ofTeam.tell('b', { type: 'number-unblocked', scope: 'team' }, '0101'))).toBeNull();
  });

  it('is listed until it expires, after thirty days at the latest', () => {
    const story = blocked('team', '0100', 400);
    const listed = () => blocksInForce(foldBlocks(story.events), '0517', story.now).length;
    story.after(30 * DAY - 1);
    expect([listed(), status(story)]).toEqual([1, 603]);
    story.after(1);
    expect([listed(), status(story)]).toEqual([0, null]);
  });
});

describe('never blocked', () => {
  it.each(['', 'anonymous', 'Anonymous', 'unavailable'])('is a withheld number (%s)', (number) => {
    expect(blockHindrance(number, [], RULES, 0)).toBe('withheld');
    expect(status(blocked('team', '0100', 7, number), number)).toBeNull();
  });

  it('is a VIP, nor a number to which a call-back or an answer was promised: also if it becomes one later', () => {
    const story = blocked('team', '0100');
    story.tell('c', planned(story.now + HOUR, { number: SOURCE }));
    expect(status(story)).toBeNull();
    expect(blockHindrance(SOURCE, story.events, RULES, story.now)).toBe('promised');
    story.tell('c', { type: 'call-back-dropped', reason: '已处理' });
    expect(status(story)).toBe(603);
    story.tell('d', planned(story.now + HOUR, { number: '13900000066', vip: true }));
    story.tell('d', { type: 'call-back-dropped', reason: '已处理' });
    expect(blockHindrance(SOURCE, story.events, RULES, story.now)).toBe('vip');
    expect(status(story)).toBeNull();
  });
});

describe('300 calls', () => {
  it('fold the team’s events once, until there are new ones', () => {
    const { events } = blocked('team', '0100');
    let folds = 0;
    const fold = keptFold((given: readonly TeamEvent[]) => {
      folds += 1;
      return foldBlocks(given);
    });
    const ring = (given = events) => blockedStatus(SOURCE, given, RULES, '0517', 0, fold);
    for (let call = 0; call < 300; call += 1) expect(ring()).toBe(603);
    expect(folds).toBe(1);
    expect(ring([])).toBeNull();
    expect(folds).toBe(2);
  });
});
