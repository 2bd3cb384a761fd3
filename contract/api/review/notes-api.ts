import { endpoint } from '../endpoint.ts';
import {
  commentSchema,
  exportAnswerSchema,
  exportRequestSchema,
  figuresExportSchema,
  fullNoteSchema,
  newCommentSchema,
  notePageSchema,
  noteQuerySchema,
  noteSearchSchema,
  reviewPageSchema,
  reviewQuerySchema,
} from './reviewed-note.ts';

/** An export is one answer; the server refuses longer ones. */
const MOST_EXPORTED_BYTES = 192 * 1024 * 1024;

export const notesApi = {
  list: endpoint({
    method: 'GET',
    path: '/v1/teams/:team/notes',
    permission: 'review-notes',
    summary: "The team's notes, newest first, numbers masked.",
    query: reviewQuerySchema,
    answer: reviewPageSchema,
  }),
  search: endpoint({
    method: 'POST',
    path: '/v1/teams/:team/notes/search',
    permission: 'review-notes',
    summary: 'Notes with a name, number or text, newest first, masked. Recorded in the audit log.',
    body: noteSearchSchema,
    answer: reviewPageSchema,
  }),
  read: endpoint({
    method: 'GET',
    path: '/v1/teams/:team/notes/:note',
    permission: 'review-notes',
    summary: 'One note with its comments, numbers masked.',
    answer: fullNoteSchema,
    errors: ['not-found'],
  }),
  readFull: endpoint({
    method: 'GET',
    path: '/v1/teams/:team/notes/:note/full',
    permission: 'review-notes',
    summary: 'One note with its numbers. Recorded in the audit log.',
    answer: fullNoteSchema,
    errors: ['not-found'],
  }),
  comment: endpoint({
    method: 'POST',
    path: '/v1/teams/:team/notes/:note/comments',
    permission: 'review-notes',
    summary: 'Adds a comment to a note; it reaches the agent who wrote the note.',
    body: newCommentSchema,
    answer: commentSchema,
    errors: ['not-found'],
  }),
  export: endpoint({
    method: 'POST',
    path: '/v1/teams/:team/notes/export',
    permission: 'export-notes',
    summary: "The team's notes of a time span, for a file. Recorded in the audit log.",
    body: exportRequestSchema,
    answer: exportAnswerSchema,
    mostAnswerBytes: MOST_EXPORTED_BYTES,
    errors: ['too-large'],
  }),
  figures: endpoint({
    method: 'GET',
    path: '/v1/teams/:team/figures',
    permission: 'see-figures',
    summary: "The team's notes without personal data, for counting.",
    query: noteQuerySchema,
    answer: notePageSchema,
  }),
  exportFigures: endpoint({
    method: 'POST',
    path: '/v1/teams/:team/figures/export',
    permission: 'see-figures',
    summary: 'Notes of a time span without personal data, for a file. Recorded in the audit log.',
    body: figuresExportSchema,
    answer: exportAnswerSchema,
    mostAnswerBytes: MOST_EXPORTED_BYTES,
    errors: ['too-large'],
  }),
};
