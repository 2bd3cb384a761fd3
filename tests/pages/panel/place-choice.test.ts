import { afterEach, beforeEach, expect, it } from 'vitest';
import { type PanelStory, panelStory } from './panel-story.ts';

let story: PanelStory;
beforeEach(async () => {
  story = await panelStory();
  story.rings().answers();
  await story.noteOpens();
});
afterEach(() => story.quit());

const places = () => story.stage('call').places.map(({ name }) => name);
const says = () => story.stage('call').rules.run?.text ?? '';

it.each(['out-of-scope', 'wrong-number'])(
  '%s asks for the place first, and then names it',
  async (situation) => {
    await story.act({ do: 'pick-script', situation });
    expect(story.stage('call').rules.run?.stepNumber).toBe(1);
    const [first] = story.stage('call').places;
    expect(places().length).toBeGreaterThan(1);
    await story.act({ do: 'point-to-place', place: first?.key ?? '' });
    expect(places()).toEqual([]);
    for (let presses = 0; presses < 4 && !says().includes(first?.name ?? '?'); presses += 1) {
      const { run } = story.stage('call').rules;
      if (run?.step.kind === 'branch') await story.act({ do: 'choose-branch', option: 'yes' });
      else await story.act({ do: 'next-step' });
    }
    expect(says()).toContain(first?.name);
    expect(says()).toContain(first?.number);
  },
);

it('tells the hours of a place that has them', async () => {
  await story.act({ do: 'pick-script', situation: 'out-of-scope' });
  const withHours = story.stage('call').places.find(({ hint }) => hint !== null);
  await story.act({ do: 'point-to-place', place: withHours?.key ?? '' });
  await story.act({ do: 'next-step' });
  expect(says()).toContain('服务时间');
});

it('offers no person and no queue, and nothing to a script that names no place', async () => {
  await story.act({ do: 'pick-script', situation: 'please-repeat' });
  expect(places()).toEqual([]);
});
