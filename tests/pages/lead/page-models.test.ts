import readXlsxFile from 'read-excel-file/node';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newEnrolmentCodeSchema } from '../../../contract/api/members/enrolment.ts';
import { openSetUp } from '../../../contract/api/members/enrolment-set-up.ts';
import { STATE_EXPIRES_MS } from '../../../contract/api/presence/agent-state.ts';
import type { Adherence } from '../../../contract/note/adherence.ts';
import type { SipAccount } from '../../../contract/settings/device-set-up.ts';
import { DEFAULT_SETTINGS } from '../../../contract/settings/settings.ts';
import type { ExportFile } from '../../../contract/table/export-file.ts';
import { AuditModel } from '../../../pages/lead/audit/audit-model.ts';
import { DeviceSetUps } from '../../../pages/lead/members/device-set-ups.ts';
import { MembersModel } from '../../../pages/lead/members/members-model.ts';
import { OrganisationModel } from '../../../pages/lead/organisation/organisation-model.ts';
import { PresenceModel } from '../../../pages/lead/presence/presence-model.ts';
import { ReviewModel } from '../../../pages/lead/review/review-model.ts';
import { loadPack } from '../../../tools/compile-pack.ts';
import { FakeTeamServer, LEAD, LI, member, NOTE } from '../../helpers/fake-team-server.ts';
import { until } from '../../helpers/until.ts';

const pack = loadPack();
const NOW = NOTE.createdAt;

let server: FakeTeamServer;
beforeEach(() => {
  server = new FakeTeamServer();
});
afterEach(() => vi.unstubAllGlobals());

describe('the members page', () => {
  const open = async () => {
    server.answers('GET ~/members', { members: [LEAD, LI] });
    server.answers('GET ~/devices', { devices: [] });
    const model = new MembersModel(server.session(), pack, 'zh-CN');
    await model.load();
    return model;
  };

  it('shows the members, the own role and the retention time', async () => {
    const model = await open();
    expect(model.view()).toMatchObject({
      me: { id: LEAD.id, role: 'lead' },
      members: [LEAD, LI],
      retentionDays: 365,
    });
  });

  it('adds a member and makes the join code, until it is hidden', async () => {
    const model = await open();
    server.answers('POST ~/members', member('0300', '周岚'));
    server.answers('POST ~/members/member-0300/codes', { code: 'K7QM-2XPA-9FRT-C4WD', expiresAt: NOW });
    server.answers('GET ~/team-keys', { documents: [] });
    const added = { number: '0300', name: '周岚', role: 'agent' } as const;
    await model.act({ do: 'add-member', member: added });
    expect(server.sent('POST ~/members')).toEqual([added]);
    expect(model.view().code).toMatchObject({ member: '周岚', code: 'K7QM-2XPA-9FRT-C4WD' });
    await model.act({ do: 'hide-code' });
    expect(model.view().code).toBeNull();
  });

  it('puts the team’s settings and a new SIP account into the link, encrypted under its secret', async () => {
    server.answers('GET ~/members', { members: [LEAD, LI] });
    server.answers('GET ~/devices', { devices: [] });
    server.answers('GET ~/team-keys', { documents: [] });
    server.answers('POST ~/team-keys', { sequence: 1, digest: 'digest' });
    server.answers('POST ~/sip-account-exports', {});
    server.answers(`POST ~/members/${LI.id}/codes`, { code: 'K7QM-2XPA-9FRT-C4WD', expiresAt: NOW });
    const kept = new Map<string, SipAccount>();
    const files: ExportFile[] = [];
    const setUps = new DeviceSetUps({
      accounts: {
        all: async () => ({ accounts: kept, locked: 0 }),
        save: async (id, account) => void kept.set(id, account),
      },
      settings: async () => ({
        ...DEFAULT_SETTINGS,
        ...{ sipServer: 'wss://sip.example/ws', sipDomain: 'sip.example', hotlineName: '示例热线' },
      }),
      save: (file) => files.push(file),
    });
    const model = new MembersModel(server.session(), pack, 'zh-CN', setUps);
    await model.load();
    await model.act({ do: 'make-code', member: LI.id });
    const [body] = v.parse(v.tuple([newEnrolmentCodeSchema]), server.sent(`POST ~/members/${LI.id}/codes`));
    const secret = model.view().code?.link?.split('/').at(-1) ?? '';
    const opened = await openSetUp(secret, body.binding ?? '', body.setUp ?? '');
    const account = kept.get(LI.id);
    expect(account?.user).toBe(LI.number);
    expect(opened).toMatchObject({ settings: { hotlineName: '示例热线' }, account });
    expect(model.view().code?.newAccount).toBe(LI.number);
    expect(JSON.stringify(body)).not.toContain(account?.password);

    await model.act({ do: 'make-code', member: LI.id });
    expect(model.view().code?.newAccount).toBe(null);
    expect(kept.get(LI.id)).toEqual(account);

    await model.act({ do: 'export-accounts' });
    expect(server.sent('POST ~/sip-account-exports')).toEqual([{ accounts: 1 }]);
    const rows = await readXlsxFile(Buffer.from(await new Blob([files[0]?.content ?? '']).arrayBuffer()));
    expect(JSON.stringify(rows)).toContain(account?.password);

    server.refuses('POST ~/sip-account-exports', 'unavailable');
    await model.act({ do: 'export-accounts' });
    expect(files).toHaveLength(1);
  });

  it('shows what an erasure found, and why a change was refused', async () => {
    const model = await open();
    server.answers('POST ~/erasures', { notes: 12, subjects: 3 });
    await model.act({ do: 'erase-number', number: '+8613900001234' });
    expect(model.view().erased).toEqual({ notes: 12, subjects: 3 });
    server.refuses('PATCH ~/members/member-0283', 'conflict');
    await model.act({ do: 'change-member', member: LI.id, change: { role: 'lead' } });
    expect(model.view().asked).toEqual({ asked: 'refused', why: 'conflict' });
  });
});

