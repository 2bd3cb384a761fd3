import type { EditorFields } from '../../../contract/pack/editor-field.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { PlainSection } from '../scripts/scripts-view.ts';
import { CALENDAR_FIELDS } from './calendar-fields.ts';
import { COURTESY_FIELDS } from './courtesy-fields.ts';
import { DIRECTORY } from './directory-fields.ts';
import { FESTIVALS } from './festival-fields.ts';
import { HOTLINES } from './hotline-fields.ts';
import { ORDER_FIELDS } from './order-fields.ts';
import { SETTINGS_FIELDS } from './settings-fields.ts';
import { SHIFT_FIELDS } from './shift-fields.ts';

/** The parts of a pack that one form edits as a whole. */
export const SECTION_FIELDS: EditorFields<Pick<Pack, PlainSection>> = {
  courtesy: { kind: 'group', fields: COURTESY_FIELDS },
  hotlines: { ...HOTLINES, why: 'lead.form.hotlinesWhy' },
  festivals: { ...FESTIVALS, why: 'lead.form.festivalsWhy' },
  workOrders: { kind: 'group', fields: ORDER_FIELDS },
  calendar: { kind: 'group', fields: CALENDAR_FIELDS },
  shift: { kind: 'group', fields: SHIFT_FIELDS },
  settings: { kind: 'group', fields: SETTINGS_FIELDS },
  directory: DIRECTORY,
};
