import type { Member } from '../../../contract/api/members/member.ts';
import { usualWorkOrderRole } from '../../../contract/api/members/work-order-role.ts';
import { textIn } from '../../../contract/pack/localized-text.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import { diffPacks } from '../../../contract/release/diff-packs.ts';
import type { LeadView } from '../../../pages/lead/frame/lead-view.ts';
import type {
  MembersView,
  PresenceView,
  PublishView,
  SignersView,
} from '../../../pages/lead/frame/server-view.ts';
import { NO_IMPORT } from '../../../pages/lead/members/member-import-view.ts';
import { pack } from '../../../scripts/pack.yaml';
import { NO_ADHERENCE } from './adherence-data.ts';
import { FIGURES_STATES } from './figures-states.ts';
import { CUSTOMER_STATES } from './lead-customer-states.ts';
import { memberStates } from './lead-member-states.ts';
import { WEBHOOKS } from './lead-webhook-states.ts';
import { minutesAgo, NOW } from './parts.ts';
import { WALLBOARD_STATES } from './wallboard-states.ts';

const member = (number: string, name: string, role: Member['role']): Member => ({
  id: `00000000-0000-4000-8000-00000000${number}`,
  team: '00000000-0000-4000-8000-000000000001',
  number,
  name,
  role,
  workOrderRole: usualWorkOrderRole(role),
  joinedAt: minutesAgo(90_000),
  leftAt: null,
});
const LI = member('0283', '李明', 'agent');
const ZHAO = member('0284', '赵芳', 'agent');
const CHEN = member('0101', '陈静', 'lead');
const QIAN = member('0001', '钱敏', 'admin');
const MEMBERS = [LI, ZHAO, CHEN, QIAN];

const members: MembersView = {
  me: { id: CHEN.id, role: 'lead' },
  members: MEMBERS,
  workOrderRoles: pack.workOrders.owners.map(({ id, name }) => ({ id, label: textIn(name, 'zh-CN') })),
  devices: [
    {
      id: '00000000-0000-4000-8000-000000000011',
      member: LI.id,
      label: 'Chrome Windows',
      madeAt: minutesAgo(9000),
      lastUsedAt: minutesAgo(2),
      revokedAt: null,
    },
    {
      id: '00000000-0000-4000-8000-000000000012',
      member: CHEN.id,
      label: 'Firefox Linux',
      madeAt: minutesAgo(9000),
      lastUsedAt: null,
      revokedAt: null,
    },
  ],
  retentionDays: 365,
  code: {
    member: '赵芳',
    number: '0284',
    code: 'K7QM-2XPA-9FRT-C4WD-7H2KM-Q0X9T-3BRDA-W8E5J',
    link: 'https://team.example.com/join#K7QM-2XPA-9FRT-C4WD/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfG/AbCdEfGhIjKlMnOpQrStUv',
    server: 'https://team.example.com',
    expiresAt: minutesAgo(-60),
    newAccount: '0311',
  },
  slips: [],
  imported: NO_IMPORT,
  erased: { notes: 12, subjects: 3 },
  accounts: 4,
  asked: { asked: 'done' },
};

const presence: PresenceView = {
  now: NOW,
  agents: [
    { agent: '0283', seenAt: NOW, state: { state: 'present', since: minutesAgo(3) } },
    {
      agent: '0284',
      seenAt: NOW,
      state: { state: 'in-call', since: minutesAgo(6), call: 'call-1', situation: 'abuse' },
    },
  ],
  names: new Map(MEMBERS.map(({ number, name }) => [number, name])),
  titles: new Map(pack.situations.map(({ id, title }) => [id, textIn(title, 'zh-CN')])),
  help: [
    {
      id: '00000000-0000-4000-8000-000000000021',
      call: 'call-1',
      why: 'abuse',
      summary: '冰箱第三次维修仍不制冷，顾客辱骂，要求换新',
      at: minutesAgo(1),
      agent: '0284',
      acknowledged: null,
      overAt: null,
    },
    {
      id: '00000000-0000-4000-8000-000000000022',
      call: 'call-2',
      why: 'cannot-answer',
      summary: '<b>跨区域延保怎么算</b>',
      at: minutesAgo(4),
      agent: '0283',
      acknowledged: { by: '0101', at: minutesAgo(3) },
      overAt: null,
    },
  ],
  sent: [],
  asked: { asked: 'nothing' },
};

