import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { useDraftField } from './draft-field.ts';
import { FamilyChoice } from './family-choice.tsx';
import './note-details.css';
import type { NoteDetailsView } from './note-view.ts';
import { TagField } from './tag-field.tsx';

interface NoteDetailsProps {
  readonly details: NoteDetailsView;
  /** Steps taken back or again: see NoteView. */
  readonly taken: number;
  readonly onChange: (patch: Partial<NoteDetailsView>) => void;
}

/** What a note says beside its text: what kind of contact it was, words to find it by, where to reach the caller. */
export function NoteDetails({ details, taken, onChange }: NoteDetailsProps) {
  const id = useId();
  const number = useDraftField<HTMLInputElement>(details.contactNumber, taken);
  return (
    <div class="note-details">
      <FamilyChoice family={details.family} onFamily={(family) => onChange({ family })} />
      <div class="note-details__number">
        <label for={id}>{i18n.t('note.contactNumber')}</label>
        <input
          {...number}
          id={id}
          type="text"
          inputMode="tel"
          autocomplete="off"
          maxLength={64}
          placeholder={i18n.t('note.contactNumberHint')}
          onInput={(event) => onChange({ contactNumber: event.currentTarget.value })}
        />
      </div>
      <TagField tags={details.tags} onTags={(tags) => onChange({ tags })} />
    </div>
  );
}
