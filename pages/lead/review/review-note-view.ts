import { addressOf, shownNumber } from '../../../components/caller-name.ts';
import type { NoteComment, ReviewedNote } from '../../../contract/api/review/reviewed-note.ts';
import { adherenceOf } from '../../session/adherence-of.ts';
import type { PromiseJudge } from '../../session/promise-judge.ts';
import { recordCallOf } from '../../session/record-call-of.ts';
import type { ReviewNoteView, ReviewRowView } from './review-view.ts';

/** The open note as the server sent it. */
export interface OpenedNote extends ReviewedNote {
  readonly comments: readonly NoteComment[];
  readonly masked: boolean;
  readonly sent: number;
}

interface Words {
  readonly names: ReadonlyMap<string, string>;
  readonly title: (situation: string) => string;
  readonly judge: PromiseJudge;
  readonly asked: ReviewNoteView['asked'];
}

/** Number and name. */
export function whoOf(number: string, names: ReadonlyMap<string, string>): string {
  return `${number} ${names.get(number) ?? ''}`.trim();
}

export function reviewRow({
  by,
  note,
  comments,
}: ReviewedNote & { readonly comments: number }): ReviewRowView {
  const { id, createdAt: at, contact, surname, title, category, settled, text } = note;
  // The server masks it.
  const number = contact.kind === 'call' ? contact.number : '';
  return { id, at, by, caller: addressOf(surname, title) ?? number, category, settled, text, comments };
}

export function reviewNoteView(
  { by, note, comments, masked, sent }: OpenedNote,
  { names, title, judge, asked }: Words,
): ReviewNoteView {
  const number = note.contact.kind === 'call' ? note.contact.number : '';
  return {
    ...{ page: 'note', id: note.id, at: note.createdAt, by: whoOf(by, names), masked, sent, asked },
    number: masked || number === '' ? number : shownNumber({ number, masked: false }),
    call: recordCallOf(note, title),
    adherence: adherenceOf(note, title, judge),
    note,
    comments: comments.map((comment) => ({
      ...{ id: comment.id, by: whoOf(comment.by, names), at: comment.at, text: comment.text },
      status: comment.readAt === null ? { is: 'unread' } : { is: 'read', at: comment.readAt },
    })),
  };
}