/** The shipped pack with a shorter wait, another name and a situation less. */
const DRAFT: Pack = {
  ...pack,
  settings: { ...pack.settings, hotline: { ...pack.settings.hotline, 'zh-CN': '安心家电服务热线' } },
  situations: pack.situations
    .filter(({ id }) => id !== 'date-invitation')
    .map((situation) =>
      situation.id !== 'silent-caller'
        ? situation
        : {
            ...situation,
            steps: situation.steps.map((step) =>
              step.id === 'greet-once-more' && step.kind === 'say' && step.wait !== undefined
                ? { ...step, wait: { ...step.wait, seconds: 4 } }
                : step,
            ),
          },
    ),
};

const SIGNERS: SignersView = {
  own: '7H2KM-Q0X9T-3BRDA-W8E5J',
  root: '7H2KM-Q0X9T-3BRDA-W8E5J',
  isRoot: true,
  trusted: [
    {
      ...{ key: 'root', holder: '0101', fingerprint: '7H2KM-Q0X9T-3BRDA-W8E5J' },
      ...{ isRoot: true, lastSequence: null },
    },
    {
      ...{ key: 'lead', holder: '0103', fingerprint: '2MX0K-9TQ7H-DA3BR-5JW8E' },
      ...{ isRoot: false, lastSequence: null },
    },
    {
      ...{ key: 'left', holder: '0104', fingerprint: 'Q7H2K-T3B9X-8EWDA-M0R5J' },
      ...{ isRoot: false, lastSequence: 1 },
    },
  ],
};

const publish: PublishView = {
  now: NOW,
  language: 'zh-CN',
  draft: DRAFT,
  problems: 0,
  changes: diffPacks(pack, DRAFT),
  inUse: { version: '1.0.0', sequence: 2 },
  suggestedVersion: '1.1.0',
  signer: 'trusted',
  waitingSigners: [
    {
      key: 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfG',
      holder: '0102',
      fingerprint: '5KQ2M-X7P9A-3FRT0-C4WDH',
    },
  ],
  signers: SIGNERS,
  agents: MEMBERS,
  history: [
    {
      sequence: 2,
      version: '1.0.0',
      issuedAt: minutesAgo(2000),
      startsAt: null,
      by: '0101',
      message: '无声电话的第一句更短',
      group: null,
      fate: 'in-use',
      ...{ users: ['0283'], readers: ['0283'], waiting: [], refused: 1 },
    },
    {
      sequence: 1,
      version: '0.9.0',
      issuedAt: minutesAgo(9000),
      startsAt: null,
      by: '0101',
      message: '第一份',
      group: ['0283'],
      fate: 'replaced',
      ...{ users: [], readers: [], waiting: [], refused: 0 },
    },
  ],
  parts: [
    {
      ...{ id: 'draft 0101', by: ['0101'], isOwn: true, state: 'draft', release: null },
      changes: diffPacks(pack, DRAFT),
    },
  ],
  chosen: ['draft 0101'],
  replaces: [],
  overtaken: [],
  names: new Map(MEMBERS.map(({ number, name }) => [number, name])),
  asked: { asked: 'refused', why: 'conflict' },
};

