import { i18n } from '#i18n';
import { Icon } from './icon.tsx';
import './managed-badge.css';

/** Explains why a field cannot be changed here. */
export function ManagedBadge() {
  return (
    <span class="managed-badge">
      <Icon name="lock" />
      {i18n.t('options.managed')}
    </span>
  );
}
