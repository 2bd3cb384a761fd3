import { useEffect } from 'preact/hooks';
import { CommentList } from '../../../components/records/comment-list.tsx';
import type { CommentView } from '../../../components/records/comment-view.ts';

interface RecordCommentsProps {
  readonly comments: readonly CommentView[];
  /** New ones are on screen. */
  readonly onSeen: () => void;
}

/** The lead's comments beside the agent's own note. Being on screen is being read. */
export function RecordComments({ comments, onSeen }: RecordCommentsProps) {
  const fresh = comments
    .filter(({ status }) => status.is === 'new')
    .map(({ id }) => id)
    .join(' ');
  useEffect(() => {
    if (fresh !== '') onSeen();
    // Another `onSeen` is no other comment.
  }, [fresh]);
  return <CommentList comments={comments} />;
}
