import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import type { NoteTopicView, NoteView } from '../../../components/records/note-view.ts';
import { belongsToInputMethod } from '../../session/key-map.ts';
import { useDraftField } from './draft-field.ts';
import { NoteTopic } from './note-topic.tsx';
import { SavedMark } from './saved-mark.tsx';
import { TitleToggle } from './title-toggle.tsx';
import './note-box.css';

export interface NoteBoxProps {
  readonly note: NoteView;
  readonly topic: NoteTopicView;
  readonly onTopic: (patch: Partial<NoteTopicView>) => void;
  readonly onText: (text: string) => void;
  readonly onName: (surname: string, title: 'mr' | 'ms' | null) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onRetry: () => void;
  readonly onCopy: () => void;
}

/** Id of the field that the note key focuses. */
export const NOTE_FIELD_ID = 'note-text';

/**
 * Always in the same place, one focus away. Saved as it is typed; says so only when it is true. Give it the note's id as
 * `key`: one call's text never stands under another.
 */
export function NoteBox(props: NoteBoxProps) {
  const { note, onText, onName, onUndo } = props;
  const { canUndo, applied } = note.undo;
  const surname = useDraftField<HTMLInputElement>(note.surname, applied);
  const text = useDraftField<HTMLTextAreaElement>(note.text, applied);
  return (
    <section
      class="note-box"
      aria-label={i18n.t('note.region')}
      onKeyDown={(event) => undoByKey(event, props)}
    >
      <div class="note-box__name">
        <label class="note-box__surname">
          <span>{i18n.t('note.surname')}</span>
          <input
            {...surname}
            type="text"
            name="surname"
            placeholder={i18n.t('note.askName')}
            autocomplete="off"
            maxLength={12}
            onInput={(event) => onName(event.currentTarget.value, note.title)}
          />
        </label>
        <TitleToggle title={note.title} onTitle={(title) => onName(note.surname, title)} />
        <Button variant="bare" icon="undo" label={i18n.t('note.undo')} disabled={!canUndo} onPress={onUndo} />
        <SavedMark save={note.save} onRetry={props.onRetry} onCopy={props.onCopy} />
      </div>
      <textarea
        {...text}
        id={NOTE_FIELD_ID}
        class="note-box__text"
        // A browser keeps what stands in fields for its session restore, in clear.
        autocomplete="off"
        aria-label={i18n.t('note.text')}
        placeholder={i18n.t('note.placeholder')}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      <NoteTopic topic={props.topic} onChange={props.onTopic} />
    </section>
  );
}

/** The keys that undo everywhere, with steps that outlive this page; the browser's own are lost with it. */
function undoByKey(event: KeyboardEvent, { note, onUndo, onRedo }: NoteBoxProps): void {
  if (belongsToInputMethod(event) || event.altKey || !(event.ctrlKey || event.metaKey)) return;
  const key = event.key.toLowerCase();
  const redoes = key === 'y' || (key === 'z' && event.shiftKey);
  if (redoes ? !note.undo.canRedo : key !== 'z' || !note.undo.canUndo) return;
  event.preventDefault();
  if (redoes) onRedo();
  else onUndo();
}
