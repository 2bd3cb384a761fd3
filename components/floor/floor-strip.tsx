import { i18n } from '#i18n';
import { Button } from '../button.tsx';
import { Icon } from '../icon.tsx';
import type { Act } from '../panel-action.ts';
import './floor.css';
import type { FloorView } from './floor-view.ts';

interface FloorStripProps {
  readonly floor: FloorView;
  readonly act: Act;
}

/** Whether help is coming, and what the supervisor says: over the script's last line, so that nothing moves. */
export function FloorStrip({ floor: { help, message }, act }: FloorStripProps) {
  if (help.standing === 'none' && message === null) return null;
  return (
    <div class="floor-strip" role="status">
      {message !== null && (
        <p class="floor-strip__row">
          <span>{i18n.t('floor.says', { by: message.by, text: message.text })}</span>
          <Button
            look="bare"
            icon="close"
            label={i18n.t('common.close')}
            onPress={() => act({ do: 'dismiss-floor-message', id: message.id })}
          />
        </p>
      )}
      {help.standing !== 'none' && (
        <p class="floor-strip__row">
          <Icon name="help" />
          <span>{helpOf(help)}</span>
          <Button look="bare" onPress={() => act({ do: 'help-over', id: help.id })}>
            {i18n.t('floor.takeBack')}
          </Button>
        </p>
      )}
    </div>
  );
}

function helpOf(help: Exclude<FloorView['help'], { readonly standing: 'none' }>): string {
  switch (help.standing) {
    case 'sending':
      return i18n.t('floor.sending');
    case 'asked':
      return i18n.t('floor.asked');
    case 'coming':
      return i18n.t('floor.coming', { by: help.by });
  }
}
