import { textIn } from '../../contract/pack/localized-text.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { Words } from '../../contract/words.ts';
import { localTime } from '../time/local-time.ts';
import type { Zone } from '../time/zone-offset.ts';
import type { WorkOrder } from './work-order.ts';

/** The frame of a letter: what stands before and after the result. */
export interface ReplyFrame {
  readonly before: string;
  readonly after: string;
}

/**
 * A written reply for a major case (handbook §4.5); null for any other. It names the day and the
 * product, which the caller knows. Record, remarks, stages and owners are internal and stay out.
 */
export function writtenReply(
  order: WorkOrder,
  pack: Pack,
  place: { readonly words: Words; readonly utcOffsetMinutes: Zone; readonly hotline: string },
): ReplyFrame | null {
  if (order.major === null) return null;
  const { words, utcOffsetMinutes } = place;
  const hotline = place.hotline === '' ? textIn(pack.settings.hotline, words('language')) : place.hotline;
  const { day } = localTime(order.openedAt, utcOffsetMinutes);
  const product = [order.record?.product ?? '', order.record?.model ?? '']
    .filter((part) => part !== '')
    .join(' ');
  const to = callerOf(order, words);
  return {
    before:
      product === '' ? words('reply.before', { to, day }) : words('reply.beforeAbout', { to, day, product }),
    after: words('reply.after', { hotline }),
  };
}

function callerOf({ surname, title }: WorkOrder, words: Words): string {
  if (surname === '') return words('reply.customer');
  return title === null ? surname : words('reply.name', { surname, title: words(`note.${title}`) });
}
