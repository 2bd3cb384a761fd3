import type { PanelView } from '../../../pages/panel/frame/panel-view.ts';
import type { HelpView } from '../../../pages/panel/help/help-view.ts';
import { callStage, panelView, TALKING } from './parts.ts';

const QUIET: HelpView = { help: { status: 'none' }, message: null, summary: '辱骂来电' };
const MESSAGE = { id: 'm1', by: '8001', text: '我来接这个电话，请转 8002，先告诉客户稍等。' };

/** Help from a supervisor during a call. */
export const HELP_STATES: Readonly<Record<string, PanelView>> = {
  'help-ask': panelView(callStage(TALKING, { tool: 'help', help: QUIET })),
  'help-asked': panelView(callStage(TALKING, { help: { ...QUIET, help: { status: 'asked', id: 'h1' } } })),
  'help-refused': panelView(
    callStage(TALKING, { help: { ...QUIET, help: { status: 'refused', id: 'h1', why: 'too-many' } } }),
  ),
  'help-coming': panelView(
    callStage(TALKING, {
      help: { ...QUIET, help: { status: 'coming', id: 'h1', by: '8001' }, message: MESSAGE },
    }),
  ),
};
