import type { Pack } from '../../../contract/pack/pack.ts';
import { into, type Place } from '../fields/place.ts';
import type { PlainSection } from '../scripts/scripts-view.ts';
import { CalendarForm } from './calendar-form.tsx';
import { CourtesyForm } from './courtesy-form.tsx';
import { DirectoryForm } from './directory-form.tsx';
import { FestivalsForm } from './festivals-form.tsx';
import { OrdersForm } from './orders-form.tsx';
import { SettingsForm } from './settings-form.tsx';
import { ShiftForm } from './shift-form.tsx';

interface SectionFormProps {
  readonly section: PlainSection;
  readonly place: Place;
  readonly pack: Pack;
  readonly onChange: (more: Partial<Pack>) => void;
}

/** The part of the pack that one section edits as a whole. */
export function SectionForm({ section, place, pack, onChange }: SectionFormProps) {
  const here = into(place, section);
  switch (section) {
    case 'settings':
      return (
        <SettingsForm place={here} settings={pack.settings} onChange={(settings) => onChange({ settings })} />
      );
    case 'directory':
      return (
        <DirectoryForm
          place={here}
          directory={pack.directory}
          onChange={(directory) => onChange({ directory })}
        />
      );
    case 'courtesy':
      return (
        <CourtesyForm place={here} courtesy={pack.courtesy} onChange={(courtesy) => onChange({ courtesy })} />
      );
    case 'festivals':
      return (
        <FestivalsForm
          place={here}
          festivals={pack.festivals}
          onChange={(festivals) => onChange({ festivals })}
        />
      );
    case 'workOrders':
      return (
        <OrdersForm
          place={here}
          orders={pack.workOrders}
          onChange={(workOrders) => onChange({ workOrders })}
        />
      );
    case 'calendar':
      return (
        <CalendarForm place={here} calendar={pack.calendar} onChange={(calendar) => onChange({ calendar })} />
      );
    case 'shift':
      return <ShiftForm place={here} shift={pack.shift} onChange={(shift) => onChange({ shift })} />;
  }
}
