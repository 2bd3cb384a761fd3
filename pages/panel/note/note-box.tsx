import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import { useDraftField } from '../../../components/draft-field.ts';
import { longestText } from '../../../contract/longest-text.ts';
import { noteFieldsSchema } from '../../../contract/note/note.ts';
import { belongsToInputMethod } from '../../session/key-map.ts';
import { CategoryChoice } from './category-choice.tsx';
import type { NoteAction, NoteView } from './note-view.ts';
import { SavedMark } from './saved-mark.tsx';
import { TagField } from './tag-field.tsx';
import { TitleToggle } from './title-toggle.tsx';
import './note-box.css';

interface NoteBoxProps {
  readonly note: NoteView;
  /** The text field takes the focus whenever this grows. */
  readonly focus: number;
  readonly act: (action: NoteAction) => void;
}

/**
 * The form of a note, stored as it is typed. Give it the note's id as `key`, so that one call's
 * text never shows under another call.
 */
export function NoteBox({ note, focus, act }: NoteBoxProps) {
  const { surname, title, text, category, tags } = note.fields;
  const { canUndo, applied } = note.undo;
  const write = (patch: Partial<NoteView['fields']>) => act({ do: 'write-note', patch });
  const surnameField = useDraftField<HTMLInputElement>(surname, {
    onText: (typed) => write({ surname: typed, title }),
    applied,
  });
  const textField = useDraftField<HTMLTextAreaElement>(text, {
    onText: (typed) => write({ text: typed }),
    applied,
  });
  const seenFocus = useRef(focus);
  // Before the next key: an effect after the paint would lose it.
  useLayoutEffect(() => {
    if (focus !== seenFocus.current) textField.ref.current?.focus();
    seenFocus.current = focus;
  }, [focus]);
  return (
    <section
      class="note-box"
      aria-label={i18n.t('note.region')}
      onKeyDown={(event) => undoByKey(event, note, act)}
    >
      <div class="note-box__name">
        <label class="note-box__surname">
          <span>{i18n.t('note.surname')}</span>
          <input
            {...CUSTOMER_TEXT}
            {...surnameField}
            type="text"
            name="surname"
            placeholder={i18n.t('note.askName')}
            maxLength={longestText(noteFieldsSchema.entries.surname)}
          />
        </label>
        <TitleToggle title={title} onTitle={(chosen) => write({ surname, title: chosen })} />
        <Button
          variant="bare"
          icon="undo"
          label={i18n.t('note.undo')}
          disabled={!canUndo}
          onPress={() => act({ do: 'undo-note' })}
        />
        <SavedMark save={note.save} act={act} />
      </div>
      <textarea
        {...CUSTOMER_TEXT}
        {...textField}
        id="note-text"
        class="note-box__text"
        aria-label={i18n.t('note.text')}
        maxLength={longestText(noteFieldsSchema.entries.text)}
        placeholder={i18n.t('note.placeholder')}
      />
      <div class="note-topic">
        <CategoryChoice category={category} onCategory={(chosen) => write({ category: chosen })} />
        <TagField tags={tags} onTags={(chosen) => write({ tags: chosen })} />
      </div>
    </section>
  );
}

/** The usual undo keys, for the stored steps instead of the browser's own. */
function undoByKey(event: KeyboardEvent, { undo }: NoteView, act: NoteBoxProps['act']): void {
  if (belongsToInputMethod(event) || event.altKey || !(event.ctrlKey || event.metaKey)) return;
  const key = event.key.toLowerCase();
  const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
  if (isRedo ? !undo.canRedo : key !== 'z' || !undo.canUndo) return;
  event.preventDefault();
  act({ do: isRedo ? 'redo-note' : 'undo-note' });
}
