import { render } from 'preact-render-to-string';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Panel } from '../../../pages/panel/frame/panel.tsx';
import { PANEL_STATES } from '../../../tools/gallery/states/panel-states.ts';
import { type PanelStory, panelStory } from './panel-story.ts';

let story: PanelStory;
beforeEach(async () => {
  story = await panelStory();
});
afterEach(() => story.quit());

const DAY = 86_400_000;

test('the last contacts of the team are shown during the call, the newest beside the number', async () => {
  story.rings();
  await story.noteOpens();
  expect(story.stage('call')).toMatchObject({ contacts: [], caller: { history: { lastCallAt: null } } });
  const at = story.now - DAY;
  const contacts = [
    { at, category: 'complaint', outcome: 'unsettled', by: '0517' } as const,
    { at: at - DAY, category: null, outcome: null, by: '0283' } as const,
  ];
  story.happens({ type: 'contacts-found', call: 'call-1', contacts });
  await vi.waitFor(() => {
    const history = { lastCallAt: at, lastTopic: '投诉 · 未解决 · 工号 0517' };
    expect(story.stage('call')).toMatchObject({ contacts, caller: { history } });
  });
  story.answers();
  expect(story.stage('call').contacts).toEqual(contacts);
  story.happens({
    ...{ type: 'remote-party-changed', call: 'call-1' },
    remoteParty: { number: '+8613900005678', displayName: null },
  });
  expect(story.stage('call').contacts).toEqual([]);
});

test('a customer of the contact list is named at the ring, a VIP marked, remarks read below', async () => {
  story.rings();
  await story.noteOpens();
  const customer = { surname: '欧阳', title: 'ms', vip: true, remarks: '先听完再解释' } as const;
  story.happens({ type: 'customer-found', call: 'call-1', ...customer });
  await vi.waitFor(() => {
    expect(story.stage('call')).toMatchObject({
      caller: { surname: '欧阳', title: 'ms', history: { vip: true } },
      customerRemarks: '先听完再解释',
    });
  });
  const html = render(<Panel view={story.view} act={() => {}} />);
  expect(html).toContain('欧阳女士');
  expect(html).toMatch(/重要 · 先听完再解释/);

  // The device's own look-up finishes later and knows nothing of a VIP.
  story.happens({ type: 'number-recognised', call: 'call-1', as: ['called-before'], promises: [] });
  await vi.waitFor(() => expect(story.stage('call').caller.history?.vip).toBe(true));
  story.happens({
    ...{ type: 'remote-party-changed', call: 'call-1' },
    remoteParty: { number: '+8613900005678', displayName: null },
  });
  expect(story.stage('call')).toMatchObject({ caller: { surname: '' }, customerRemarks: '' });
});

test('remarks are text, never markup', () => {
  const view = PANEL_STATES['team-contacts'];
  if (view === undefined) throw new Error('No state team-contacts');
  const html = render(<Panel view={view} act={() => {}} />);
  expect(html).toContain('先听完再解释');
  expect(html).not.toContain('<b>');
});

test('they stand below the script, and the open case above it is read whole', () => {
  const view = PANEL_STATES['team-contacts'];
  if (view === undefined) throw new Error('No state team-contacts');
  const html = render(<Panel view={view} act={() => {}} />);
  const places = ['call-panel__case', 'script-card', 'team-contacts'].map((name) => html.indexOf(name));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
  expect(html).toContain('质量投诉 · 判定 · 热线主管 · 15:00 前');
  expect(html).toMatch(/\d\d:30<\/time> 投诉 · 未解决 · 工号 0517/);
  expect(html).toContain('未接 · 工号 0283');
});
