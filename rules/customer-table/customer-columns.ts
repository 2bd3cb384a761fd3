import type { ColumnNames } from '../tables/sheet-rows.ts';

export const CUSTOMER_COLUMNS = ['number', 'surname', 'title', 'vip', 'remarks'] as const;

export type CustomerColumn = (typeof CUSTOMER_COLUMNS)[number];

/** What people call a column; the first three are those of an export: zh-CN, zh-TW, en. */
export const CUSTOMER_COLUMN_NAMES: ColumnNames<CustomerColumn> = {
  number: [
    ...['号码', '號碼', 'Number', '电话', '電話', '手机', '手機', '手机号', '手機號碼', '联系电话'],
    ...['聯絡電話', '电话号码', '電話號碼', 'phone', 'telephone', 'mobile', 'phone number'],
  ],
  surname: [
    ...['姓氏', '姓氏', 'Surname', '姓', '姓名', '顾客', '客户', '客戶', '称呼', '稱呼', '顾客姓名'],
    ...['客户姓名', '客戶姓名', 'name', 'customer'],
  ],
  title: ['先生或女士', '先生或女士', 'Mr or Ms', '性别', '性別', '先生/女士', 'title', 'gender'],
  vip: ['重要客户', '重要客戶', 'VIP', '重要', '是否重要', '级别', '級別', '等级', '等級'],
  remarks: ['备注', '備註', 'Remarks', '说明', '說明', '注意', '注意事项', '注意事項', 'note', 'notes'],
};
