import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { AccountedList } from './accounted-list.tsx';
import { EraseForm } from './erase-form.tsx';
import { KeepDaysForm } from './keep-days-form.tsx';
import './keeping.css';
import type { KeepingAction, KeepingView } from './keeping-view.ts';

interface KeepingPartProps {
  readonly view: KeepingView;
  readonly act: (action: KeepingAction) => void;
}

/** Retention, persistent storage, erasure and the audit log. */
export function KeepingPart({ view, act }: KeepingPartProps) {
  return (
    <div class="keeping">
      <KeepDaysForm view={view} onSave={(days) => act({ do: 'keep-days', days })} />
      <Storage view={view} onAsk={() => act({ do: 'make-persistent' })} />
      {view.unlocked ? (
        <>
          <EraseForm erasure={view.erasure} onErase={(number) => act({ do: 'erase-number', number })} />
          <AccountedList accounted={view.accounted} />
        </>
      ) : (
        <p class="keeping__locked">
          <Icon name="lock" />
          {i18n.t('keeping.locked')}
        </p>
      )}
    </div>
  );
}

const MEGABYTE = 1024 * 1024;

function Storage({ view: { storage }, onAsk }: { readonly view: KeepingView; readonly onAsk: () => void }) {
  const used = Math.max(1, Math.round(storage.usedBytes / MEGABYTE));
  return (
    <section class="keeping__storage" aria-label={i18n.t('keeping.storage')}>
      <p class={storage.persistent ? 'options__done' : 'keeping__warning'}>
        <Icon name={storage.persistent ? 'check' : 'warning'} />
        {i18n.t(storage.persistent ? 'keeping.persistent' : 'keeping.notPersistent')}
      </p>
      <p class="field__hint">{i18n.t('keeping.used', { megabytes: used })}</p>
      {!storage.persistent && <Button onPress={onAsk}>{i18n.t('keeping.makePersistent')}</Button>}
    </section>
  );
}
