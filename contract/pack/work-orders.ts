import * as v from 'valibot';
import { idSchema } from './id.ts';
import { localizedTextSchema } from './localized-text.ts';
import { range } from './range.ts';
import { workOrderKindSchema } from './work-order-kind.ts';

/** Work orders of a team: who owns what, which kinds there are, what makes a complaint major. */
export const workOrdersSchema = v.strictObject({
  owners: v.pipe(v.array(v.strictObject({ id: idSchema, name: localizedTextSchema })), v.minLength(1)),
  kinds: v.pipe(v.array(workOrderKindSchema), v.minLength(1)),
  /** Handbook §4.2 and §4.3. */
  major: v.strictObject({
    copiedTo: v.array(idSchema),
    /** The same fault from so many different customers within so many days is a batch. */
    batchCustomers: range(2, 50, 'people'),
    batchDays: range(1, 365, 'd'),
  }),
  /** Answers that can be promised in working days, beside the hours of the settings. */
  promisesInWorkingDays: v.array(range(1, 60, 'd')),
});

export type WorkOrders = v.InferOutput<typeof workOrdersSchema>;

const words = (cn: string, tw: string, en: string) => ({ 'zh-CN': cn, 'zh-TW': tw, en });

/** What an order of a kind that the pack does not name goes by: it still has an owner and a clock. */
export const PLAIN_KIND = v.parse(workOrderKindSchema, {
  id: 'other',
  name: words('其他', '其他', 'Other'),
  category: 'business',
  stages: [
    {
      id: 'handle',
      name: words('处理', '處理', 'Handling'),
      owner: 'hotline-supervisor',
      within: { unit: 'h', count: 24 },
      warnBefore: 120,
    },
  ],
});

/** For a pack that says nothing of work orders. */
export const DEFAULT_WORK_ORDERS: WorkOrders = {
  owners: [
    { id: 'agent', name: words('坐席', '客服專員', 'Agent') },
    { id: 'hotline-supervisor', name: words('热线主管', '專線主管', 'Hotline supervisor') },
  ],
  kinds: [PLAIN_KIND],
  major: { copiedTo: [], batchCustomers: 3, batchDays: 30 },
  promisesInWorkingDays: [],
};
