import * as v from 'valibot';
import { expect } from 'vitest';
import { type PulledItem, pullAnswerSchema, pulledItemSchema } from '../../../contract/api/sync/pull.ts';
import { pushAnswerSchema } from '../../../contract/api/sync/push.ts';
import type { SharedNote } from '../../../contract/api/sync/sync-item.ts';
import type { NoteFields } from '../../../contract/note/note.ts';
import { EMPTY_FIELDS } from '../../../contract/note/note.ts';
import { LOCAL_ORIGIN, type TeamEvent, type TeamFact, teamEvent } from '../../../contract/team/team-event.ts';
import type { Seat, ServerBed } from './server-bed.ts';

/** The note of an inbound call, with these fields. */
export function noteOf(
  id: string,
  at: number,
  fields: Partial<NoteFields> = {},
  number = '+8613900001234',
): SharedNote {
  const contact = {
    ...{ kind: 'call' as const, call: `call-${id}`, direction: 'inbound' as const },
    ...{ number, displayName: null, startedAt: at },
  };
  return { id, createdAt: at, contact, ...EMPTY_FIELDS, ...fields, updatedAt: at };
}

export function noteItem(note: SharedNote, revision = 1, base = 0) {
  return { type: 'note', id: note.id, revision, base, note };
}

/** A work order about a number. */
export function orderOpened(
  by: string,
  at: number,
  subject: string = crypto.randomUUID(),
  number = '+8613900001234',
): TeamEvent {
  const fact: TeamFact<Extract<TeamEvent, { type: 'work-order-opened' }>> = {
    ...{ type: 'work-order-opened', kind: 'query', category: 'query', number, surname: '王' },
    ...{ title: 'ms', matter: '……', note: null, record: null, promise: null, follows: null },
  };
  return teamEvent(fact, subject, at, { ...LOCAL_ORIGIN, by });
}

/** A pushed event as a pull returns it: with what the server added. */
export function pulledEvent(event: TeamEvent) {
  return { type: 'team', event: received(event) };
}

export function received(event: TeamEvent) {
  return { ...event, seq: expect.any(Number), receivedAt: expect.any(Number), receipt: expect.any(String) };
}

export async function push(bed: ServerBed, seat: Seat, ...items: readonly unknown[]) {
  const { status, body } = await bed.ask(seat, 'POST', '/v1/sync/push', { items });
  if (status !== 200) throw new Error(`push: ${status} ${JSON.stringify(body)}`);
  return v.parse(pushAnswerSchema, body).results;
}

/** Everything after a cursor, page by page. */
export async function pullAll(bed: ServerBed, seat: Seat, from = '', limit = 500) {
  const items: PulledItem[] = [];
  for (let cursor = from; ; ) {
    const { status, body } = await bed.ask(seat, 'GET', `/v1/sync/pull?cursor=${cursor}&limit=${limit}`);
    if (status !== 200) throw new Error(`pull: ${status} ${JSON.stringify(body)}`);
    const page = v.parse(pullAnswerSchema, body);
    items.push(...page.items.map((item) => v.parse(pulledItemSchema, item)));
    cursor = page.cursor;
    if (!page.more) return { items, cursor };
  }
}
