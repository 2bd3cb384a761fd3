import type { PanelView } from '../../../pages/panel/frame/panel-view.ts';
import type { NewDeviceView } from '../../../pages/panel/status/new-device-view.ts';
import type { PackNoticeView } from '../../../pages/panel/status/pack-notice-view.ts';
import { IDLE } from './other-stages.ts';
import { minutesAgo, NOW, panelView } from './parts.ts';

const NOTICES: Readonly<Record<string, PackNoticeView>> = {
  'pack-changed': {
    kind: 'changed',
    digest: 'd',
    version: '1.3.0',
    by: '0001',
    message: '无声电话：第二次等待由 5 秒改为 4 秒。\n城南门店改到晚上八点关门。',
  },
  'pack-refused': { kind: 'refused', reason: 'tampered', problem: null, inUse: '1.2.0' },
  'pack-refused-invalid': {
    kind: 'refused',
    reason: 'invalid',
    problem: 'silent-caller，步骤 3：等待须为 1–120 秒，现为 0',
    inUse: '1.2.0',
  },
  'pack-waiting': { kind: 'waiting', version: '1.4.0', startsAt: NOW + 3 * 3_600_000 },
  'pack-expired': { kind: 'expired', version: '1.2.0', expiresAt: minutesAgo(3_000) },
};

const NEW_DEVICE: NewDeviceView = {
  ...{ id: 'd', label: 'Chrome Windows', madeAt: minutesAgo(40), codeBy: '0101 陈静', more: 1 },
};

/** Notices between calls: about the scripts, and a device that enrolled in the agent's name. */
export const PACK_STATES: Readonly<Record<string, PanelView>> = {
  ...Object.fromEntries(
    Object.entries(NOTICES).map(([name, packNotice]) => [name, panelView(IDLE, { packNotice })]),
  ),
  'new-device': panelView(IDLE, { newDevice: NEW_DEVICE }),
};
