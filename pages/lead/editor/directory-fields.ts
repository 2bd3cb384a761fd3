import type { DirectoryEntry } from '../../../contract/pack/directory.ts';
import type { EditorField, EditorFields } from '../../../contract/pack/editor-field.ts';
import { POSITION_WORDS } from '../../../rules/shift/staff-at.ts';
import { BLANK_TEXT, textOr } from '../fields/localized-field.tsx';
import { OFFICE_HOURS, WEEKLY_SPANS } from './clock-span-fields.ts';

const COMMON: EditorFields<Pick<DirectoryEntry, 'name' | 'number' | 'hours' | 'tags'>> = {
  name: { kind: 'localized', label: 'lead.entryName' },
  number: { kind: 'text', digits: true, label: 'lead.entryNumber' },
  hours: WEEKLY_SPANS,
  tags: { kind: 'words', label: 'lead.tags' },
};

const NEW = { id: 'entry', name: BLANK_TEXT, number: '', hours: [OFFICE_HOURS], tags: [] };

/** Transfer targets. Agents see them in the order of this list. */
export const DIRECTORY: EditorField<DirectoryEntry[]> = {
  kind: 'list',
  nth: 'lead.nthEntry',
  head: ({ name, number }, language) => `${textOr(name, language)} ${number}`,
  add: [{ words: 'lead.addEntry', blank: { kind: 'department', ...NEW } }],
  item: {
    kind: 'variant',
    by: 'kind',
    label: 'lead.entryKind',
    choices: {
      department: 'lead.directoryKind.department',
      store: 'lead.directoryKind.store',
      person: 'lead.directoryKind.person',
      queue: 'lead.directoryKind.queue',
      outside: 'lead.directoryKind.outside',
    },
    blank: {
      department: { kind: 'department', ...NEW },
      store: { kind: 'store', ...NEW, address: BLANK_TEXT },
      person: { kind: 'person', ...NEW, position: 'team-lead' },
      queue: { kind: 'queue', ...NEW },
      outside: { kind: 'outside', ...NEW },
    },
    cases: {
      department: COMMON,
      store: { ...COMMON, address: { kind: 'localized', label: 'lead.address' } },
      person: {
        position: {
          kind: 'choice',
          label: 'lead.position',
          choices: POSITION_WORDS,
        },
        ...COMMON,
      },
      queue: COMMON,
      outside: COMMON,
    },
  },
};
