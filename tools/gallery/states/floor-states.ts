import type { FloorView } from '../../../components/floor/floor-view.ts';
import type { PanelView } from '../../../components/panel-view.ts';
import { callStage, panelView, TALKING } from './parts.ts';

const QUIET: FloorView = { help: { standing: 'none' }, message: null, summary: '辱骂来电' };
const MESSAGE = { id: 'm1', by: '8001', text: '我来接这个电话，请转 8002，先告诉客户稍等。' };

/** Help from the floor, in a call. */
export const FLOOR_STATES: Readonly<Record<string, PanelView>> = {
  'floor-ask': panelView(callStage(TALKING, { tool: 'help', floor: QUIET })),
  'floor-asked': panelView(
    callStage(TALKING, { floor: { ...QUIET, help: { standing: 'asked', id: 'h1' } } }),
  ),
  'floor-coming': panelView(
    callStage(TALKING, {
      floor: { ...QUIET, help: { standing: 'coming', id: 'h1', by: '8001' }, message: MESSAGE },
    }),
  ),
};
