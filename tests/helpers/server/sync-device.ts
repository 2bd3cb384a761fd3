import * as v from 'valibot';
import { meSchema } from '../../../contract/api/members/member.ts';
import { SYNC_VERSION, VERSION_HEADER } from '../../../contract/api/sync/version.ts';
import type { NoteFields } from '../../../contract/note/note.ts';
import type { TeamEvent } from '../../../contract/team/team-event.ts';
import { httpSyncServer } from '../../../phone-host/server/http-sync-server.ts';
import { deleteByNumber } from '../../../storage/notes/delete-notes.ts';
import { readNotes } from '../../../storage/notes/note-list.ts';
import type { Stores } from '../../../storage/open-stores.ts';
import type { RoundResult } from '../../../storage/sync/round-result.ts';
import { syncRound } from '../../../storage/sync/sync-round.ts';
import { openDraft } from '../note-of-a-call.ts';
import { Profile } from '../profile.ts';
import type { Seat } from './server-bed.ts';

/** A member's browser: the extension's stores and sync, without its pages. */
export class SyncDevice {
  readonly seat: Seat;
  readonly profile: Profile;
  readonly stores: Stores;
  #origin: string;

  private constructor(seat: Seat, profile: Profile, stores: Stores, origin: string) {
    this.seat = seat;
    this.profile = profile;
    this.stores = stores;
    this.#origin = origin;
  }

  /** `origin`: the server's address. Enrolment has tests of its own. */
  static async enrolled(seat: Seat, server: string, origin = server): Promise<SyncDevice> {
    const profile = new Profile();
    const stores = await profile.signedIn();
    const headers = { authorization: `Bearer ${seat.token}`, [VERSION_HEADER]: String(SYNC_VERSION) };
    const answer: unknown = await (await fetch(new URL('/v1/me', server), { headers })).json();
    const me = v.parse(meSchema, answer);
    await stores.links.save({ server: origin, token: seat.token, me, cursor: '', pulledBy: SYNC_VERSION });
    return new SyncDevice(seat, profile, stores, origin);
  }

  /** The same server at another address: started again, or behind another proxy. */
  async movesTo(origin: string): Promise<void> {
    const reading = await this.stores.links.read();
    if (reading.state !== 'linked') throw new Error(`not linked: ${reading.state}`);
    await this.stores.links.save({ ...reading.link, server: origin });
    this.#origin = origin;
  }

  async sync(): Promise<RoundResult> {
    const reading = await this.stores.links.read();
    if (reading.state !== 'linked') throw new Error(`not linked: ${reading.state}`);
    const server = httpSyncServer({ server: this.#origin, token: this.seat.token });
    return await syncRound({ stores: this.stores, links: this.stores.links, server }, reading.link);
  }

  async writesNote(call: string, fields: Partial<NoteFields>, number = '+8613900001234'): Promise<string> {
    const { notes, database } = this.stores;
    const contact = {
      ...({ kind: 'call', call, direction: 'inbound' } as const),
      ...{ number, displayName: null, startedAt: this.profile.now },
    };
    const id = await notes.create(contact);
    if ((await database.notes.get(id)) !== undefined) await this.types(id, fields);
    return id;
  }

  async types(id: string, fields: Partial<NoteFields>): Promise<void> {
    const draft = await openDraft(this.stores.notes, id);
    draft.type(fields);
    await draft.settled();
    draft.close();
  }

  /** Erases everything about the note's number. */
  async deletesCallerOf(id: string): Promise<void> {
    const { notes, journal } = this.stores;
    const reading = await notes.read(id);
    if (!reading.ok || reading.note.contact.kind !== 'call') throw new Error(`not a note of a call: ${id}`);
    await deleteByNumber(notes, journal, reading.note.contact.number);
  }

  /** The content of each note, by id. */
  async notes(): Promise<ReadonlyMap<string, NoteFields & { readonly text: string }>> {
    const { database, notes } = this.stores;
    const list = await readNotes(notes, await database.notes.toArray());
    return new Map(list.notes.map((note) => [note.id, note]));
  }

  async team(): Promise<readonly TeamEvent[]> {
    return (await this.stores.team.load()).events;
  }

  async unsent(): Promise<number> {
    return await this.stores.database.outbox.count();
  }
}
