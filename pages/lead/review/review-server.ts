import { callServer } from '../../../browser/server/call-server.ts';
import { type AuditGroup, auditApi } from '../../../contract/api/audit.ts';
import { type Oidc, organisationApi } from '../../../contract/api/members/organisation.ts';
import { notesApi } from '../../../contract/api/review/notes-api.ts';
import type { NoteSearch, ReviewQuery } from '../../../contract/api/review/reviewed-note.ts';
import type { Link } from '../../../storage/sync/link-store.ts';

/**
 * The team's server for reading, commenting and exporting notes, the audit log and the
 * organisation.
 */
export class ReviewServer {
  readonly #link: Link;
  readonly #team: string;

  constructor(link: Link) {
    this.#link = link;
    this.#team = link.me.team.id;
  }

  notes = ({ from, to, ...filters }: ReviewQuery) =>
    callServer(this.#link, notesApi.list, {
      params: { team: this.#team },
      query: { from: String(from), to: String(to), ...filters },
    });
  /** Recorded in the audit log. */
  search = (search: NoteSearch) =>
    callServer(this.#link, notesApi.search, { params: { team: this.#team }, body: search });
  note = (note: string) => callServer(this.#link, notesApi.read, { params: { team: this.#team, note } });
  /** Recorded in the audit log. */
  fullNote = (note: string) =>
    callServer(this.#link, notesApi.readFull, { params: { team: this.#team, note } });
  comment = (note: string, text: string) =>
    callServer(this.#link, notesApi.comment, { params: { team: this.#team, note }, body: { text } });

  exportNotes = (from: number, to: number, full: boolean) =>
    callServer(this.#link, notesApi.export, {
      params: { team: this.#team },
      body: { from, to, full },
    });
  exportFigures = (from: number, to: number) =>
    callServer(this.#link, notesApi.exportFigures, {
      params: { team: this.#team },
      body: { from, to },
    });

  audit = (group: AuditGroup | null, before: string | null) =>
    callServer(this.#link, auditApi.list, {
      params: { team: this.#team },
      query: { group: group ?? undefined, before: before ?? undefined },
    });

  organisation = () => callServer(this.#link, organisationApi.read, {});
  endUnusedAfter = (deviceIdleDays: number) =>
    callServer(this.#link, organisationApi.change, { body: { deviceIdleDays } });
  lockAfter = (lockAfterMinutes: number | null) =>
    callServer(this.#link, organisationApi.change, { body: { lockAfterMinutes } });
  signInBy = (oidc: Oidc | null) => callServer(this.#link, organisationApi.change, { body: { oidc } });
}
