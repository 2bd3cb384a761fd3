import { signal } from '@preact/signals';
import { SHIPPED_PACK } from '../../contract/messages/pack-message.ts';
import { DEFAULT_SETTINGS } from '../../contract/settings/settings.ts';
import { PanelPage } from '../../pages/panel/frame/panel-page.ts';
import { PinyinReadings } from '../../pages/session/pinyin-readings.ts';
import { pack } from '../../scripts/pack.yaml';
import type { Stores } from '../../storage/open-stores.ts';

/** The panel's page with the shipped pack. */
export function practicePage(stores: Stores): PanelPage {
  const packs = {
    pack,
    key: 'shipped',
    find: () => pack,
    state: signal(SHIPPED_PACK),
    markNoteRead: () => {},
  };
  const agent = { agentNumber: '0283', agentName: '李', hotlineName: '示例服务热线' };
  const settings = signal({ ...DEFAULT_SETTINGS, ...agent });
  return new PanelPage({ language: 'zh-CN', stores, packs, settings, readings: new PinyinReadings() });
}
