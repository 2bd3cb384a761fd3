import type { ComponentType } from 'preact';
import { h } from 'preact';
import { Desk } from '../../../components/desk/desk.tsx';
import { FiguresPage } from '../../../components/figures/figures-page.tsx';
import { Options } from '../../../components/options.tsx';
import { Panel } from '../../../components/panel.tsx';
import { DESK_REVIEW_STATES } from './desk-review-states.ts';
import { DESK_STATES } from './desk-states.ts';
import { DESK_TEAM_STATES } from './desk-team-states.ts';
import { FIGURES_STATES } from './figures-states.ts';
import { FLOOR_STATES } from './floor-states.ts';
import { OPTIONS_STATES } from './options-states.ts';
import { ORDERS_STATES } from './orders-states.ts';
import { PACK_STATES } from './pack-states.ts';
import { PANEL_STATES } from './panel-states.ts';
import { RECORDS_STATES } from './records-states.ts';

export interface GalleryState {
  readonly name: string;
  readonly Show: ComponentType;
  /** Options pages are wide. */
  readonly wide: boolean;
}

/** What was asked for by pressing things in the gallery; tests read it. */
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
    ...FLOOR_STATES,
  }).map(([name, view]) => ({
    name,
    wide: false,
    Show: () => h(Panel, { view, act: note }),
  })),
  ...Object.entries(OPTIONS_STATES).map(([name, view]) => ({
    name,
    wide: true,
    Show: () => h(Options, { view, act: note }),
  })),
  ...Object.entries(FIGURES_STATES).map(([name, view]) => ({
    name,
    wide: true,
    Show: () => h(FiguresPage, { view, act: note }),
  })),
  ...Object.entries({ ...DESK_STATES, ...DESK_TEAM_STATES, ...DESK_REVIEW_STATES }).map(([name, view]) => ({
    name,
    wide: true,
    Show: () => h(Desk, { view, act: note }),
  })),
];
