import type { PackLanguage } from '../../contract/pack/localized-text.ts';
import { say } from '../triggers/say.ts';
import type { OrderClock } from './order-clock.ts';
import type { WorkOrder } from './work-order.ts';

/** What a clock counts, in a few words: the stage, the deadline, the answer that was promised. */
export function clockLabel({ kind }: WorkOrder, { of }: OrderClock, language: PackLanguage): string {
  switch (of.kind) {
    case 'stage':
      return kind.stages.find(({ id }) => id === of.stage)?.name[language] ?? of.stage;
    case 'deadline':
      return kind.deadlines.find(({ id }) => id === of.deadline)?.name[language] ?? of.deadline;
    case 'answer':
      return say(language, '答复顾客', '回覆客戶', 'Answer to the caller');
    case 'inform-caller':
      return say(language, '告知顾客改期', '告知客戶改期', 'Tell the caller the new time');
  }
}