describe('the team status page', () => {
  const help = {
    id: '6c1c5d5e-1111-4111-8111-111111111111',
    call: 'call-1',
    why: 'abuse',
    summary: '骂人',
    at: NOW,
    agent: '0283',
    acknowledged: null,
    overAt: null,
  } as const;
  const open = async () => {
    server.answers('GET ~/presence', { agents: [] });
    server.answers('GET ~/help', { requests: [help] });
    const model = new PresenceModel(server.session(), pack, 'zh-CN');
    await model.load();
    return model;
  };

  it('acknowledges a help request, which goes once it is over', async () => {
    const model = await open();
    const acknowledged = { by: LEAD.number, at: NOW };
    server.answers(`POST ~/help/${help.id}/acknowledge`, { ...help, acknowledged });
    await model.act({ do: 'acknowledge', help: help.id });
    expect(model.view(NOW).help).toEqual([{ ...help, acknowledged }]);
    server.emit({ type: 'help', request: { ...help, overAt: NOW } });
    await until('the request is gone', () => model.view(NOW).help.length === 0);
  });

  it('follows the events, without those who are gone', async () => {
    const model = await open();
    const there = { agent: '0283', state: { state: 'present', since: NOW }, seenAt: NOW } as const;
    server.emit({
      type: 'presence',
      agents: [there, { agent: '0284', state: { state: 'gone' }, seenAt: NOW }],
    });
    await until('the agent is there', () => model.view(NOW).agents.length > 0);
    expect(model.view(NOW).agents).toEqual([there]);
  });

  it('changes only the agents that an event names, and drops those who are silent for long', async () => {
    const at = (agent: string, seenAt: number, state: 'present' | 'wrap-up' = 'present') =>
      ({ agent, state: { state, since: NOW }, seenAt }) as const;
    server.answers('GET ~/presence', { agents: [at('0284', NOW), at('0285', NOW)] });
    server.answers('GET ~/help', { requests: [] });
    const model = new PresenceModel(server.session(), pack, 'zh-CN');
    await model.load();
    const shown = () => model.view(NOW).agents.map(({ agent, state }) => `${agent} ${state.state}`);
    server.emit({ type: 'presence', agents: [at('0283', NOW + 1)] });
    server.emit({ type: 'presence', agents: [at('0285', NOW + STATE_EXPIRES_MS - 1, 'wrap-up')] });
    await until('both are applied', () => shown().includes('0285 wrap-up'));
    expect(shown()).toEqual(['0283 present', '0284 present', '0285 wrap-up']);
    server.emit({ type: 'presence', agents: [at('0285', NOW + STATE_EXPIRES_MS)] });
    await until('0284 has expired', () => !shown().includes('0284 present'));
    expect(shown()).toEqual(['0283 present', '0285 present']);
  });

  it('keeps what events reported while an older list was on its way', async () => {
    const model = await open();
    server.answers('GET ~/help', { requests: [] });
    server.answers('GET ~/presence', { agents: [] });
    const release = server.holds('GET ~/help');
    const loaded = model.load();
    const newer = { ...help, id: '6c1c5d5e-2222-4222-8222-222222222222' };
    server.emit({ type: 'help', request: newer });
    server.emit({
      type: 'presence',
      agents: [{ agent: '0283', state: { state: 'present', since: NOW }, seenAt: NOW }],
    });
    await until('the events are applied', () => model.view(NOW).agents.length > 0);
    release();
    await loaded;
    expect(model.view(NOW)).toMatchObject({ help: [newer], agents: [{ agent: '0283' }] });
  });
});

