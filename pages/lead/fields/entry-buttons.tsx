import { i18n } from '#i18n';
import { Icon } from '../../../components/icon.tsx';

interface EntryButtonsProps {
  /** The entry's name in the button labels: 第 3 步. */
  readonly name: string;
  readonly placeName: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** Move up, move down and remove. At an end the button is `aria-disabled`, not disabled, so that it keeps the focus. */
export function EntryButtons({ name, placeName, first, last, onMove, onRemove }: EntryButtonsProps) {
  const button = (
    id: string,
    label: string,
    icon: 'up' | 'down' | 'close',
    off: boolean,
    press: () => void,
  ) => (
    <button
      type="button"
      class="button button--bare button--square"
      data-place={`${placeName}.${id}`}
      aria-label={`${name}：${label}`}
      title={label}
      aria-disabled={off}
      onClick={() => {
        if (!off) press();
      }}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <>
      {button('up', i18n.t('lead.up'), 'up', first, () => onMove(-1))}
      {button('down', i18n.t('lead.down'), 'down', last, () => onMove(1))}
      {button('remove', i18n.t('lead.remove'), 'close', false, onRemove)}
    </>
  );
}
