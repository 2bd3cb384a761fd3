import { i18n } from '#i18n';
import { machineTime } from '../format-time.ts';
import './comment-list.css';
import type { CommentView } from './comment-view.ts';
import { recordTime } from './record-time.ts';

/** The comments on a note, oldest first. */
export function CommentList({ comments }: { readonly comments: readonly CommentView[] }) {
  if (comments.length === 0) return null;
  return (
    <section class="comments" aria-label={i18n.t('comments.region')}>
      {comments.map((comment) => (
        <Comment key={comment.id} comment={comment} />
      ))}
    </section>
  );
}

function Comment({ comment: { by, at, text, status } }: { readonly comment: CommentView }) {
  return (
    <article class={`comments__one comments__one--${status.is}`}>
      <p class="comments__head">
        <strong>
          <bdi>{i18n.t('comments.by', { who: by })}</bdi>
        </strong>
        <time dateTime={machineTime(at)}>{recordTime(at)}</time>
        {status.is !== 'known' && <span class="comments__status">{statusWords(status)}</span>}
      </p>
      <p class="comments__text">{text}</p>
    </article>
  );
}

function statusWords(status: Exclude<CommentView['status'], { is: 'known' }>): string {
  switch (status.is) {
    case 'new':
      return i18n.t('comments.new');
    case 'unread':
      return i18n.t('comments.unread');
    case 'read':
      return i18n.t('comments.read', { time: recordTime(status.at) });
  }
}
