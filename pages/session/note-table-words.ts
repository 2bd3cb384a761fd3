import { i18n } from '#i18n';
import { outcomeText } from '../../components/records/outcome-text.ts';
import type { NoteTableWords } from '../../storage/notes/export-notes.ts';

/** The words of an exported table, in the reader's language. */
export const noteTableWords: NoteTableWords = {
  heading: (column) => i18n.t(`records.column.${column}`),
  direction: (direction) => i18n.t(`caller.${direction}`),
  title: (title) => i18n.t(`note.${title}`),
  category: (category) => i18n.t(`note.categories.${category}`),
  yesOrNo: (yes) => i18n.t(yes ? 'records.yes' : 'records.no'),
  end: outcomeText,
};
