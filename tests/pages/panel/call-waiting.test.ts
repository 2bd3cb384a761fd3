import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PanelStory, panelStory } from './panel-story.ts';

let story: PanelStory;
beforeEach(async () => {
  story = await panelStory();
  story.rings('call-1').answers('call-1');
  await story.act({ do: 'next-step' });
});
afterEach(() => story.quit());

const other = () => story.stage('call').other;
const secondRings = () => story.rings('call-2', '+8613900005678');
const parked = () => {
  secondRings().happens({ type: 'held', call: 'call-1', holdOriginator: 'local' });
  return story.answers('call-2');
};

describe('a second call rings', () => {
  it('the agent first asks the caller on the line for leave', () => {
    secondRings();
    expect(other()).toMatchObject({ state: 'ringing', asksFirst: true });
  });

  it('a caller who was just asked is not asked once more', async () => {
    secondRings();
    await story.act({ do: 'press-hold', call: 'call-1' });
    expect(other()).toMatchObject({ call: 'call-2', asksFirst: false });
  });

  it('one press still holds and answers', async () => {
    secondRings();
    await story.act({ do: 'answer', call: 'call-2' });
    expect(story.commands).toEqual([{ type: 'answer', call: 'call-2' }]);
  });
});

describe('the caller who is parked meanwhile', () => {
  it('has a clock, and a warning after 60 s and every 60 s', () => {
    const since = story.now;
    parked().passes(59_000);
    expect(other()).toMatchObject({ call: 'call-1', state: 'held', since, warnings: 0 });
    story.passes(1000);
    expect(other()).toMatchObject({ warnings: 1 });
    story.passes(60_000);
    expect(other()).toMatchObject({ warnings: 2 });
  });

  it('has them too when it is the second, and when the two change places', () => {
    parked().passes(20_000);
    const change = (from: string, to: string) =>
      story
        .happens({ type: 'held', call: from, holdOriginator: 'local' })
        .happens({ type: 'resumed', call: to, holdOriginator: 'local' });
    change('call-2', 'call-1').passes(59_000);
    expect(other()).toMatchObject({ call: 'call-2', state: 'held', warnings: 0 });
    story.passes(1000);
    expect(other()).toMatchObject({ call: 'call-2', warnings: 1 });
    change('call-1', 'call-2').passes(60_000);
    expect(other()).toMatchObject({ call: 'call-1', warnings: 1 });
  });

  it('keeps its clock when it is held again at once after the first has gone', () => {
    parked().ends('call-2');
    expect(story.stage('call').call.id).toBe('call-1');
    story.passes(60_000);
    expect(story.stage('call').rules.holdWarning).toMatchObject({ warnings: 1 });
  });

  it('both parked: the one on screen warns by itself, the other beside it', () => {
    parked().happens({ type: 'held', call: 'call-2', holdOriginator: 'local' }).passes(60_000);
    const { call, rules, other: beside } = story.stage('call');
    expect(rules.holdWarning).toMatchObject({ warnings: 1 });
    expect(beside).toMatchObject({ warnings: 1 });
    expect(beside?.call).not.toBe(call.id);
  });

  it('the warning ends with the wait', () => {
    parked().passes(70_000);
    story.happens({ type: 'held', call: 'call-2', holdOriginator: 'local' });
    story.happens({ type: 'resumed', call: 'call-1', holdOriginator: 'local' });
    expect(other()).toMatchObject({ call: 'call-2', warnings: 0 });
  });
});
