import { useEffect, useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { AdherenceLines } from '../../../components/adherence/adherence-lines.tsx';
import { Button } from '../../../components/button.tsx';
import { tameText } from '../../../components/caller-text.ts';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import { useDraftField } from '../../../components/draft-field.ts';
import { CallFacts } from '../../../components/records/call-facts.tsx';
import { CommentList } from '../../../components/records/comment-list.tsx';
import type { CommentView } from '../../../components/records/comment-view.ts';
import { RecordText } from '../../../components/records/record-text.tsx';
import { recordTime } from '../../../components/records/record-time.ts';
import { NOTE_LIMITS, type NoteFields } from '../../../contract/note/note.ts';
import type { RecordAdherenceView } from '../../session/adherence-of.ts';
import { ContactNumber } from '../call/contact-number.tsx';
import { NoteBox } from '../note/note-box.tsx';
import { YesNo } from '../note/yes-no.tsx';
import type { RecordPageView, RecordsAction } from './records-view.ts';

interface RecordPageProps {
  readonly view: RecordPageView;
  readonly noteFocus: number;
  readonly act: (action: RecordsAction) => void;
}

/** One note. It can be changed after the agent revealed it. */
export function RecordPage({ view, noteFocus, act }: RecordPageProps) {
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
      <Comments comments={view.comments} onSeen={() => act({ do: 'comments-seen' })} />
      {view.adherence !== null && <Score view={view} adherence={view.adherence} act={act} />}
      {view.masked ? (
        <RecordText note={view.note.fields} />
      ) : (
        <Editor view={view} noteFocus={noteFocus} act={act} />
      )}
    </>
  );
}

interface ScoreProps extends Pick<RecordPageProps, 'view' | 'act'> {
  readonly adherence: RecordAdherenceView;
}

/** The score of the call, which the agent can explain to the lead. */
function Score({ view, adherence, act }: ScoreProps) {
  const { titles, startedAt } = adherence;
  const id = useId();
  const comment = view.note.fields.adherenceComment ?? '';
  const field = useDraftField<HTMLTextAreaElement>(comment, {
    onText: (text) => act({ do: 'write-note', patch: { adherenceComment: text } }),
    applied: view.note.undo.applied,
  });
  return (
    <section class="records__score">
      <h2>{i18n.t('adherence.title')}</h2>
      <AdherenceLines
        adherence={adherence.adherence}
        startedAt={startedAt}
        title={(situation) => titles[situation] ?? situation}
      />
      <label for={id}>{i18n.t('adherence.comment')}</label>
      {view.masked ? (
        <p id={id}>{tameText(comment) ?? '–'}</p>
      ) : (
        <textarea
          {...CUSTOMER_TEXT}
          {...field}
          id={id}
          rows={2}
          placeholder={i18n.t('adherence.commentHint')}
          maxLength={NOTE_LIMITS.adherenceComment}
        />
      )}
    </section>
  );
}

interface CommentsProps {
  readonly comments: readonly CommentView[];
  readonly onSeen: () => void;
}

/** The lead's comments. A comment on screen counts as read. */
function Comments({ comments, onSeen }: CommentsProps) {
  const unseen = comments
    .filter(({ status }) => status.is === 'new')
    .map(({ id }) => id)
    .join(' ');
  useEffect(() => {
    if (unseen !== '') onSeen();
  }, [unseen]);
  return <CommentList comments={comments} />;
}

function Editor({ view: { note }, noteFocus, act }: RecordPageProps) {
  const { contactNumber, settled, satisfied } = note.fields;
  const write = (patch: Partial<NoteFields>) => act({ do: 'write-note', patch });
  return (
    <>
      <div class="records__note">
        <NoteBox note={note} focus={noteFocus} act={act} />
      </div>
      <ContactNumber
        number={contactNumber}
        applied={note.undo.applied}
        onChange={(number) => write({ contactNumber: number })}
      />
      <YesNo
        question={i18n.t('wrapUp.settled')}
        answer={settled}
        onAnswer={(answer) => write({ settled: answer })}
      />
      <YesNo
        question={i18n.t('wrapUp.satisfied')}
        answer={satisfied}
        onAnswer={(answer) => write({ satisfied: answer })}
      />
    </>
  );
}
