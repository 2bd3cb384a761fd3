export const LIST_COLUMNS = ['number', 'surname', 'title', 'matter', 'time', 'agent', 'vip'] as const;

export type ListColumn = (typeof LIST_COLUMNS)[number];

/** What people call a column. */
export const LIST_COLUMN_NAMES: Readonly<Record<ListColumn, readonly string[]>> = {
  number: [
    ...['号码', '號碼', '电话', '電話', '手机', '手機', '手机号', '手機號碼', '联系电话', '聯絡電話'],
    ...['电话号码', '電話號碼', 'number', 'phone', 'telephone', 'mobile'],
  ],
  surname: [
    ...['姓', '姓氏', '姓名', '顾客', '客户', '客戶', '称呼', '稱呼', '顾客姓名', '客户姓名', '客戶姓名'],
    ...['name', 'surname', 'customer'],
  ],
  title: ['性别', '性別', '先生/女士', 'title', 'gender'],
  matter: ['事由', '内容', '內容', '什么事', '回访内容', '回訪內容', '备注', '備註', 'matter', 'subject'],
  time: ['时间', '時間', '回访时间', '回訪時間', '日期', '什么时候', 'time', 'date', 'due'],
  agent: ['工号', '工號', '坐席', '客服編號', '編號', '负责人', '負責人', 'agent'],
  vip: ['重要', '重要客户', '重要客戶', '是否重要', 'vip'],
};
