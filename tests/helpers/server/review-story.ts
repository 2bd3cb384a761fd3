import * as v from 'valibot';
import { expect } from 'vitest';
import { reviewPageSchema } from '../../../contract/api/review/reviewed-note.ts';
import type { NoteFacts } from '../../../contract/note/note.ts';
import type { Seat, ServerBed } from './server-bed.ts';

/** Facts of a call that was answered and over at `at`. */
export function factsAt(at: number, changes: Partial<NoteFacts> = {}): NoteFacts {
  const none = { count: 0, totalMs: 0 };
  return {
    ...{ rings: 1, queuedMs: null, answeredAt: at, endedAt: at, holds: none, mutes: none },
    ...{ end: { how: 'hung-up', by: 'remote-party' }, situations: [], steps: [], forcedHangUps: 0 },
    ...{ line: [], originalTarget: null },
    ...changes,
  };
}

/** The first page of the team's notes as the lead sees them, from all times. */
export async function notesListed(bed: ServerBed, lead: Seat) {
  const path = `/v1/teams/${lead.team}/notes?from=0&to=${bed.clock.now + 1}`;
  const { status, body } = await bed.ask(lead, 'GET', path);
  expect(status).toBe(200);
  return v.parse(reviewPageSchema, body).notes;
}
