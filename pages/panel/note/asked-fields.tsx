import { useId } from 'preact/hooks';
import type { Call } from '../../../calls/call.ts';
import { knownNumber } from '../../../calls/numbers/withheld.ts';
import { shownNumber } from '../../../components/caller-name.ts';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import { useDraftField } from '../../../components/draft-field.ts';
import { fieldWord } from '../../../components/records/field-word.ts';
import { NOTE_LIMITS, type NoteFields } from '../../../contract/note/note.ts';
import type { DetailField, NoteField } from '../../../contract/pack/follow-up.ts';
import { isDetail } from '../../../rules/follow-ups/asked-fields.ts';
import { ContactNumber } from '../call/contact-number.tsx';
import type { NoteAction, NoteView } from './note-view.ts';
import './asked-fields.css';

interface AskedFieldsProps {
  readonly fields: readonly NoteField[];
  readonly note: NoteView;
  /** The calling number, masked; empty if it was withheld. */
  readonly calling: string;
  /** In the sheet of a call also name and matter, which the note beside it has too. */
  readonly whole: boolean;
  readonly act: (action: NoteAction) => void;
}

/** A field for everything that the caller is asked for, filled with what is known already. */
export function AskedFields({ fields, note, calling, whole, act }: AskedFieldsProps) {
  const { surname, title, text, contactNumber, details } = note.fields;
  const { applied } = note.undo;
  const write = (patch: Partial<NoteFields>) => act({ do: 'write-note', patch });
  return (
    <div class="asked-fields">
      <ContactNumber
        key={note.id}
        number={contactNumber}
        calling={calling}
        applied={applied}
        onChange={(number) => write({ contactNumber: number })}
      />
      {whole && (
        <>
          <AskedField
            label={fieldWord('caller-name')}
            value={surname}
            applied={applied}
            longest={NOTE_LIMITS.surname}
            onValue={(value) => write({ surname: value, title })}
          />
          <AskedField
            label={fieldWord('matter')}
            value={text}
            applied={applied}
            longest={NOTE_LIMITS.text}
            lines={2}
            onValue={(value) => write({ text: value })}
          />
        </>
      )}
      {fields.filter(isDetail).map((field) => (
        <AskedField
          key={field}
          label={fieldWord(field)}
          value={details[field] ?? ''}
          applied={applied}
          longest={NOTE_LIMITS.detail}
          onValue={(value) => write({ details: withDetail(details, field, value) })}
        />
      ))}
    </div>
  );
}

interface AskedFieldProps {
  readonly label: string;
  readonly value: string;
  readonly applied: number;
  readonly longest: number;
  /** A text of several lines keeps them. */
  readonly lines?: number;
  readonly onValue: (value: string) => void;
}

function AskedField({ label, lines, ...field }: AskedFieldProps) {
  const id = useId();
  return (
    <div class="asked-fields__field">
      <label for={id}>{label}</label>
      {lines === undefined ? <OneLine id={id} {...field} /> : <Lines id={id} lines={lines} {...field} />}
    </div>
  );
}

type FieldProps = Omit<AskedFieldProps, 'label' | 'lines'> & { readonly id: string };

function OneLine({ id, value, applied, longest, onValue }: FieldProps) {
  const field = useDraftField<HTMLInputElement>(value, { onText: onValue, applied });
  return <input {...CUSTOMER_TEXT} {...field} id={id} type="text" maxLength={longest} />;
}

function Lines({ id, value, applied, longest, lines, onValue }: FieldProps & { readonly lines: number }) {
  const field = useDraftField<HTMLTextAreaElement>(value, { onText: onValue, applied });
  return <textarea {...CUSTOMER_TEXT} {...field} id={id} rows={lines} maxLength={longest} />;
}

/** Masked; empty if it was withheld. */
export function callingNumber({ remoteParty }: Pick<Call, 'remoteParty'>): string {
  const number = knownNumber(remoteParty.number);
  return number === '' ? '' : shownNumber({ number, masked: true });
}

/** In one order, so that equal details are stored alike. */
function withDetail(
  details: NoteFields['details'],
  field: DetailField,
  value: string,
): NoteFields['details'] {
  const entries = Object.entries({ ...details, [field]: value }).sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}
