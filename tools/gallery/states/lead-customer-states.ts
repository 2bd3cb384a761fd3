import type { Customer } from '../../../contract/api/contacts/customers-api.ts';
import type { LeadView } from '../../../pages/lead/frame/lead-view.ts';

const customer = (number: string, surname: string, more: Partial<Customer> = {}): Customer => ({
  ...{ number, surname, title: 'ms', vip: false, remarks: '' },
  ...more,
});

const LISTED = [
  customer('13900001234', '王', { vip: true, remarks: '投诉过两次，先听完再解释。' }),
  customer('13900001235', '欧阳', { title: 'mr' }),
  customer('02100001236', '', { title: null, vip: true, remarks: '<b>门店经理</b>' }),
];

/** The contact list of the team, and a file before it is saved. */
export const CUSTOMER_STATES: Readonly<Record<string, LeadView>> = {
  'lead-customers': {
    ...{ role: 'lead', page: 'customers', gap: null },
    customers: { customers: LISTED, preview: null, refused: null, asked: { asked: 'done' } },
  },
  'lead-customers-import': {
    ...{ role: 'lead', page: 'customers', gap: null },
    customers: {
      customers: LISTED,
      preview: {
        file: '重要客户.xlsx',
        same: 1,
        entries: [
          { row: 2, isChange: true, customer: customer('13900001235', '欧阳', { title: 'mr', vip: true }) },
          {
            row: 4,
            isChange: false,
            customer: customer('13900001238', '<b>赵</b>', { remarks: '周末再打' }),
          },
        ],
        issues: [
          { row: 5, column: 'number', cell: '=HYPERLINK("https://example.invalid")', why: 'bad-number' },
          { row: 6, column: 'vip', cell: '金卡', why: 'bad-vip' },
          { row: 7, column: 'number', cell: '13900001239', why: 'erased' },
        ],
      },
      ...{ refused: null, asked: { asked: 'nothing' } },
    },
  },
};