const WRITTEN = { by: LI.number, note: NOTE };

describe('the note review page', () => {
  const open = async () => {
    server.answers('GET ~/members', { members: [LEAD, LI] });
    server.answers('GET ~/notes', { notes: [{ ...WRITTEN, comments: 0 }], next: 'page-2' });
    server.answers('GET ~/notes/note-1', { ...WRITTEN, comments: [] });
    return new ReviewModel(
      ...([server.session(), pack, 'zh-CN', () => NOW, (_: string, score: Adherence) => score] as const),
    );
  };

  it('searches by the filter, and goes on after the last page', async () => {
    const model = await open();
    await model.load(null);
    expect(model.view.value).toMatchObject({ page: 'list', more: true, rows: [{ by: '0283 李明' }] });
    await model.act({ do: 'filter', change: { category: 'complaint' } });
    await model.act({ do: 'more' });
    const queries = server.requests.filter(({ path }) => path === '~/notes').map(({ query }) => query);
    expect(queries.map((query) => [query.get('category'), query.get('after')])).toEqual([
      [null, ''],
      ['complaint', ''],
      ['complaint', 'page-2'],
    ]);
  });

  it('finds “last Tuesday’s call of Ms Wang” with one line and one Enter', async () => {
    const model = await open();
    await model.load(null);
    const wang = { ...WRITTEN, note: { ...NOTE, id: 'note-w', surname: '王', title: 'ms' }, comments: 0 };
    server.answers('POST ~/notes/search', { notes: [wang], next: null });
    await model.act({ do: 'filter', change: { words: '王女士' } });
    const asked = server.requests.findLast(({ path }) => path === '~/notes/search');
    expect(asked?.body).toMatchObject({ words: ['王'], title: 'ms', after: '' });
    expect([...(asked?.query.keys() ?? [])]).toEqual([]);
    expect(model.view.value).toMatchObject({ rows: [{ id: 'note-w', caller: '王女士' }], more: false });
  });

  it('masks the number until it is revealed, and adds a comment', async () => {
    const model = await open();
    await model.load('note-1');
    expect(model.view.value).toMatchObject({ page: 'note', masked: true, number: '139****1234' });
    const contact = { ...NOTE.contact, number: '13900001234' };
    server.answers('GET ~/notes/note-1/full', { by: LI.number, note: { ...NOTE, contact }, comments: [] });
    await model.act({ do: 'reveal' });
    expect(model.view.value).toMatchObject({ masked: false });
    const comment = { id: 'comment-1', by: LEAD.number, at: NOW, text: '很好', readAt: null };
    server.answers('POST ~/notes/note-1/comments', comment);
    await model.act({ do: 'comment', text: '很好' });
    expect(model.view.value).toMatchObject({ sent: 1, comments: [{ text: '很好' }] });
  });

  it('says that a deleted note is gone', async () => {
    const model = await open();
    await model.load('note-2');
    expect(model.view.value).toEqual({ page: 'gone' });
  });
});

