import { i18n } from '#i18n';
import { fieldWord } from '../../../components/records/field-word.ts';
import { textIn } from '../../../contract/pack/localized-text.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { PendingFollowUp } from '../../../rules/follow-ups/pending-follow-up.ts';
import { kindOf } from '../../../rules/work-orders/open-order.ts';
import { panelLanguage } from '../../session/rules-context-of.ts';

/** What is left to do, in a few words. */
export function followUpText(
  { what, kind, fields }: Pick<PendingFollowUp, 'what' | 'kind' | 'fields'>,
  pack: Pack,
): string {
  switch (what) {
    case 'work-order':
      return i18n.t('orders.promisedOrder', { kind: textIn(kindOf(kind, pack).name, panelLanguage()) });
    case 'order-remark':
      return i18n.t('orders.promisedRemark');
    case 'call-back':
      return i18n.t('orders.promisedCallBack');
    case 'warning':
      return i18n.t('harassment.register');
    case 'note-fields':
      return i18n.t('followUp.fillNote', {
        fields: fields.map(fieldWord).join(panelLanguage() === 'en' ? ', ' : '、'),
      });
  }
}
