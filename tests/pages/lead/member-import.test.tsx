import { renderToString } from 'preact-render-to-string';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memberImportSchema, newCodesSchema } from '../../../contract/api/members/member-import.ts';
import { readEnrolment } from '../../../contract/api/members/read-enrolment.ts';
import { exportFile } from '../../../contract/table/export-file.ts';
import type { Cell } from '../../../contract/table/table.ts';
import { EnrolmentSlips } from '../../../pages/lead/members/enrolment-slips.tsx';
import { MemberImportPart } from '../../../pages/lead/members/member-import-part.tsx';
import { MembersModel } from '../../../pages/lead/members/members-model.ts';
import { loadPack } from '../../../tools/compile-pack.ts';
import { FakeTeamServer, LEAD, LI, member } from '../../helpers/fake-team-server.ts';

const pack = loadPack();
const HEADINGS = ['工号', '姓名', '角色'];
const EXPIRES = Date.parse('2026-11-24T10:00:00+08:00');

let server: FakeTeamServer;
let model: MembersModel;
beforeEach(async () => {
  server = new FakeTeamServer();
  server.answers('GET ~/members', { members: [LEAD, LI] });
  server.answers('GET ~/devices', { devices: [] });
  model = new MembersModel(server.session(), pack, 'zh-CN');
  await model.load();
});
afterEach(() => vi.unstubAllGlobals());

async function choose(...rows: readonly (readonly Cell[])[]): Promise<void> {
  const table = { headings: HEADINGS, rows, timeZone: 'UTC' };
  const { content } = await exportFile({ name: 'x', table, records: [] }, 'xlsx');
  await model.act({ do: 'choose-file', file: new File([content], '新员工.xlsx') });
}
const shownImport = () =>
  renderToString(
    <MemberImportPart view={model.view().imported} workOrderRoles={[]} act={() => {}} isBusy={false} />,
  );

describe('members from a workbook', () => {
  it('are shown with their errors, and nothing is sent until the lead confirms', async () => {
    await choose(['0301', '王芳', '组长'], ['0283', '同号', ''], ['0302', '李', '管理员']);
    const { preview } = model.view().imported;
    expect(preview?.entries.map(({ member }) => member.number)).toEqual(['0301']);
    expect(preview?.issues.map(({ row, why }) => [row, why])).toEqual([
      [3, 'in-use'],
      [4, 'role-not-yours'],
    ]);
    expect(server.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    await model.act({ do: 'forget-file' });
    await model.act({ do: 'import-members' });
    expect(server.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('are added by one request, and get their slips by another', async () => {
    const added = [member('0301', '王芳', 'lead'), member('0302', '陈')];
    server.answers('POST ~/member-imports', { added, refused: [] });
    server.answers('GET ~/team-keys', { documents: [] });
    server.answers('POST ~/team-keys', { sequence: 1, digest: 'digest' });
    await choose(['0301', '王芳', '组长'], ['0302', '陈', '']);
    server.answers('GET ~/members', { members: [LEAD, LI, ...added] });
    await model.act({ do: 'import-members' });
    const [sent] = v.parse(v.tuple([memberImportSchema]), server.sent('POST ~/member-imports'));
    expect(sent.members).toEqual([
      { number: '0301', name: '王芳', role: 'lead' },
      { number: '0302', name: '陈', role: 'agent' },
    ]);
    expect(model.view().imported).toMatchObject({ preview: null, withoutSlip: added.map(({ id }) => id) });

    // The second left in the meantime: the server made no code.
    const code = { member: 'member-0301', code: 'K7QM-2XPA-9FRT-C4WD', expiresAt: EXPIRES };
    server.answers('POST ~/codes', { codes: [code] });
    await model.act({ do: 'make-slips' });
    const [asked] = v.parse(v.tuple([newCodesSchema]), server.sent('POST ~/codes'));
    expect(asked.codes.map(({ member }) => member)).toEqual(added.map(({ id }) => id));
    const { slips, imported } = model.view();
    expect(slips).toMatchObject([{ member: '王芳', number: '0301', expiresAt: EXPIRES }]);
    expect(imported.withoutSlip).toEqual([]);
    const link = readEnrolment(slips[0]?.link ?? '');
    expect(link).toMatchObject({ ok: true, enrolment: { by: 'link', server: 'https://team.example.com' } });
    const secret = link.ok && link.enrolment.by === 'link' ? link.enrolment.secret : '';
    expect(secret).not.toBe('');
    expect(JSON.stringify(server.requests)).not.toContain(secret);

    await model.act({ do: 'hide-code' });
    expect(model.view().slips).toEqual([]);
  });

  it('whom the server refuses is named with the cell, nobody is added, and the others can be', async () => {
    await choose(['0301', '王', ''], ['0302', '陈', '']);
    server.answers('POST ~/member-imports', { added: [], refused: [{ at: 1, why: 'in-use' }] });
    await model.act({ do: 'import-members' });
    const { asked, imported } = model.view();
    expect(asked).toEqual({ asked: 'refused', why: 'conflict' });
    expect(imported.preview?.issues).toEqual([{ row: 3, column: 'number', cell: '0302', why: 'in-use' }]);
    expect(imported.preview?.entries.map(({ row }) => row)).toEqual([2]);
    expect(imported.withoutSlip).toEqual([]);
  });

  it('are kept in the preview while the server cannot be reached', async () => {
    await choose(['0301', '王', '']);
    server.refuses('POST ~/member-imports', 'unavailable', 503);
    await model.act({ do: 'import-members' });
    expect(model.view().asked).toMatchObject({ asked: 'refused' });
    expect(model.view().imported.preview?.entries).toHaveLength(1);
  });

  it('a file that is no table is refused as a whole', async () => {
    await model.act({ do: 'choose-file', file: new File(['PK\u0003\u0004 no archive'], 'x.xlsx') });
    expect(model.view().imported).toMatchObject({ refused: 'unreadable', preview: null });
    await model.act({ do: 'choose-file', file: new File(['姓名\n王'], 'x.csv') });
    expect(model.view().imported.refused).toBe('no-number-column');
    expect(shownImport()).toContain('第一行没有“工号”这一列');
  });

  it('a cell is text on the page and on paper, never markup', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    await choose(['0301', hostile, ''], [hostile, '王', hostile]);
    expect(shownImport()).toContain('onerror');
    expect(shownImport()).not.toContain('<img');
    const slip = {
      ...{ member: hostile, number: hostile, code: 'K7QM', link: null, server: 'https://team.example.com' },
      ...{ expiresAt: EXPIRES, newAccount: null },
    };
    const paper = renderToString(<EnrolmentSlips slips={[slip]} onHide={() => {}} />);
    expect(paper).not.toContain('<img');
  });
});
