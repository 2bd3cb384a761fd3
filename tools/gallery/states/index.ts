import type { ComponentType } from 'preact';
import { h } from 'preact';
import { FiguresPage } from '../../../pages/figures/figures-page.tsx';
import { Lead } from '../../../pages/lead/frame/lead.tsx';
import { Begin } from '../../../pages/options/begin/begin.tsx';
import { Options } from '../../../pages/options/frame/options.tsx';
import { Panel } from '../../../pages/panel/frame/panel.tsx';
import { PaperPage } from '../../../pages/papers/paper-page.tsx';
import { COMPONENT_STORIES } from './component-stories.tsx';
import { FIGURES_STATES } from './figures-states.ts';
import { HELP_STATES } from './help-states.ts';
import { LEAD_LIST_STATES } from './lead-list-states.ts';
import { LEAD_REVIEW_STATES } from './lead-review-states.ts';
import { LEAD_STATES } from './lead-states.ts';
import { LEAD_TEAM_STATES } from './lead-team-states.ts';
import { BEGIN_STATES, JOINED_STATES, OPTIONS_STATES } from './options-states.ts';
import { ORDERS_STATES } from './orders-states.ts';
import { PACK_STATES } from './pack-states.ts';
import { PANEL_STATES } from './panel-states.ts';
import { PAPER_STATES } from './paper-states.ts';
import { RECORDS_STATES } from './records-states.ts';

export interface GalleryState {
  readonly name: string;
  readonly Show: ComponentType;
  /** Options pages are wide. */
  readonly wide: boolean;
}

/** The actions of clicks in the gallery, for tests. */
export const asked: unknown[] = [];
const note = (action: unknown) => {
  asked.push(action);
};

/** All states, panel first. */
export const STATES: readonly GalleryState[] = [
  ...Object.entries({
    ...PANEL_STATES,
    ...RECORDS_STATES,
    ...ORDERS_STATES,
    ...PACK_STATES,
    ...HELP_STATES,
  }).map(([name, view]) => ({
    name,
    wide: false,
    Show: () => h(Panel, { view, act: note }),
  })),
  ...Object.entries({ ...OPTIONS_STATES, ...JOINED_STATES }).map(([name, view]) => ({
    name,
    wide: true,
    Show: () => h(Options, { view, act: note }),
  })),
  ...Object.entries(BEGIN_STATES).map(([name, view]) => ({
    name,
    wide: true,
    Show: () => h(Begin, { view, act: note }),
  })),
  ...Object.entries(FIGURES_STATES).map(([name, view]) => ({
    name,
    wide: true,
    Show: () => h(FiguresPage, { view, act: note }),
  })),
  ...Object.entries(PAPER_STATES).map(([name, state]) => ({
    name,
    wide: true,
    Show: () =>
      h(PaperPage, {
        ...state,
        hotline: '示例热线',
        onPrint: () => note('print'),
        onSave: () => note('save'),
      }),
  })),
  ...Object.entries({ ...LEAD_STATES, ...LEAD_TEAM_STATES, ...LEAD_REVIEW_STATES, ...LEAD_LIST_STATES }).map(
    ([name, view]) => ({
      name,
      wide: true,
      Show: () => h(Lead, { view, act: note }),
    }),
  ),
  ...Object.entries(COMPONENT_STORIES).map(([name, Story]) => ({
    name: `component ${name}`,
    wide: false,
    Show: () => h(Story, {}),
  })),
];