/** Two leads at work: one tries a change with a group, the other has scheduled one. */
const publishTogether: PublishView = {
  ...publish,
  asked: { asked: 'nothing' },
  waitingSigners: [],
  parts: [
    ...publish.parts,
    {
      ...{ id: 'draft 0102', by: ['0102'], isOwn: false, state: 'draft', release: null },
      changes: diffPacks(pack, { ...pack, settings: { ...pack.settings, ringLimit: 4 } }),
    },
    {
      ...{ id: '3 0102', by: ['0102'], isOwn: false, state: 'canary' },
      release: { sequence: 3, startsAt: null },
      changes: diffPacks(pack, { ...pack, settings: { ...pack.settings, callBackWithinDays: 9 } }),
    },
    {
      ...{ id: '4 0102', by: ['0102'], isOwn: false, state: 'scheduled' },
      release: { sequence: 4, startsAt: minutesAgo(-900) },
      changes: diffPacks(pack, { ...pack, techniques: pack.techniques.slice(1) }),
    },
  ],
  replaces: [{ sequence: 4, by: '0102', startsAt: minutesAgo(-900) }],
  overtaken: [{ sequence: 1, by: '0102', startsAt: minutesAgo(-600) }],
  history: [
    {
      ...{ sequence: 4, version: '1.0.2', issuedAt: minutesAgo(300), startsAt: minutesAgo(-900) },
      ...{ by: '0102', message: '新年问候', group: null, fate: 'scheduled' },
      ...{ users: [], readers: [], waiting: ['0283', '0284'], refused: 0 },
    },
    {
      ...{ sequence: 3, version: '1.0.1', issuedAt: minutesAgo(500), startsAt: null },
      ...{ by: '0102', message: '试一周', group: ['0284'], fate: 'canary' },
      ...{ users: ['0284'], readers: [], waiting: [], refused: 0 },
    },
    ...publish.history,
  ],
};

const day = FIGURES_STATES['figures-day'] ?? { state: 'locked' };

/** The lead's pages about a team. */
export const LEAD_TEAM_STATES: Readonly<Record<string, LeadView>> = {
  'lead-publish': { role: 'lead', page: 'publish', gap: null, publish },
  'lead-publish-together': { role: 'lead', page: 'publish', gap: null, publish: publishTogether },
  'lead-publish-first': {
    role: 'lead',
    page: 'publish',
    gap: null,
    publish: { ...publish, inUse: null, history: [], signer: 'shown', waitingSigners: [], problems: 2 },
  },
  'lead-presence': { role: 'supervisor', page: 'presence', gap: null, presence },
  'lead-members': { role: 'lead', page: 'members', gap: null, members, now: NOW },
  ...memberStates(members),
  ...CUSTOMER_STATES,
  ...WALLBOARD_STATES,
  'lead-phones': {
    ...{ role: 'lead', page: 'phones', gap: null, now: NOW },
    phones: {
      ...{ port: 8340, owners: MEMBERS, asked: { asked: 'done' } },
      tokens: MEMBERS.slice(0, 2).map(({ id }, n) => ({
        ...{ id: `t${n}`, kind: 'phone', label: ['前台话机', 'MicroSIP'][n] ?? '', member: id, madeBy: 'm1' },
        ...{ madeAt: minutesAgo(9_000), lastUsedAt: n === 0 ? minutesAgo(3) : null, revokedAt: null },
      })),
      made: {
        ...{ label: '前台话机', owner: MEMBERS[0]?.name ?? '' },
        address: 'http://team.example.com:8340/phone-events/ABC123-0123456789ABCDEFGHJKMNPQRS',
      },
    },
  },
  'lead-webhooks': { role: 'lead', page: 'webhooks', gap: null, webhooks: WEBHOOKS, now: NOW },
  'lead-webhooks-none': {
    ...{ role: 'lead', page: 'webhooks', gap: null, now: NOW },
    webhooks: { webhooks: [], made: null, deliveries: [], more: false, asked: { asked: 'nothing' } },
  },
  'lead-reports': {
    role: 'lead',
    page: 'reports',
    gap: null,
    figures: day,
    exports: { state: 'nothing' },
    adherence: NO_ADHERENCE,
  },
  'lead-agent': { role: 'agent', page: 'scripts', gap: 'not-allowed' },
  'lead-not-joined': { role: null, page: 'presence', gap: 'not-joined' },
};
