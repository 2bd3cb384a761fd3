import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { longestText } from '../../../contract/longest-text.ts';
import { noteFieldsSchema } from '../../../contract/note/note.ts';
import './contact-number.css';
import { useDraftField } from '../note/draft-field.ts';

interface ContactNumberProps {
  readonly number: string;
  /** See `undo.applied` of NoteView. */
  readonly applied: number;
  readonly onChange: (contactNumber: string) => void;
}

/** The number to reach the caller, if it is not the calling one. */
export function ContactNumber({ number, applied, onChange }: ContactNumberProps) {
  const id = useId();
  const field = useDraftField<HTMLInputElement>(number, applied);
  return (
    <div class="contact-number">
      <label for={id}>{i18n.t('note.contactNumber')}</label>
      <input
        {...field}
        id={id}
        type="text"
        inputMode="tel"
        autocomplete="off"
        maxLength={longestText(noteFieldsSchema.entries.contactNumber)}
        placeholder={i18n.t('note.contactNumberHint')}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
