import { plainHeading } from '../tables/plain-heading.ts';

export const SCRIPT_COLUMNS = [
  ...['situation', 'title', 'group', 'tags', 'step', 'text', 'note', 'prohibitions'],
] as const satisfies readonly string[];

export type ScriptColumn =
  | 'situation'
  | 'title'
  | 'group'
  | 'tags'
  | 'step'
  | 'text'
  | 'note'
  | 'prohibitions';

/** What leads call a column; the first three are those of an export: zh-CN, zh-TW, en. */
export const SCRIPT_COLUMN_NAMES: Readonly<
  Record<ScriptColumn, readonly [string, string, string, ...string[]]>
> = {
  situation: ['场景编号', '場景編號', 'Situation id', '情境編號'],
  title: [
    ...(['场景', '情境', 'Situation', '場景', '情景', '场景名称', '場景名稱', '标题', '標題'] as const),
    ...[
      '话术名称',
      '話術名稱',
      '类型',
      '類型',
      '问题',
      '問題',
      '业务',
      'scene',
      'scenario',
      'title',
      'topic',
    ],
  ],
  group: ['分类', '分類', 'Group', '类别', '類別', '分组', '分組', '一级分类', 'category'],
  tags: ['关键词', '關鍵字', 'Keywords', '關鍵詞', '标签', '標籤', 'tags', 'keyword'],
  step: ['步骤编号', '步驟編號', 'Step id'],
  text: [
    ...(['话术', '話術', 'Script', '标准话术', '標準話術', '参考话术', '參考話術', '话术内容'] as const),
    ...['話術內容', '用语', '用語', '标准用语', '规范用语', '说法', '說法', '应答', '回答', '内容', '內容'],
    ...['坐席', '客服说', 'say', 'text', 'sentence', 'answer', 'scripts'],
  ],
  note: [
    ...(['备注', '備註', 'Notes', '说明', '說明', '操作', '操作说明', '动作', '注意', '注意事项'] as const),
    ...['注意事項', '提示', '要求', 'note', 'remarks', 'remark', 'comment', 'instruction'],
  ],
  prohibitions: [
    ...(['禁语', '禁語', 'Never', '禁用语', '禁用語', '禁忌', '禁忌用语', '服务禁语', '服務禁語'] as const),
    ...['不可以', '不能说', '不能說', '不要说', '忌语', 'forbidden', 'prohibitions', 'do not say'],
  ],
};

/** The column of each place in the sheet; null for one that is not imported. */
export type ScriptMapping = readonly (ScriptColumn | null)[];

/** By the headings; the first of several with one meaning counts. */
export function guessMapping(headings: readonly string[]): ScriptMapping {
  const used = new Set<ScriptColumn>();
  return headings.map((heading) => {
    const plain = plainHeading(heading);
    const column = SCRIPT_COLUMNS.find((one) =>
      SCRIPT_COLUMN_NAMES[one].some((name) => plainHeading(name) === plain),
    );
    if (column === undefined || used.has(column)) return null;
    used.add(column);
    return column;
  });
}
