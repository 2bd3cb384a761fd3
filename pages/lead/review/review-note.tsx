import { useEffect, useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { AdherenceLines } from '../../../components/adherence/adherence-lines.tsx';
import { Button } from '../../../components/button.tsx';
import { tameText } from '../../../components/caller-text.ts';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import { CallFacts } from '../../../components/records/call-facts.tsx';
import { CommentList } from '../../../components/records/comment-list.tsx';
import { RecordText } from '../../../components/records/record-text.tsx';
import { recordTime } from '../../../components/records/record-time.ts';
import { newCommentSchema } from '../../../contract/api/review/reviewed-note.ts';
import { longestText } from '../../../contract/longest-text.ts';
import { NOTE_LIMITS } from '../../../contract/note/note.ts';
import '../../../components/records/records.css';
import { hashOf } from '../frame/lead-link.ts';
import { AskedNote } from './asked-note.tsx';
import type { ReviewAction, ReviewNoteView } from './review-view.ts';

interface ReviewNoteProps {
  readonly view: ReviewNoteView;
  readonly act: (action: ReviewAction) => void;
}

/** One note whole, what was said of it, and a box to say more. */
export function ReviewNote({ view, act }: ReviewNoteProps) {
  const { at, by, masked, number, call, note, comments, asked, adherence } = view;
  return (
    <main class="team-page">
      <p>
        <a href={hashOf({ page: 'review', note: null })}>{i18n.t('lead.review.back')}</a>
      </p>
      <section aria-labelledby="review-title">
        <h2 id="review-title">
          {i18n.t('lead.review.noteOf', { who: by })} · {recordTime(at)}
        </h2>
        <div class="review__whole">
          <div class="review__part">
            <section class="records__about" aria-label={i18n.t('records.about')}>
              <p>
                <strong>{call === null ? i18n.t('records.walkIn') : number}</strong>
              </p>
              {call !== null && <CallFacts call={call} />}
            </section>
            <RecordText note={note} />
            {adherence !== null && (
              <section>
                <h3>{i18n.t('adherence.title')}</h3>
                <AdherenceLines
                  adherence={adherence.adherence}
                  startedAt={adherence.startedAt}
                  title={(situation) => adherence.titles[situation] ?? situation}
                />
                <h4>{i18n.t('adherence.comment')}</h4>
                <p>
                  <bdi>{tameText(note.adherenceComment ?? '', NOTE_LIMITS.adherenceComment) ?? '–'}</bdi>
                </p>
              </section>
            )}
            {masked && (
              <div class="review__reveal">
                <Button icon="eye" onPress={() => act({ do: 'reveal' })}>
                  {i18n.t('lead.review.reveal')}
                </Button>
                <p class="lead-field__hint">{i18n.t('lead.review.revealHint')}</p>
              </div>
            )}
          </div>
          <div class="review__part">
            <h3>{i18n.t('comments.region')}</h3>
            <CommentList comments={comments} />
            <CommentBox who={by} sent={view.sent} onSend={(text) => act({ do: 'comment', text })} />
            <AskedNote asked={asked} />
          </div>
        </div>
      </section>
    </main>
  );
}

interface CommentBoxProps {
  readonly who: string;
  readonly sent: number;
  readonly onSend: (text: string) => void;
}

/** Keeps what is typed until the server has it. */
function CommentBox({ who, sent, onSend }: CommentBoxProps) {
  const id = useId();
  const [text, setText] = useState('');
  useEffect(() => setText(''), [sent]);
  return (
    <form
      class="review__box"
      onSubmit={(event) => {
        event.preventDefault();
        onSend(text.trim());
      }}
    >
      <div class="lead-field">
        <label for={id}>{i18n.t('lead.review.say', { who })}</label>
        <textarea
          {...CUSTOMER_TEXT}
          id={id}
          rows={3}
          maxLength={longestText(newCommentSchema.entries.text)}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </div>
      <div>
        <button type="submit" class="button button--main" disabled={text.trim() === ''}>
          {i18n.t('lead.review.send')}
        </button>
      </div>
    </form>
  );
}
