import { i18n } from '#i18n';
import type { DirectoryEntry } from '../../../contract/pack/directory.ts';
import { textOr } from '../fields/localized-field.tsx';
import { PickField } from '../fields/pick-field.tsx';
import type { Place } from '../fields/place.ts';

interface DirectoryPickProps {
  readonly place: Place;
  readonly label: string;
  readonly value: string | undefined;
  readonly directory: readonly DirectoryEntry[];
  readonly onChange: (id: string | undefined) => void;
}

/** Nobody, or one entry of the directory with its number. */
export function DirectoryPick({ place, label, value, directory, onChange }: DirectoryPickProps) {
  return (
    <PickField
      place={place}
      label={label}
      value={value ?? ''}
      choices={[
        { id: '', label: i18n.t('lead.nobody') },
        ...directory.map(({ id, name, number }) => ({
          id,
          label: `${textOr(name, place.language)} ${number}`,
        })),
      ]}
      onPick={(id) => onChange(id === '' ? undefined : id)}
    />
  );
}
