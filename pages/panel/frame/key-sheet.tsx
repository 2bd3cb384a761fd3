import { i18n } from '#i18n';
import { KEY_MODIFIER, keyLabel } from '../../../components/key-label.ts';
import { KEY_COMMANDS, type KeyMap } from '../../session/key-map.ts';
import { Sheet } from './sheet.tsx';
import './key-sheet.css';

interface KeySheetProps {
  readonly keys: KeyMap;
  readonly onClose: () => void;
}

/** All keys on one page. */
export function KeySheet({ keys, onClose }: KeySheetProps) {
  return (
    <Sheet title={i18n.t('keys.title')} onClose={onClose}>
      <dl class="key-sheet">
        {KEY_COMMANDS.map((command) => (
          <Row key={command} press={keyLabel(keys[command])} does={i18n.t(`keys.${command}`)} />
        ))}
        <Row press={`${KEY_MODIFIER}+1…9`} does={i18n.t('keys.pinned')} />
        <Row press="1…9+Enter" does={i18n.t('keys.pinnedBare')} />
        <Row press="/" does={i18n.t('keys.slash')} />
        <Row press="Enter" does={i18n.t('keys.enter')} />
        <Row press="?" does={i18n.t('keys.sheet')} />
        <Row press="Esc" does={i18n.t('keys.escape')} />
      </dl>
      <p class="key-sheet__hint">{i18n.t('keys.mac')}</p>
      <p class="key-sheet__hint">{i18n.t('keys.composing')}</p>
    </Sheet>
  );
}

function Row({ press, does }: { readonly press: string; readonly does: string }) {
  return (
    <div class="key-sheet__row">
      <dt>{does}</dt>
      <dd>
        {press.split('+').map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dd>
    </div>
  );
}
