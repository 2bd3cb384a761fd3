import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import type { DirectoryEntryView } from '../dial/directory-views.ts';
import { PlaceHours } from '../dial/place-hours.tsx';

interface PalettePlacesProps {
  readonly places: readonly DirectoryEntryView[];
  /** Puts name and number into the script's sentences; null without a call. */
  readonly onPoint: ((place: string) => void) | null;
}

/** Numbers to give to a caller who asks for one or dialled a wrong one. */
export function PalettePlaces({ places, onPoint }: PalettePlacesProps) {
  return (
    <section class="palette-places" aria-label={i18n.t('transfer.directory')}>
      <h3>{i18n.t('transfer.directory')}</h3>
      <ul>
        {places.map(({ key, name, number, hint, address, open }) => (
          <li key={key}>
            <strong>{name}</strong>
            <span class="palette-places__number">{number}</span>
            <PlaceHours hint={hint} open={open} />
            {address !== null && <span class="palette-places__address">{address}</span>}
            {onPoint !== null && (
              <Button label={i18n.t('palette.pointTo', { name })} onPress={() => onPoint(key)}>
                {i18n.t('palette.point')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
