import type { CallerTitle } from '../../calls/vocabulary/caller-title.ts';
import type { Note } from '../../contract/note/note.ts';
import type { CallBack } from '../call-backs/fold-call-backs.ts';
import type { WorkOrder } from '../work-orders/work-order.ts';

interface Named {
  readonly surname: string;
  readonly title: CallerTitle | null;
}

/** A name that can be said: nobody is addressed as 王 alone. */
export interface KnownCaller {
  readonly surname: string;
  readonly title: CallerTitle;
}

/**
 * Who calls from a number with an open order or call-back: they are greeted by name and not asked
 * for it. Null without an open matter, and where two people have one: a wrong name is worse than
 * the question.
 */
export function knownCaller(
  orders: readonly Pick<WorkOrder, 'surname' | 'title'>[],
  callBacks: readonly Pick<CallBack, 'surname' | 'title'>[],
  notes: readonly Pick<Note, 'surname' | 'title'>[],
): KnownCaller | null {
  const open: readonly Named[] = [...orders, ...callBacks];
  if (open.length === 0) return null;
  const surnames = new Set(open.map(({ surname }) => surname.trim()).filter((surname) => surname !== ''));
  if (surnames.size > 1) return null;
  const [surname] = surnames.size === 0 ? notes.map((note) => note.surname.trim()) : surnames;
  if (surname === undefined || surname === '') return null;
  const titles = [...open, ...notes].filter((one) => one.surname.trim() === surname);
  const title = titles.find((one) => one.title !== null)?.title ?? null;
  return title === null ? null : { surname, title };
}
