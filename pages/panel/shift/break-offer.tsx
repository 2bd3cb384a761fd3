import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import type { Act } from '../frame/panel-action.ts';
import './shift.css';
import type { BreakChoice } from './shift-view.ts';

/** The break offered after abuse (handbook §6.2). One press also ends the wrap-up. */
export function BreakOffer({ offer, act }: { readonly offer: BreakChoice; readonly act: Act }) {
  return (
    <div class="break-offer">
      <p>{i18n.t('shift.hardCall')}</p>
      <Button onPress={() => act({ do: 'on-shift', action: { do: 'start-break', reason: offer.id } })}>
        {i18n.t('shift.startBreak', { title: offer.title, minutes: offer.minutes })}
      </Button>
    </div>
  );
}
