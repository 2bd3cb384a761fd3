import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import type { HelpRefusal } from '../../../contract/messages/presence-message.ts';
import type { Act } from '../frame/panel-action.ts';
import './help.css';
import type { HelpView } from './help-view.ts';

interface HelpStripProps {
  readonly view: HelpView;
  readonly act: Act;
}

/** The state of the help request and the supervisor's message, over the script's last line. */
export function HelpStrip({ view: { help, message }, act }: HelpStripProps) {
  if (help.status === 'none' && message === null) return null;
  return (
    <div class="help-strip" role="status">
      {message !== null && (
        <p class="help-strip__row">
          <span>{i18n.t('help.says', { by: message.by, text: message.text })}</span>
          <Button
            variant="bare"
            icon="close"
            label={i18n.t('common.close')}
            onPress={() => act({ do: 'dismiss-help-message', id: message.id })}
          />
        </p>
      )}
      {help.status !== 'none' && (
        <p class="help-strip__row">
          <Icon name={help.status === 'refused' ? 'warning' : 'help'} />
          <span>{helpOf(help)}</span>
          <Button variant="bare" onPress={() => act({ do: 'help-over', id: help.id })}>
            {i18n.t(help.status === 'refused' ? 'common.close' : 'help.withdraw')}
          </Button>
        </p>
      )}
    </div>
  );
}

function helpOf(help: Exclude<HelpView['help'], { readonly status: 'none' }>): string {
  switch (help.status) {
    case 'sending':
      return i18n.t('help.sending');
    case 'asked':
      return i18n.t('help.asked');
    case 'refused':
      return refusalText(help.why);
    case 'coming':
      return i18n.t('help.coming', { by: help.by });
  }
}

/** What the agent can do instead is always the same: transfer, or call out. */
function refusalText(why: HelpRefusal): string {
  switch (why) {
    case 'content':
      return i18n.t('help.refused.content');
    case 'too-many':
      return i18n.t('help.refused.tooMany');
    case 'signed-out':
      return i18n.t('help.refused.signedOut');
    case 'not-allowed':
      return i18n.t('help.refused.notAllowed');
    case 'version':
      return i18n.t('help.refused.version');
  }
}
