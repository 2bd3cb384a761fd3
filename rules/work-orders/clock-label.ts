import { textIn } from '../../contract/pack/localized-text.ts';
import type { Words } from '../../contract/words.ts';
import type { OrderClock } from './order-clock.ts';
import type { WorkOrder } from './work-order.ts';

/** What a clock counts, in a few words: the stage, the deadline, the promised answer. */
export function clockLabel({ kind }: WorkOrder, { of }: OrderClock, words: Words): string {
  const named = (list: typeof kind.stages | typeof kind.deadlines, wanted: string) =>
    textIn(list.find(({ id }) => id === wanted)?.name, words('language'), wanted);
  switch (of.kind) {
    case 'stage':
      return named(kind.stages, of.stage);
    case 'return':
      return words('orders.returnClock');
    case 'deadline':
      return named(kind.deadlines, of.deadline);
    case 'answer':
      return words('orders.answerClock');
    case 'inform-caller':
      return words('orders.informClock');
  }
}
