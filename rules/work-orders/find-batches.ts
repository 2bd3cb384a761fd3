import type { Instant } from '../../calls/call-event.ts';
import { numberForm } from '../../contract/numbers/number-form.ts';
import type { ComplaintRecord } from '../../contract/team/work-order-parts.ts';
import { kindOf } from './open-order.ts';
import type { OrderPages } from './order-log.ts';
import type { OrderRules } from './order-rules.ts';

const DAY_MS = 86_400_000;

/** The same fault from as many different customers as the pack calls a batch (handbook §4.2). */
export interface Batch {
  readonly fault: string;
  readonly product: string;
  /** When the fault was recorded for the last customer needed. */
  readonly since: Instant;
  readonly customers: number;
  readonly orders: readonly string[];
}

interface Report {
  readonly order: string;
  readonly at: Instant;
  readonly customer: string;
  readonly fault: string;
  readonly product: string;
}

/** All batches, each once. Faults and products are compared without spaces and case. */
export function findBatches(log: ReadonlyMap<string, OrderPages>, rules: OrderRules): readonly Batch[] {
  const reports = [...log.values()]
    .flatMap((pages) => reportOf(pages, rules))
    .sort((one, other) => one.at - other.at);
  const groups = new Map<string, Report[]>();
  for (const report of reports) {
    const key = `${wordOf(report.product)}|${wordOf(report.fault)}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [report]);
    else known.push(report);
  }
  return [...groups.values()].flatMap((group) => batchOf(group, rules));
}

/** The first window of days with enough customers; later reports belong to the batch, too. */
function batchOf(group: readonly Report[], { workOrders }: OrderRules): Batch[] {
  const { batchCustomers, batchDays } = workOrders.major;
  const customers = new Map<string, number>();
  let from = 0;
  for (const last of group) {
    customers.set(last.customer, (customers.get(last.customer) ?? 0) + 1);
    for (let first = group[from]; first !== undefined; first = group[from]) {
      if (first.at >= last.at - batchDays * DAY_MS) break;
      const left = (customers.get(first.customer) ?? 0) - 1;
      if (left > 0) customers.set(first.customer, left);
      else customers.delete(first.customer);
      from += 1;
    }
    if (customers.size < batchCustomers) continue;
    const members = group.slice(from);
    const orders = members.map(({ order }) => order);
    const all = new Set(members.map(({ customer }) => customer)).size;
    return [{ fault: last.fault, product: last.product, since: last.at, customers: all, orders }];
  }
  return [];
}

/** The fault in the order's newest record, and since when the record has it. */
function reportOf({ opened, rest }: OrderPages, rules: OrderRules): Report[] {
  const customer = numberForm(opened.number);
  if (customer === null || !kindOf(opened.kind, rules).canBeMajor) return [];
  const records: [Instant, ComplaintRecord][] = [
    ...(opened.record === null ? [] : [[opened.at, opened.record] satisfies [Instant, ComplaintRecord]]),
    ...rest.flatMap((event): [Instant, ComplaintRecord][] =>
      event.type === 'work-order-recorded' ? [[event.at, event.record]] : [],
    ),
  ];
  const newest = records.at(-1)?.[1];
  if (newest === undefined || wordOf(newest.fault) === '') return [];
  const same = ([, { fault, product }]: [Instant, ComplaintRecord]) =>
    wordOf(fault) === wordOf(newest.fault) && wordOf(product) === wordOf(newest.product);
  const at = records.find(same)?.[0] ?? opened.at;
  return [{ order: opened.subject, at, customer, fault: newest.fault, product: newest.product }];
}

function wordOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
}
