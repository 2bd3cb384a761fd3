import { i18n } from '#i18n';
import type { DirectoryEntry, WeeklySpan } from '../../../contract/pack/directory.ts';
import { EditList } from '../fields/edit-list.tsx';
import { LineField } from '../fields/line-field.tsx';
import { BLANK_TEXT, LocalizedField, textOr } from '../fields/localized-field.tsx';
import { PickField } from '../fields/pick-field.tsx';
import { into, type Place } from '../fields/place.ts';
import { WordsField } from '../fields/words-field.tsx';
import { DIRECTORY_KIND_WORDS, POSITION_WORDS } from '../words/directory-words.ts';
import { picksOf } from '../words/word.ts';
import { freshId } from './fresh-id.ts';
import { WeeklySpanFields } from './weekly-span-fields.tsx';

interface DirectoryFormProps {
  readonly place: Place;
  readonly directory: readonly DirectoryEntry[];
  readonly onChange: (directory: DirectoryEntry[]) => void;
}

const KINDS = ['department', 'store', 'person', 'queue', 'outside'] as const;
const POSITIONS = [
  'floor-supervisor',
  'hotline-supervisor',
  'team-lead',
  'service-desk',
  'store-manager',
] as const;
const OFFICE_HOURS: WeeklySpan = { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '18:00' };

/** Where callers can be sent: the first ones stand first in the agent's list. */
export function DirectoryForm({ place, directory, onChange }: DirectoryFormProps) {
  return (
    <EditList<DirectoryEntry>
      place={place}
      items={directory}
      onChange={onChange}
      name={(n) => i18n.t('lead.nthEntry', { n: n + 1 })}
      head={({ name, number }) => `${textOr(name, place.language)} ${number}`}
      body={(entry, here, change) => <EntryFields place={here} entry={entry} onChange={change} />}
      adds={[
        {
          words: i18n.t('lead.addEntry'),
          make: () => ({
            kind: 'department',
            id: freshId('entry', directory),
            name: BLANK_TEXT,
            number: '',
            hours: [OFFICE_HOURS],
            tags: [],
          }),
        },
      ]}
    />
  );
}

interface EntryFieldsProps {
  readonly place: Place;
  readonly entry: DirectoryEntry;
  readonly onChange: (entry: DirectoryEntry) => void;
}

function EntryFields({ place, entry, onChange }: EntryFieldsProps) {
  const { language } = place;
  return (
    <>
      <LocalizedField
        place={into(place, 'name')}
        label={i18n.t('lead.entryName')}
        value={entry.name}
        onChange={(name) => onChange({ ...entry, name })}
      />
      <div class="lead-row">
        <PickField
          place={into(place, 'kind')}
          label={i18n.t('lead.entryKind')}
          value={entry.kind}
          choices={picksOf(KINDS, DIRECTORY_KIND_WORDS, language)}
          onPick={(kind) => onChange(ofKind(entry, kind))}
        />
        <LineField
          place={into(place, 'number')}
          label={i18n.t('lead.entryNumber')}
          value={entry.number}
          onChange={(number) => onChange({ ...entry, number })}
        />
        {entry.kind === 'person' && (
          <PickField
            place={into(place, 'position')}
            label={i18n.t('lead.position')}
            value={entry.position}
            choices={picksOf(POSITIONS, POSITION_WORDS, language)}
            onPick={(position) => onChange({ ...entry, position })}
          />
        )}
      </div>
      {entry.kind === 'store' && (
        <LocalizedField
          place={into(place, 'address')}
          label={i18n.t('lead.address')}
          value={entry.address}
          onChange={(address) => onChange({ ...entry, address })}
        />
      )}
      <WordsField
        place={into(place, 'tags')}
        label={i18n.t('lead.tags')}
        value={entry.tags}
        onChange={(tags) => onChange({ ...entry, tags })}
      />
      <EditList
        place={into(place, 'hours')}
        items={entry.hours}
        onChange={(hours) => onChange({ ...entry, hours })}
        name={(n) => i18n.t('lead.nthSpan', { n: n + 1 })}
        body={(span, here, change) => <WeeklySpanFields place={here} span={span} onChange={change} />}
        adds={[{ words: i18n.t('lead.addSpan'), make: () => OFFICE_HOURS }]}
      />
    </>
  );
}

/** The same place as another kind: what only the old kind had is gone. */
function ofKind(entry: DirectoryEntry, kind: DirectoryEntry['kind']): DirectoryEntry {
  const { id, name, number, hours, tags } = entry;
  const common = { id, name, number, hours, tags };
  switch (kind) {
    case 'store':
      return { ...common, kind, address: entry.kind === 'store' ? entry.address : BLANK_TEXT };
    case 'person':
      return { ...common, kind, position: entry.kind === 'person' ? entry.position : 'team-lead' };
    case 'department':
    case 'queue':
    case 'outside':
      return { ...common, kind };
  }
}
