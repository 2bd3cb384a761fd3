import type { LeadView } from '../../../pages/lead/frame/lead-view.ts';
import type { EnrolmentSlip, MembersView } from '../../../pages/lead/frame/server-view.ts';
import { minutesAgo, NOW } from './parts.ts';

const page = (members: MembersView): LeadView => ({
  ...{ role: 'lead', page: 'members', gap: null, now: NOW },
  members: { ...members, code: null, erased: null, asked: { asked: 'nothing' } },
});

const slip = (at: number): EnrolmentSlip => ({
  ...{ member: ['赵芳', '<b>周岚</b>', '欧阳静怡'][at % 3] ?? '', number: `03${10 + at}` },
  code: 'K7QM-2XPA-9FRT-C4WD-7H2KM-Q0X9T-3BRDA-W8E5J',
  link: `https://team.example.com/join#K7QM-2XPA-9FRT-C4WD/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfG/${at}bCdEfGhIjKlMnOpQrStUv`,
  ...{ server: 'https://team.example.com', expiresAt: minutesAgo(-1440), newAccount: `03${10 + at}` },
});

/** Members in bulk: the file before it is confirmed, and the slips of those who were added. */
export function memberStates(members: MembersView): Readonly<Record<string, LeadView>> {
  return {
    'lead-members-import': page({
      ...members,
      imported: {
        preview: {
          file: '新员工.xlsx',
          entries: [
            { row: 2, member: { number: '0310', name: '赵芳', role: 'agent' } },
            { row: 3, member: { number: '0311', name: '<b>周岚</b>', role: 'lead' } },
            {
              row: 5,
              member: { number: '0312', name: '欧阳静怡', role: 'agent', workOrderRole: 'store-manager' },
            },
          ],
          issues: [
            { row: 4, column: 'number', cell: '0283', why: 'in-use' },
            { row: 6, column: 'role', cell: '=HYPERLINK("https://example.invalid")', why: 'unknown-role' },
            { row: 7, column: 'role', cell: '管理员', why: 'role-not-yours' },
          ],
        },
        ...{ refused: null, withoutSlip: [] },
      },
    }),
    'lead-members-slips': page({
      ...members,
      slips: Array.from({ length: 11 }, (_, at) => slip(at)),
      imported: { preview: null, refused: null, withoutSlip: ['one', 'two'] },
    }),
  };
}
