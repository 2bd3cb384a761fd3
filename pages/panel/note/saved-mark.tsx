import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { formatClock } from '../../../components/format-time.ts';
import { Icon } from '../../../components/icon.tsx';
import type { NoteAction, SaveState } from './note-view.ts';
import './saved-mark.css';

interface SavedMarkProps {
  readonly save: SaveState;
  readonly act: (action: NoteAction) => void;
}

/** Whether the note is stored. After a failure it offers to copy the text and to try again. */
export function SavedMark({ save, act }: SavedMarkProps) {
  switch (save.state) {
    case 'empty':
      return <span class="saved-mark" />;
    case 'saving':
      return <span class="saved-mark">{i18n.t('note.saving')}</span>;
    case 'saved':
      return (
        <span class="saved-mark">
          <Icon name="check" />
          {i18n.t('note.saved', { time: formatClock(save.at) })}
        </span>
      );
    case 'failed':
      return (
        <div class="saved-mark saved-mark--failed" role="alert">
          <p>
            <Icon name="warning" />
            {reasonText(save.reason)}
          </p>
          <Button onPress={() => act({ do: 'copy-note' })}>{i18n.t('note.copy')}</Button>
          <Button onPress={() => act({ do: 'retry-save' })}>{i18n.t('note.retry')}</Button>
        </div>
      );
  }
}

function reasonText(reason: (SaveState & { state: 'failed' })['reason']): string {
  switch (reason) {
    case 'storage-full':
      return i18n.t('note.storageFull');
    case 'storage-failed':
      return i18n.t('note.storageFailed');
  }
}