describe('the audit log', () => {
  it('reads the next page after the last entry, and starts again with a filter', async () => {
    const entry = { id: 'entry', at: NOW, member: LEAD.id, action: 'notes-exported', detail: {} };
    server.answers('GET ~/audit', { entries: Array.from({ length: 200 }, () => entry) });
    const model = new AuditModel({ session: server.session(), now: () => NOW, save: () => {} });
    await model.load();
    expect(model.view.value).toMatchObject({ more: true, busy: false });
    await model.act({ do: 'more' });
    expect(model.view.value.entries).toHaveLength(400);
    server.answers('GET ~/audit', { entries: [entry] });
    await model.act({ do: 'narrow', group: 'exports' });
    expect(model.view.value).toMatchObject({ group: 'exports', entries: [entry], more: false });
    const queries = server.requests.filter(({ path }) => path === '~/audit').map(({ query }) => query);
    expect(queries.map((query) => [query.get('group'), query.get('before')])).toEqual([
      [null, null],
      [null, `${NOW}.entry`],
      ['exports', null],
    ]);
  });
});

describe('the audit log as a workbook', () => {
  const entry = (at: number) => ({
    id: `entry-${at}`,
    ...{ at: NOW - at, member: LEAD.id, action: 'notes-exported', detail: { notes: 12, full: true } },
  });
  const open = async () => {
    server.answers('GET ~/members', { members: [{ ...LEAD, number: '0012' }] });
    server.answers('GET ~/audit', { entries: [entry(1)] });
    const files: ExportFile[] = [];
    const model = new AuditModel({
      ...{ session: server.session(), now: () => NOW },
      save: (file) => files.push(file),
    });
    await model.load();
    return { model, files };
  };

  const page = (length: number) => ({ entries: Array.from({ length }, (_, at) => entry(at)) });

  it('has all entries of the group, also those of later pages, with dates that are dates', async () => {
    const { model, files } = await open();
    server.answersInTurn('GET ~/audit', page(200), page(3));
    await model.act({ do: 'export' });
    const [file] = files;
    expect(file?.name).toMatch(/^audit-\d{4}-\d\d-\d\d\.xlsx$/);
    expect(model.view.value).toMatchObject({ busy: false, exported: file?.name });
    const rows = await readXlsxFile(Buffer.from(await new Blob([file?.content ?? '']).arrayBuffer()));
    expect(rows[0]?.data).toHaveLength(204);
    expect(rows[0]?.data[1]).toEqual([
      ...[expect.any(Date), '0012', LEAD.name, '导出来电记录', '12 条记录 · 号码完整'],
    ]);
  });

  it('is of one group, also where another one is chosen meanwhile', async () => {
    const { model } = await open();
    server.answersInTurn('GET ~/audit', page(200), page(0), page(3));
    const before = server.requests.length;
    const written = model.act({ do: 'export' });
    await Promise.all([written, model.act({ do: 'narrow', group: 'exports' })]);
    const groups = server.requests.slice(before).map(({ query }) => new URLSearchParams(query).get('group'));
    expect(groups.filter((group) => group === null)).toHaveLength(2);
    expect(groups.filter((group) => group === 'exports')).toHaveLength(1);
  });

  it('is not written while the server does not answer', async () => {
    const { model, files } = await open();
    server.refuses('GET ~/audit', 'unavailable', 503);
    await model.act({ do: 'export' });
    expect([files, model.view.value.exported, model.view.value.busy]).toEqual([[], null, false]);
  });
});

describe('the organisation page', () => {
  it('saves single sign-on and turns it off', async () => {
    const organisation = { id: 'organisation', name: '三声', oidc: null };
    const oidc = { issuer: 'https://id.example.com', clientId: 'sansheng', claim: 'employee_number' };
    server.answers('GET organisation', organisation);
    server.answers('PATCH organisation', { ...organisation, oidc });
    const model = new OrganisationModel(server.session(), 'https://x.chromiumapp.org/');
    await model.load();
    await model.act({ do: 'save-oidc', oidc });
    expect(model.view()).toMatchObject({ code: 'organisation', oidc, asked: { asked: 'done' } });
    server.answers('PATCH organisation', organisation);
    await model.act({ do: 'save-oidc', oidc: null });
    expect(model.view().oidc).toBeNull();
    expect(server.sent('PATCH organisation')).toEqual([{ oidc }, { oidc: null }]);
  });
});
