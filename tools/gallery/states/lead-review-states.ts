import type { AuditEntry } from '../../../contract/api/audit.ts';
import type { Member } from '../../../contract/api/members/member.ts';
import { EMPTY_FIELDS } from '../../../contract/note/note.ts';
import type { AuditView } from '../../../pages/lead/audit/audit-view.ts';
import type { LeadView } from '../../../pages/lead/frame/lead-view.ts';
import type { OrganisationView } from '../../../pages/lead/organisation/organisation-view.ts';
import type { ReviewListView, ReviewNoteView } from '../../../pages/lead/review/review-view.ts';
import { ADHERENCE_REPORT, RECORD_ADHERENCE } from './adherence-data.ts';
import { FIGURES_STATES } from './figures-states.ts';
import { minutesAgo } from './parts.ts';

const LIST: ReviewListView = {
  page: 'list',
  filter: {
    ...{
      from: '2026-11-22',
      to: '2026-11-22',
      agent: null,
      category: 'complaint',
      situation: null,
      words: '',
      outcome: 'not-settled',
    },
  },
  agents: [
    { id: '0283', label: '0283 李明' },
    { id: '0284', label: '0284 赵芳' },
  ],
  situations: [{ id: 'complaint-intake', label: '投诉倾听' }],
  rows: [
    {
      ...{ id: 'n1', at: minutesAgo(12), by: '0283 李明', caller: '王女士', category: 'complaint' },
      ...{ settled: false, comments: 2 },
      text: '冰箱送到三天不制冷，订单尾号 0417，要求换货；已答应两小时内回电，回电号码 139••••1234',
    },
    {
      ...{ id: 'n2', at: minutesAgo(50), by: '0284 赵芳', caller: '••••••••0042', category: null },
      ...{ settled: null, comments: 0, text: '' },
    },
    {
      ...{ id: 'n3', at: minutesAgo(90), by: '0284', caller: '\u202E<b>陈</b>', category: 'business' },
      ...{ settled: true, comments: 0, text: '<script>alert(1)</script>'.repeat(9) },
    },
  ],
  more: true,
  busy: false,
};

const NOTE: ReviewNoteView = {
  page: 'note',
  id: 'n1',
  at: minutesAgo(12),
  by: '0283 李明',
  masked: true,
  number: '••••••••1234',
  call: {
    ...{ direction: 'inbound', displayName: null, originalTarget: null, rings: 2, talkMs: 192_000, line: [] },
    end: { how: 'hung-up', by: 'remote-party' },
    situations: ['标准问候', '投诉倾听', '投诉受理结束'],
  },
  note: {
    ...EMPTY_FIELDS,
    ...{ surname: '王', title: 'ms', category: 'complaint', tags: ['冰箱', '退款'], settled: false },
    text: '冰箱送到三天不制冷，订单尾号 0417。\n要求换货，已答应两小时内回电 139••••9999。',
    contactNumber: '139••••9999',
  },
  comments: [
    {
      ...{ id: 'c1', by: '0101 陈静', at: minutesAgo(9), text: '复述得很清楚。' },
      status: { is: 'read', at: minutesAgo(7) },
    },
    {
      ...{ id: 'c2', by: '0101 陈静', at: minutesAgo(2), status: { is: 'unread' } },
      text: '答应回电的时间也要写进去。',
    },
  ],
  adherence: RECORD_ADHERENCE,
  sent: 1,
  asked: { asked: 'done' },
};

const member = (id: string, number: string, name: string): Member => ({
  ...{
    id,
    team: 'team',
    number,
    name,
    role: 'lead',
    workOrderRole: '',
    joinedAt: minutesAgo(90_000),
    leftAt: null,
  },
});
const entry = (
  id: string,
  minutes: number,
  by: string,
  action: string,
  detail: AuditEntry['detail'] = {},
): AuditEntry => ({ id, at: minutesAgo(minutes), member: by, action, detail });

