import { createHash, randomUUID } from 'node:crypto';
import { notesApi } from '../../contract/api/review/notes-api.ts';
import type { ReviewedNote } from '../../contract/api/review/reviewed-note.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { readOr } from '../database/readable.ts';
import type { Tenant, Tx } from '../database/tenant.ts';
import { refuse } from '../http/refuse.ts';
import { type RoutesOf, serve } from '../http/serve.ts';
import { readNumberHashing } from '../sync/read-secrets.ts';
import { reportChange } from '../sync/report-change.ts';
import { addComment, countComments, readComments } from './comments.ts';
import { mask, maskComments, removePersonalData } from './mask.ts';
import { findNotes, type NotePage, noteOfRow, readNotes, selectNotes } from './query.ts';

/** Notes on a page of figures, and on a page for reading. */
const FIGURES_PAGE = { notes: 2_000, bytes: 8_000_000 };
const REVIEW_PAGE = 100;
/** An export is one answer: a year of a busy team has to be exported in parts. */
const MAX_EXPORTED = { notes: 50_000, bytes: 64_000_000 };

const list = serve(
  notesApi.list,
  async ({ actor, team, tx, query }) =>
    await tx(async (tx) => {
      const where = { org: actor.org, team };
      return { ok: true, answer: await listed(tx, where, await findNotes(tx, where, query, REVIEW_PAGE)) };
    }),
);

async function listed(tx: Tx, where: Tenant, { notes, unreadable, next }: NotePage) {
  const ids = notes.map(({ note }) => note.id);
  const counts = await countComments(tx, where, ids);
  const rows = notes.map((one) => ({ ...mask(one), comments: counts.get(one.note.id) ?? 0 }));
  return { notes: rows, unreadable, next };
}

const search = serve(
  notesApi.search,
  async ({ actor, team, tx, body, ports }) =>
    await tx(async (tx) => {
      const where = { org: actor.org, team };
      const page = await findNotes(tx, where, body, REVIEW_PAGE);
      const detail = { from: body.from, to: body.to, notes: page.notes.length };
      await recordAudit(tx, { ...actor, team }, ports.now(), 'notes-searched', detail);
      return { ok: true, answer: await listed(tx, where, page) };
    }),
);

const read = serve(
  notesApi.read,
  async ({ actor, team, tx, param }) =>
    await tx(async (tx) => {
      const where = { org: actor.org, team };
      const row = await selectNotes(tx, where).where('note.id', '=', param('note')).executeTakeFirst();
      const note = row === undefined ? null : readOr(null, () => noteOfRow(row));
      if (note === null) return refuse('not-found');
      const comments = maskComments(await readComments(tx, where, note.note.id));
      return { ok: true, answer: { ...mask(note), comments } };
    }),
);

const readFull = serve(
  notesApi.readFull,
  async ({ actor, team, tx, param, ports }) =>
    await tx(async (tx) => {
      const where = { org: actor.org, team };
      const row = await selectNotes(tx, where).where('note.id', '=', param('note')).executeTakeFirst();
      const note = row === undefined ? null : readOr(null, () => noteOfRow(row));
      if (note === null) return refuse('not-found');
      const { id } = note.note;
      await recordAudit(tx, { ...actor, team }, ports.now(), 'full-note-read', { note: id });
      return { ok: true, answer: { ...note, comments: await readComments(tx, where, id) } };
    }),
);

const comment = serve(notesApi.comment, async ({ actor, team, tx, body, ports, param, spend }) => {
  const exhausted = spend({ messages: 1 });
  if (exhausted !== null) return exhausted;
  const comment = { id: randomUUID(), by: actor.number, at: ports.now(), text: body.text, readAt: null };
  const where = { org: actor.org, team };
  const concerns = await tx((tx) => addComment(tx, where, param('note'), comment));
  if (concerns === null) return refuse('not-found');
  await reportChange(ports, where, concerns);
  return { ok: true, answer: comment };
});

const exportNotes = serve(
  notesApi.export,
  async ({ actor, team, tx, body, ports }) =>
    await tx(async (tx) => {
      const where = { org: actor.org, team };
      const { notes, unreadable, next } = await readNotes(tx, where, { ...body, after: '' }, MAX_EXPORTED);
      if (next !== null) return refuse('too-large', 'to');
      const detail = { from: body.from, to: body.to, full: body.full, notes: notes.length };
      await recordAudit(tx, { ...actor, team }, ports.now(), 'notes-exported', detail);
      return { ok: true, answer: { notes: body.full ? [...notes] : notes.map(mask), unreadable } };
    }),
);

const figures = serve(notesApi.figures, async ({ actor, team, tx, query }) => {
  const where = { org: actor.org, team };
  return await tx(async (tx) => {
    const { notes, ...page } = await readNotes(tx, where, query, FIGURES_PAGE);
    return { ok: true, answer: { notes: await countable(tx, actor.org, notes), ...page } };
  });
});

const exportFigures = serve(
  notesApi.exportFigures,
  async ({ actor, team, tx, body, ports }) =>
    await tx(async (tx) => {
      const where = { org: actor.org, team };
      const { notes, unreadable, next } = await readNotes(tx, where, { ...body, after: '' }, MAX_EXPORTED);
      if (next !== null) return refuse('too-large', 'to');
      const detail = { ...body, notes: notes.length };
      await recordAudit(tx, { ...actor, team }, ports.now(), 'figures-exported', detail);
      return { ok: true, answer: { notes: await countable(tx, actor.org, notes), unreadable } };
    }),
);

/** Not the keys under which numbers are stored: these would name them in a copy of the database. */
async function countable(tx: Tx, org: string, notes: readonly ReviewedNote[]): Promise<ReviewedNote[]> {
  const hashing = await readNumberHashing(tx, org);
  const keys = new Map<string, string>();
  const keyOf = (form: string) => {
    const known =
      keys.get(form) ??
      createHash('sha256')
        .update(`figures ${hashing.keyOf(form)}`)
        .digest('hex');
    keys.set(form, known);
    return known;
  };
  return notes.map((note) => removePersonalData(note, keyOf));
}

export const noteRoutes: RoutesOf<typeof notesApi> = {
  list,
  search,
  read,
  readFull,
  comment,
  export: exportNotes,
  figures,
  exportFigures,
};
