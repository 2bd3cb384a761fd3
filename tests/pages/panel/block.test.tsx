import { render } from 'preact-render-to-string';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Panel } from '../../../pages/panel/frame/panel.tsx';
import { type PanelStory, panelStory } from './panel-story.ts';

let story: PanelStory;
beforeEach(async () => {
  story = await panelStory();
});
afterEach(() => story.quit());

const SOURCE = '+8613900000066';
const DAY = 24 * 3_600_000;

async function register(number = SOURCE): Promise<void> {
  story.rings('call-1', number).answers('call-1');
  const action = { do: 'register', call: 'call-1', kind: 'prank', remarks: '' } as const;
  await story.act({ do: 'on-harassment', action });
  await story.act({ do: 'overlay', open: 'harassment' });
}
function sheet() {
  const { overlay } = story.view;
  if (overlay.kind !== 'harassment') throw new Error('The register is not open.');
  return overlay;
}

it('blocks a source from the register, lists it with its end, and lifts it', async () => {
  await register();
  const action = { do: 'block', number: SOURCE, scope: 'team', days: 30 } as const;
  await story.act({ do: 'on-harassment', action });
  const [block] = sheet().blocks;
  expect(block).toMatchObject({ number: SOURCE, scope: 'team', by: '0283', until: story.now + 30 * DAY });
  expect(render(<Panel view={story.view} act={() => {}} />)).toMatch(/已屏蔽的号码.*全组.*解除/s);
  await story.act({ do: 'on-harassment', action: { do: 'unblock', id: block?.id ?? '' } });
  await vi.waitFor(() => expect(sheet().blocks).toEqual([]));
});

it('says why a number with an open promise is not blocked, and does not block it', async () => {
  await register();
  const plan = { number: SOURCE, surname: '', title: null, matter: '', order: null, note: null } as const;
  const times = { dueAt: story.now + 60_000, agreed: true, vip: false };
  await story.act({ do: 'on-call-backs', action: { do: 'plan', plan: { ...plan, ...times } } });
  const action = { do: 'block', number: SOURCE, scope: 'agent', days: 7 } as const;
  await story.act({ do: 'on-harassment', action });
  expect(sheet().blocks).toEqual([]);
  expect(render(<Panel view={story.view} act={() => {}} />)).toContain('还欠这个号码答复，不能屏蔽');
});

it('a blocked call is no missed one, and none that was declined while not ready', async () => {
  const remoteParty = { number: SOURCE, displayName: null };
  const refused = { type: 'turned-away', remoteParty, queuedMs: null, sipStatus: 603 } as const;
  story.happens({ ...refused, call: 'call-1', why: 'blocked' }).happens({ ...refused, call: 'call-2' });
  expect(story.stage('idle').figures.missed).toBe(0);
  expect(render(<Panel view={story.view} act={() => {}} />)).toContain('号码已屏蔽');
  await story.act({ do: 'overlay', open: 'shift' });
  expect(story.view.overlay).toMatchObject({ kind: 'shift', turnedAway: 1 });
});
