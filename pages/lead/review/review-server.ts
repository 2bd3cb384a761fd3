import type * as v from 'valibot';
import { askServer } from '../../../browser/server/ask-server.ts';
import { type AuditGroup, auditAnswerSchema } from '../../../contract/api/audit.ts';
import { type Oidc, organisationSchema } from '../../../contract/api/members/organisation.ts';
import {
  commentSchema,
  exportAnswerSchema,
  fullNoteSchema,
  type ReviewQuery,
  reviewPageSchema,
} from '../../../contract/api/review/reviewed-note.ts';
import type { Link } from '../../../storage/sync/link-store.ts';

/** What a lead reads and says of notes, takes out of the team as a file, and has to account for. */
export class ReviewServer {
  readonly #link: Link;
  readonly #team: string;

  constructor(link: Link) {
    this.#link = link;
    this.#team = `/v1/teams/${link.me.team.id}`;
  }

  notes = ({ from, to, ...narrow }: ReviewQuery) =>
    this.#read(`${this.#team}/notes`, reviewPageSchema, { from: String(from), to: String(to), ...narrow });
  note = (id: string) => this.#read(this.#note(id), fullNoteSchema);
  /** On record. */
  fullNote = (id: string) => this.#read(`${this.#note(id)}/full`, fullNoteSchema);
  comment = (note: string, text: string) =>
    askServer(this.#link, `${this.#note(note)}/comments`, commentSchema, { text });

  exportNotes = (from: number, to: number, full: boolean) =>
    askServer(this.#link, `${this.#team}/notes/export`, exportAnswerSchema, { from, to, full });
  exportFigures = (from: number, to: number) =>
    askServer(this.#link, `${this.#team}/figures/export`, exportAnswerSchema, { from, to });

  audit = (group: AuditGroup | null, before: string | null) =>
    this.#read(`${this.#team}/audit`, auditAnswerSchema, {
      ...{ group: group ?? undefined, before: before ?? undefined },
    });

  organisation = () => this.#read('/v1/organisation', organisationSchema);
  signInBy = (oidc: Oidc | null) =>
    askServer(this.#link, '/v1/organisation', organisationSchema, { oidc }, 'PATCH');

  #note(id: string): string {
    return `${this.#team}/notes/${encodeURIComponent(id)}`;
  }

  #read<S extends v.GenericSchema>(
    path: string,
    schema: S,
    query: Readonly<Record<string, string | undefined>> = {},
  ) {
    const named = Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    );
    return askServer(this.#link, `${path}?${new URLSearchParams(named)}`, schema, null);
  }
}
