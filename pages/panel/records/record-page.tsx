import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { CallFacts } from '../../../components/records/call-facts.tsx';
import { RecordText } from '../../../components/records/record-text.tsx';
import { recordTime } from '../../../components/records/record-time.ts';
import type { RecordPageView, RecordPatch, RecordsAction } from '../../../components/records/records-view.ts';
import { ContactNumber } from '../call/contact-number.tsx';
import { NoteBox } from '../note/note-box.tsx';
import { YesNo } from '../note/yes-no.tsx';
import { RecordComments } from './record-comments.tsx';

interface RecordPageProps {
  readonly view: RecordPageView;
  readonly act: (action: RecordsAction) => void;
}

/** One note. Masked until the agent asks to see it all; only then it can be changed. */
export function RecordPage({ view, act }: RecordPageProps) {
  return (
    <>
      <div class="records__tools">
        <Button icon="back" onPress={() => act({ do: 'back-to-list' })}>
          {i18n.t('records.back')}
        </Button>
        {view.masked && (
          <Button icon="eye" onPress={() => act({ do: 'reveal-record' })}>
            {i18n.t('records.reveal')}
          </Button>
        )}
      </div>
      <section class="records__about" aria-label={i18n.t('records.about')}>
        <p>
          <strong>{view.call === null ? i18n.t('records.walkIn') : view.number}</strong>
          <time>{recordTime(view.at)}</time>
        </p>
        {view.call !== null && <CallFacts call={view.call} />}
      </section>
      <RecordComments comments={view.comments} onSeen={() => act({ do: 'comments-seen' })} />
      {view.masked ? (
        <RecordText note={{ ...view.note, ...view.details, ...view.answers }} />
      ) : (
        <Editor view={view} act={act} />
      )}
    </>
  );
}

function Editor({ view, act }: RecordPageProps) {
  const { note, details, answers } = view;
  const write = (patch: RecordPatch) => act({ do: 'write-record', patch });
  return (
    <>
      <div class="records__note">
        <NoteBox
          note={note}
          topic={details}
          onTopic={write}
          onText={(text) => write({ text })}
          onName={(surname, title) => write({ surname, title })}
          onUndo={() => act({ do: 'undo-record' })}
          onRedo={() => act({ do: 'redo-record' })}
          onRetry={() => act({ do: 'retry-record' })}
          onCopy={() => act({ do: 'copy-record' })}
        />
      </div>
      <ContactNumber
        number={details.contactNumber}
        applied={note.undo.applied}
        onChange={(contactNumber) => write({ contactNumber })}
      />
      <YesNo
        question={i18n.t('wrapUp.settled')}
        answer={answers.settled}
        onAnswer={(settled) => write({ settled })}
      />
      <YesNo
        question={i18n.t('wrapUp.satisfied')}
        answer={answers.satisfied}
        onAnswer={(satisfied) => write({ satisfied })}
      />
    </>
  );
}
