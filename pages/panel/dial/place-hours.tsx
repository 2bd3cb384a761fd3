import { Icon } from '../../../components/icon.tsx';
import type { DirectoryEntryView } from './directory-views.ts';
import './place-hours.css';

/** The hours of a directory entry, marked while it is closed; nothing where none are known. */
export function PlaceHours({ hint, open }: Pick<DirectoryEntryView, 'hint' | 'open'>) {
  if (hint === null) return null;
  return (
    <span class={`place-hours${open ? '' : ' place-hours--closed'}`}>
      {!open && <Icon name="clock" />}
      {hint}
    </span>
  );
}
