import { renderToString } from 'preact-render-to-string';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OwnDevice } from '../../../contract/api/members/member.ts';
import { Panel } from '../../../pages/panel/frame/panel.tsx';
import { type PanelStory, panelStory } from './panel-story.ts';

const DEVICE: OwnDevice = {
  ...{ id: 'd-2', label: 'Chrome Linux', madeAt: 0, lastUsedAt: null },
  codeBy: { number: '0101', name: '陈静' },
};

let story: PanelStory;
beforeEach(async () => {
  story = await panelStory();
  story.newDevices.value = [DEVICE, { ...DEVICE, id: 'd-1' }];
});
afterEach(() => story.quit());

const shown = () => renderToString(<Panel view={story.view} act={() => {}} />);

test('says who enrolled a device in the agent’s name, and what to do', () => {
  expect(story.view.newDevice).toMatchObject({ id: 'd-2', codeBy: '0101 陈静', more: 1 });
  expect(shown()).toMatch(/Chrome Linux.*0101 陈静.*请马上告诉管理员.*是我登记的.*还有 1 台/);
});

test('waits until a call and its wrap-up are over', async () => {
  story.rings().answers();
  expect(shown()).not.toContain('0101 陈静');
  story.ends();
  expect(shown()).not.toContain('0101 陈静');
});

test('is not shown to somebody in front of a locked computer', async () => {
  await story.stores.vault.lock();
  story.panel.state.vault.value = story.stores.vault.state;
  expect(shown()).not.toContain('0101 陈静');
});

test('ends once the agent knows the device', async () => {
  await story.act({ do: 'know-device', device: 'd-2' });
  expect(story.toSync).toEqual([{ kind: 'know-device', device: 'd-2' }]);
});
