import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { longestText } from '../../../contract/longest-text.ts';
import { noteFieldsSchema } from '../../../contract/note/note.ts';
import './contact-number.css';
import { useDraftField } from '../note/draft-field.ts';

interface ContactNumberProps {
  readonly number: string;
  /** The calling number, masked; it is used unless another one is typed. Empty: withheld. */
  readonly calling?: string;
  /** See `undo.applied` of NoteView. */
  readonly applied: number;
  readonly onChange: (contactNumber: string) => void;
}

/** The number to reach the caller, if it is not the calling one. */
export function ContactNumber({ number, calling = '', applied, onChange }: ContactNumberProps) {
  const id = useId();
  const field = useDraftField<HTMLInputElement>(number, applied);
  return (
    <div class="contact-number">
      <label for={id}>{i18n.t('note.contactNumber')}</label>
      <input
        {...field}
        id={id}
        type="text"
        name="contact-number"
        inputMode="tel"
        spellcheck={false}
        autocomplete="off"
        maxLength={longestText(noteFieldsSchema.entries.contactNumber)}
        placeholder={calling === '' ? i18n.t('note.contactNumberHint') : calling}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
