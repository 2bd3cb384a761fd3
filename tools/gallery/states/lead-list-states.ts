import type { ListsView } from '../../../pages/lead/call-backs/lists-view.ts';
import type { LeadView } from '../../../pages/lead/frame/lead-view.ts';
import type { ListProgress } from '../../../rules/call-backs/list-progress.ts';
import type { ListEntry } from '../../../rules/call-backs/read-call-back-list.ts';
import { NOW } from './parts.ts';

const SPRING: ListProgress = {
  ...{ name: '春节问候 2027-02-06', satisfied: 31, notSatisfied: 4 },
  ...{ total: 60, reached: 35, notReached: 6, again: 7, untouched: 11, dropped: 1 },
  agents: [
    { agent: '0283', total: 30, reached: 20, notReached: 2, again: 3, untouched: 5, dropped: 0 },
    { agent: '0500', total: 28, reached: 15, notReached: 4, again: 4, untouched: 4, dropped: 1 },
    { agent: null, total: 2, reached: 0, notReached: 0, again: 0, untouched: 2, dropped: 0 },
  ],
};

const LISTS: ListsView = {
  lists: [SPRING],
  templates: [{ id: 'satisfaction', name: '满意度回访', matter: '服务满意度回访' }],
  draft: { name: '', matter: '', from: '2026-11-22', agents: '' },
  ...{ preview: null, refused: null, missing: 'name', state: 'idle', locked: false },
};

const entry: Omit<ListEntry, 'row' | 'number'> = {
  surname: '王',
  title: 'ms',
  matter: '',
  dueAt: null,
  agent: null,
  vip: false,
};

const lead = (lists: ListsView): LeadView => ({ role: 'lead', page: 'lists', gap: null, lists });

/** The lead's call-back lists. */
export const LEAD_LIST_STATES: Readonly<Record<string, LeadView>> = {
  'lead-call-backs': lead(LISTS),
  'lead-call-backs-preview': lead({
    ...LISTS,
    draft: { name: '春节问候', matter: '春节问候', from: '2026-11-23', agents: '0283、0500' },
    missing: null,
    preview: {
      file: '<b>名单</b>.xlsx',
      entries: [
        { ...entry, row: 2, number: '+8613900001234', vip: true },
        { ...entry, row: 3, number: '02155550101', surname: '陈', title: 'mr', agent: '0283' },
        { ...entry, row: 6, number: '13900000042', matter: '发票重开', dueAt: NOW + 86_400_000 },
      ],
      issues: [
        { row: 4, column: 'number', cell: '=HYPERLINK("x")', why: 'bad-number' },
        { row: 5, column: 'number', cell: '13900001234', why: 'twice' },
        { row: 5, column: 'time', cell: '2026-02-30', why: 'bad-time' },
      ],
    },
  }),
  'lead-call-backs-refused': lead({ ...LISTS, lists: [], refused: 'no-number-column' }),
};
