import type { PackLanguage } from '../../contract/pack/localized-text.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import { TITLE_WORDS } from '../../contract/pack/placeholders.ts';
import { localTime } from '../time/local-time.ts';
import { say } from '../triggers/say.ts';
import type { WorkOrder } from './work-order.ts';

/** The frame of a letter: what stands before and after the result. */
export interface ReplyFrame {
  readonly before: string;
  readonly after: string;
}

/**
 * A written reply for a major case (handbook §4.5); null for any other. Of the order it tells the day and the product, which the
 * caller knows: nothing of record, remarks, stages or owners, which are internal.
 */
export function writtenReply(
  order: WorkOrder,
  pack: Pack,
  place: { readonly language: PackLanguage; readonly utcOffsetMinutes: number; readonly hotline: string },
): ReplyFrame | null {
  if (order.major === null) return null;
  const { language, utcOffsetMinutes } = place;
  const hotline = place.hotline === '' ? pack.settings.hotline[language] : place.hotline;
  const { day } = localTime(order.openedAt, utcOffsetMinutes);
  const product = [order.record?.product ?? '', order.record?.model ?? '']
    .filter((part) => part !== '')
    .join(' ');
  const about =
    product === '' ? '' : say(language, `“${product}”的`, `「${product}」的`, ` about ${product}`);
  const to = callerOf(order, language);
  return {
    before: say(
      language,
      `尊敬的${to}：\n您于 ${day} 反映的${about}问题，我们已经处理，现将结果答复如下：`,
      `親愛的${to}：\n您於 ${day} 反應的${about}問題，我們已經處理，茲將結果回覆如下：`,
      `Dear ${to},\nwe have dealt with the matter${about} that you told us of on ${day}. The result:`,
    ),
    after: say(
      language,
      `给您带来的不便，我们深表歉意。如有疑问，请随时来电。\n${hotline}`,
      `造成您的不便，我們深感抱歉。如有疑問，歡迎隨時來電。\n${hotline}`,
      `We are sorry for the trouble. Please call us at any time.\n${hotline}`,
    ),
  };
}

function callerOf({ surname, title }: WorkOrder, language: PackLanguage): string {
  if (surname === '') return say(language, '顾客', '客戶', 'customer');
  const word = title === null ? '' : TITLE_WORDS[title][language];
  return language === 'en' ? `${word} ${surname}`.trim() : `${surname}${word}`;
}
