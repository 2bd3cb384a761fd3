import * as v from 'valibot';
import { idSchema } from './id.ts';
import { localizedTextSchema } from './localized-text.ts';
import { range } from './range.ts';
import { workOrderKindSchema } from './work-order-kind.ts';

/** Work orders of a team: owners, kinds, and what makes a complaint major. */
export const workOrdersSchema = v.strictObject({
  owners: v.pipe(
    v.array(
      v.strictObject({
        id: idSchema,
        name: localizedTextSchema,
        /** The owner who is notified where this one is absent or late; absent: nobody. */
        deputy: v.exactOptional(idSchema),
      }),
    ),
    v.minLength(1),
  ),
  kinds: v.pipe(v.array(workOrderKindSchema), v.minLength(1)),
  /** Handbook §4.2 and §4.3. */
  major: v.strictObject({
    copiedTo: v.array(idSchema),
    /** The same fault from this many customers within this many days is a batch. */
    batchCustomers: range(2, 50, 'people'),
    batchDays: range(1, 365, 'd'),
  }),
  /** Promises in working days, in addition to the hours of the settings. */
  promisesInWorkingDays: v.array(range(1, 60, 'd')),
});

export type WorkOrders = v.InferOutput<typeof workOrdersSchema>;

/** Replaces a kind that the pack does not know: the order has an owner and a deadline. */
export const PLAIN_KIND = v.parse(workOrderKindSchema, {
  id: 'other',
  name: { 'zh-CN': '其他', 'zh-TW': '其他', en: 'Other' },
  category: 'business',
  stages: [
    {
      id: 'handle',
      name: { 'zh-CN': '处理', 'zh-TW': '處理', en: 'Handling' },
      owner: 'hotline-supervisor',
      within: { unit: 'h', count: 24 },
      warnBefore: 120,
    },
  ],
});

/** For a pack without work orders. */
export const DEFAULT_WORK_ORDERS: WorkOrders = {
  owners: [
    {
      id: 'agent',
      name: { 'zh-CN': '坐席', 'zh-TW': '客服專員', en: 'Agent' },
      deputy: 'hotline-supervisor',
    },
    {
      id: 'hotline-supervisor',
      name: { 'zh-CN': '热线主管', 'zh-TW': '專線主管', en: 'Hotline supervisor' },
    },
  ],
  kinds: [PLAIN_KIND],
  major: { copiedTo: [], batchCustomers: 3, batchDays: 30 },
  promisesInWorkingDays: [],
};
