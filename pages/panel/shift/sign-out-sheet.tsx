import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import type { Act } from '../frame/panel-action.ts';
import { Sheet } from '../frame/sheet.tsx';
import './shift.css';
import type { SignOutView } from './shift-view.ts';

/** Before signing out: what is still open, with links to it. It does not prevent leaving. */
export function SignOutSheet({ view, act }: { readonly view: SignOutView; readonly act: Act }) {
  const { orders, callBacks, followUps, unfinished, handedOver } = view;
  const nothingOpen = orders + callBacks + followUps + unfinished === 0 && handedOver;
  return (
    <Sheet title={i18n.t('shift.signOut')} onClose={() => act({ do: 'overlay', open: 'none' })}>
      {nothingOpen ? (
        <p>{i18n.t('shift.nothingOpen')}</p>
      ) : (
        <>
          <p>{i18n.t('shift.stillOpen')}</p>
          <ul class="sign-out-sheet__open">
            {unfinished > 0 && (
              <Open onGo={() => act({ do: 'open-tab', tab: 'call' })}>
                {i18n.t('shift.openWrapUp', { count: unfinished })}
              </Open>
            )}
            {followUps > 0 && (
              <Open onGo={() => act({ do: 'open-tab', tab: 'call' })}>
                {i18n.t('shift.openFollowUps', { count: followUps })}
              </Open>
            )}
            {orders > 0 && (
              <Open onGo={() => act({ do: 'open-tab', tab: 'orders' })}>
                {i18n.t('shift.openOrders', { count: orders })}
              </Open>
            )}
            {callBacks > 0 && (
              <Open onGo={() => act({ do: 'open-tab', tab: 'call-backs' })}>
                {i18n.t('shift.openCallBacks', { count: callBacks })}
              </Open>
            )}
            {!handedOver && (
              <Open onGo={() => act({ do: 'open-tab', tab: 'handover' })}>{i18n.t('shift.noHandover')}</Open>
            )}
          </ul>
        </>
      )}
      <Button variant="main" onPress={() => act({ do: 'on-shift', action: { do: 'sign-out' } })}>
        {nothingOpen ? i18n.t('shift.signOut') : i18n.t('shift.signOutAnyway')}
      </Button>
      <p class="sign-out-sheet__why">{i18n.t('shift.signOutMeans')}</p>
    </Sheet>
  );
}

function Open({ children, onGo }: { readonly children: string; readonly onGo: () => void }) {
  return (
    <li>
      <span>{children}</span>
      <Button onPress={onGo}>{i18n.t('shift.goThere')}</Button>
    </li>
  );
}
