import { EMPTY_FIELDS } from '../../contract/note/note.ts';
import type { StoredNote } from '../../storage/notes/stored-note.ts';

const PHRASES = [
  '空调不制冷',
  '要求退款',
  '发票未收到',
  '安装师傅没有来',
  '询问保修期',
  '已查订单',
  '承诺两小时内回电',
  '客户表示满意',
  '型号待核对',
  '物流显示已签收',
  '转主管处理',
  '补寄配件',
  '遥控器失灵',
  '噪声很大',
  '改约时间',
  '地址有误',
];
const SURNAMES = Array.from('王李张刘陈杨黄赵吴周');
const DAYS = 1_000;
const DAY_MS = 86_400_000;

/**
 * The `index`-th of `total` notes, the last one now: a different mix of phrases each, the same in
 * every run.
 */
export function syntheticNote(index: number, total: number, now: number): StoredNote {
  const pick = <T>(list: readonly T[], salt: number) =>
    list[Math.imul(index + salt, 2_654_435_761) % list.length];
  const createdAt = now - Math.floor(((total - 1 - index) / total) * DAYS) * DAY_MS;
  const phrases = [1, 2, 3, 4, 5].map((salt) => pick(PHRASES, salt * 977) ?? '');
  return {
    ...EMPTY_FIELDS,
    id: `note-${index}`,
    createdAt,
    updatedAt: createdAt,
    contact: {
      ...{
        kind: 'call',
        call: `call-${index}`,
        direction: 'inbound',
        displayName: null,
        startedAt: createdAt,
      },
      number: `+861390${String(index).padStart(7, '0')}`,
    },
    surname: pick(SURNAMES, 5) ?? '',
    text: `${phrases.join(',')}。单号 ${index}`,
    tags: index % 7 === 0 ? ['退款'] : [],
  };
}
