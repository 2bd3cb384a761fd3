import {
  exportAnswerSchema,
  exportRequestSchema,
  figuresExportSchema,
  fullNoteSchema,
  notePageSchema,
  noteQuerySchema,
  reviewPageSchema,
  reviewQuerySchema,
} from '../../contract/api/review/reviewed-note.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { refuse } from '../http/refuse.ts';
import { memberRoute, NOTHING, type Route } from '../http/route.ts';
import { countComments, readComments } from './comments.ts';
import { findNotes } from './find-notes.ts';
import { noteOfRow, readNotes, selectNotes } from './read-notes.ts';
import { counted, masked, maskedComments } from './veil.ts';

const PAGE = 500;
/** What a lead looks through in one go. */
const REVIEW_PAGE = 100;
/** An export is one answer: a year of a busy floor is asked for in parts. */
const MOST_EXPORTED = 50_000;

const list = memberRoute({
  method: 'get',
  path: '/v1/teams/:team/notes',
  about: "The team's notes, newest first, numbers masked.",
  may: 'review-notes',
  query: reviewQuerySchema,
  body: NOTHING,
  answer: reviewPageSchema,
  handle: async ({ actor, team, tx, query }) =>
    await tx(async (tx) => {
      const where = { org: actor.org, team };
      const { notes, next } = await findNotes(tx, where, query, REVIEW_PAGE);
      const said = await countComments(
        tx,
        where,
        notes.map(({ note }) => note.id),
      );
      const rows = notes.map((one) => ({ ...masked(one), comments: said.get(one.note.id) ?? 0 }));
      return { ok: true, answer: { notes: rows, next } };
    }),
});

const figures = memberRoute({
  method: 'get',
  path: '/v1/teams/:team/figures',
  about: "The team's notes without anything of a person, to be counted.",
  may: 'see-figures',
  query: noteQuerySchema,
  body: NOTHING,
  answer: notePageSchema,
  handle: async ({ actor, team, tx, query }) => {
    const { notes, next } = await tx((tx) => readNotes(tx, { org: actor.org, team }, query, 4 * PAGE));
    return { ok: true, answer: { notes: notes.map(counted), next } };
  },
});

const one = memberRoute({
  method: 'get',
  path: '/v1/teams/:team/notes/:note',
  about: 'One note with its comments, numbers masked.',
  may: 'review-notes',
  query: NOTHING,
  body: NOTHING,
  answer: fullNoteSchema,
  handle: async ({ actor, team, tx, param }) =>
    await tx(async (tx) => {
      const where = { org: actor.org, team };
      const row = await selectNotes(tx, where).where('note.id', '=', param('note')).executeTakeFirst();
      if (row === undefined) return refuse('not-found');
      return {
        ok: true,
        answer: {
          ...masked(noteOfRow(row)),
          comments: maskedComments(await readComments(tx, where, row.id)),
        },
      };
    }),
});

const full = memberRoute({
  method: 'get',
  path: '/v1/teams/:team/notes/:note/full',
  about: 'One note with its numbers. On record.',
  may: 'review-notes',
  query: NOTHING,
  body: NOTHING,
  answer: fullNoteSchema,
  handle: async ({ actor, team, tx, param, ports }) =>
    await tx(async (tx) => {
      const where = { org: actor.org, team };
      const row = await selectNotes(tx, where).where('note.id', '=', param('note')).executeTakeFirst();
      if (row === undefined) return refuse('not-found');
      await recordAudit(tx, { ...actor, team }, ports.now(), 'full-note-read', { note: row.id });
      return { ok: true, answer: { ...noteOfRow(row), comments: await readComments(tx, where, row.id) } };
    }),
});

const exportNotes = memberRoute({
  method: 'post',
  path: '/v1/teams/:team/notes/export',
  about: "The team's notes of a span of time, to be saved as a file. On record.",
  may: 'export-notes',
  query: NOTHING,
  body: exportRequestSchema,
  answer: exportAnswerSchema,
  handle: async ({ actor, team, tx, body, ports }) =>
    await tx(async (tx) => {
      const where = { org: actor.org, team };
      const { notes, next } = await readNotes(tx, where, { ...body, after: '' }, MOST_EXPORTED);
      if (next !== null) return refuse('too-large', 'to');
      const detail = { from: body.from, to: body.to, full: body.full, notes: notes.length };
      await recordAudit(tx, { ...actor, team }, ports.now(), 'notes-exported', detail);
      return { ok: true, answer: { notes: body.full ? [...notes] : notes.map(masked) } };
    }),
});

const exportFigures = memberRoute({
  method: 'post',
  path: '/v1/teams/:team/figures/export',
  about:
    "The team's notes of a span of time without anything of a person, to be counted into a file. On record.",
  may: 'see-figures',
  query: NOTHING,
  body: figuresExportSchema,
  answer: exportAnswerSchema,
  handle: async ({ actor, team, tx, body, ports }) =>
    await tx(async (tx) => {
      const where = { org: actor.org, team };
      const { notes, next } = await readNotes(tx, where, { ...body, after: '' }, MOST_EXPORTED);
      if (next !== null) return refuse('too-large', 'to');
      const detail = { ...body, notes: notes.length };
      await recordAudit(tx, { ...actor, team }, ports.now(), 'figures-exported', detail);
      return { ok: true, answer: { notes: notes.map(counted) } };
    }),
});

export const NOTE_ROUTES: readonly Route[] = [list, figures, one, full, exportNotes, exportFigures];
