import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import { useDraftField } from '../../../components/draft-field.ts';
import { longestText } from '../../../contract/longest-text.ts';
import { noteFieldsSchema } from '../../../contract/note/note.ts';
import './contact-number.css';

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
  const field = useDraftField<HTMLInputElement>(number, { onText: onChange, applied });
  return (
    <div class="contact-number">
      <label for={id}>{i18n.t('note.contactNumber')}</label>
      <input
        {...CUSTOMER_TEXT}
        {...field}
        id={id}
        type="text"
        name="contact-number"
        inputMode="tel"
        maxLength={longestText(noteFieldsSchema.entries.contactNumber)}
        placeholder={calling === '' ? i18n.t('note.contactNumberHint') : calling}
      />
    </div>
  );
}
