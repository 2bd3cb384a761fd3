import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import type { DirectoryEntryView } from '../dial/directory-views.ts';
import { PlaceHours } from '../dial/place-hours.tsx';
import type { Act } from '../frame/panel-action.ts';
import './place-choice.css';

interface PlaceChoiceProps {
  readonly places: readonly DirectoryEntryView[];
  readonly act: Act;
}

/** More are found by the palette. */
const MOST = 6;

/** The place that the script's sentence will name, with its number and hours: chosen first. */
export function PlaceChoice({ places, act }: PlaceChoiceProps) {
  if (places.length === 0) return null;
  return (
    <section class="place-choice" aria-label={i18n.t('script.choosePlace')}>
      <h2 class="place-choice__title">{i18n.t('script.choosePlace')}</h2>
      <ul class="place-choice__list">
        {places.slice(0, MOST).map(({ key, name, number, hint, open }) => (
          <li key={key}>
            <button
              type="button"
              class="place-choice__place"
              onClick={() => act({ do: 'point-to-place', place: key })}
            >
              <strong>{name}</strong> <span class="place-choice__number">{number}</span>
              <PlaceHours hint={hint} open={open} />
            </button>
          </li>
        ))}
      </ul>
      {places.length > MOST && (
        <Button variant="bare" onPress={() => act({ do: 'overlay', open: 'palette' })}>
          {i18n.t('script.otherPlace')}
        </Button>
      )}
    </section>
  );
}
