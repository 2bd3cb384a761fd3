import type { ExportColumn, NoteTableWords } from '../../storage/notes/export-notes.ts';

/** A heading a column, as the Chinese UI would give them. */
const HEADINGS: Readonly<Record<ExportColumn, string>> = {
  id: '编号',
  createdAt: '时间',
  direction: '方向',
  number: '来电号码',
  contactNumber: '联系电话',
  surname: '姓',
  title: '称呼',
  category: '类别',
  tags: '标签',
  text: '记录',
  settled: '首次解决',
  satisfied: '满意',
  rings: '振铃',
  answeredAt: '接听',
  endedAt: '结束',
  end: '结束方式',
};

export const noteWords: NoteTableWords = {
  heading: (column) => HEADINGS[column],
  direction: (direction) => (direction === 'inbound' ? '呼入' : '呼出'),
  title: (title) => (title === 'mr' ? '先生' : '女士'),
  category: (category) => `类别：${category}`,
  yesOrNo: (yes) => (yes ? '是' : '否'),
  end: ({ how }) => `结束：${how}`,
};