const AUDIT: AuditView = {
  ...{ group: null, exported: null },
  entries: [
    entry('1', 3, 'm1', 'full-note-read', { note: 'n1' }),
    entry('2', 20, 'm1', 'notes-exported', {
      ...{ from: minutesAgo(3000), to: minutesAgo(0), full: true, notes: 1042 },
    }),
    entry('3', 30, 'm2', 'figures-exported', { from: minutesAgo(3000), to: minutesAgo(0), notes: 1042 }),
    entry('4', 60, 'm1', 'pack-published', { sequence: 3, version: '1.2.0' }),
    entry('5', 90, 'm1', 'device-revoked', { device: 'd1' }),
    entry('6', 95, 'm1', 'member-changed', { changed: 'm2', role: 'supervisor', left: false }),
    entry('10', 120, 'm2', 'written-for-others', { as: '0101', entries: 2 }),
    entry('7', 200, 'server', 'retention-applied', { notes: 12, subjects: 3 }),
    entry('8', 300, 'm9', 'number-erased', { notes: 2, subjects: 0 }),
    entry('9', 400, 'm2', 'of-a-newer-server'),
  ],
  more: true,
  members: new Map([
    ['m1', member('m1', '0101', '陈静')],
    ['m2', member('m2', '0102', '周强')],
  ]),
  busy: false,
};

const ORGANISATION: OrganisationView = {
  deviceIdleDays: 180,
  lockAfterMinutes: 10,
  name: '安心家电',
  code: 'K7QM2X',
  oidc: { issuer: 'https://login.example.com', clientId: 'sansheng', claim: 'employee_number' },
  redirect: 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/',
  asked: { asked: 'nothing' },
};

const week = FIGURES_STATES['figures-week'] ?? FIGURES_STATES['figures-day'] ?? { state: 'locked' };

/** States of the note review, the exports, the audit log and the organisation page. */
export const LEAD_REVIEW_STATES: Readonly<Record<string, LeadView>> = {
  'lead-review': { role: 'lead', page: 'review', gap: null, review: LIST },
  'lead-review-unreadable': { role: 'lead', page: 'review', gap: null, unreadable: 3, review: LIST },
  'lead-review-none': {
    ...{ role: 'supervisor', page: 'review', gap: null },
    review: { ...LIST, rows: [], more: false },
  },
  'lead-review-search': {
    ...{ role: 'lead', page: 'review', gap: null },
    review: {
      ...{ ...LIST, more: false, rows: LIST.rows.slice(0, 1) },
      filter: { ...LIST.filter, words: '王女士', from: '2026-10-23', outcome: 'not-settled' },
    },
  },
  'lead-review-note': { role: 'lead', page: 'review', gap: null, review: NOTE },
  'lead-review-full': {
    ...{ role: 'lead', page: 'review', gap: null },
    review: {
      ...{ ...NOTE, masked: false, number: '139 0000 1234', comments: [] },
      asked: { asked: 'refused', why: 'offline' },
    },
  },
  'lead-review-gone': { role: 'lead', page: 'review', gap: null, review: { page: 'gone' } },
  'lead-reports-exported': {
    ...{ role: 'supervisor', page: 'reports', gap: null, figures: week, adherence: ADHERENCE_REPORT },
    exports: { state: 'done', name: 'figures-2026-11-16-2026-11-22.csv' },
  },
  'lead-audit': { role: 'admin', page: 'audit', gap: null, audit: AUDIT },
  'lead-audit-none': {
    ...{ role: 'lead', page: 'audit', gap: null },
    audit: { ...AUDIT, group: 'revocations', entries: [], more: false },
  },
  'lead-organisation': { role: 'admin', page: 'organisation', gap: null, organisation: ORGANISATION },
  'lead-organisation-codes-only': {
    ...{ role: 'admin', page: 'organisation', gap: null },
    organisation: { ...ORGANISATION, oidc: null, asked: { asked: 'refused', why: 'malformed' } },
  },
};
