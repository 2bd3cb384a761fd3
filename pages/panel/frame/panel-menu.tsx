import { i18n } from '#i18n';
import type { Act } from './panel-action.ts';
import { Sheet } from './sheet.tsx';
import './panel-menu.css';

/** The menu of what is rarely needed during calls. */
export function PanelMenu({ act }: { readonly act: Act }) {
  const close = () => act({ do: 'overlay', open: 'none' });
  return (
    <Sheet title={i18n.t('menu.title')} onClose={close}>
      <nav class="panel-menu">
        <Item onPress={() => act({ do: 'overlay', open: 'palette' })}>{i18n.t('keys.find')}</Item>
        <Item onPress={() => act({ do: 'overlay', open: 'keys' })}>{i18n.t('keys.title')}</Item>
        <Item onPress={() => act({ do: 'open-figures' })}>{i18n.t('menu.figures')}</Item>
        <Item onPress={() => act({ do: 'overlay', open: 'shift' })}>{i18n.t('shift.title')}</Item>
        <Item onPress={() => act({ do: 'overlay', open: 'harassment' })}>{i18n.t('harassment.title')}</Item>
        <Item onPress={() => act({ do: 'on-practice', action: { do: 'begin' } })}>
          {i18n.t('practice.begin')}
        </Item>
        <Item onPress={() => act({ do: 'open-options' })}>{i18n.t('menu.options')}</Item>
        <Item onPress={() => act({ do: 'open-lead' })}>{i18n.t('lead.title')}</Item>
        <Item onPress={() => act({ do: 'lock' })}>{i18n.t('menu.lock')}</Item>
      </nav>
    </Sheet>
  );
}

function Item({ children, onPress }: { readonly children: string; readonly onPress: () => void }) {
  return (
    <button type="button" class="panel-menu__item" onClick={onPress}>
      {children}
    </button>
  );
}
