import type { NumberStatus } from '../../calls/vocabulary/number-status.ts';
import type { PackLanguage } from '../../contract/pack/localized-text.ts';
import { say } from './say.ts';
import { holdsFrom, NEVER, type TriggerRule } from './trigger-rule.ts';

/** Holds from the ring to the end of the call. */
export const numberKnown: TriggerRule<'number-known'> = {
  kind: 'number-known',
  holds({ as }, { call }, now) {
    if (call.recognisedAt === null || call.call.state === 'ended' || !call.knownAs.includes(as)) return NEVER;
    return holdsFrom(call.recognisedAt, now, { kind: 'number-known', as });
  },
  sentence({ as }, language) {
    const words = statusWords(as, language);
    return say(
      language,
      `来电号码已知为${words}时`,
      `來電號碼已知為${words}時`,
      `when the number is known as ${words}`,
    );
  },
};

function statusWords(status: NumberStatus, language: PackLanguage): string {
  switch (status) {
    case 'harassment':
      return say(language, '骚扰来电', '騷擾來電', 'a harassing caller');
    case 'vip':
      return say(language, '贵宾', '貴賓', 'a VIP');
    case 'open-complaint':
      return say(language, '投诉未结', '申訴未結', 'having an open complaint');
    case 'open-work-order':
      return say(language, '工单未结', '工單未結', 'having an open work order');
    case 'called-before':
      return say(language, '来过电', '來過電', 'having called before');
  }
}
