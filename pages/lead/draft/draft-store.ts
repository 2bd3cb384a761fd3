import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { lockWithin } from '../../../calls/timing/lock-within.ts';
import { boundedText } from '../../../calls/vocabulary/bounded-text.ts';
import { instantSchema } from '../../../calls/vocabulary/instant.ts';
import { countSchema } from '../../../calls/vocabulary/whole-number.ts';
import { epochSchema } from '../../../contract/api/sync/epoch.ts';
import { draftAuthorsSchema } from '../../../contract/release/draft-authors.ts';
import type { DraftRecords, DraftStore } from './kept-draft.ts';
import { readDraft } from './read-draft.ts';

/** Another window that was frozen gives its lock back to nobody; saving then says so. */
const LOCK_WITHIN_MS = 10_000;
const DRAFT = 'pack-draft';
const CLASH = 'pack-draft-clash';
const TEAM = 'pack-draft-team';
/** A draft that this version cannot read is kept here, for a person to look at. */
const SET_ASIDE = 'pack-draft-set-aside';

const packSchema = v.pipe(
  v.unknown(),
  v.rawTransform(({ dataset: { value }, addIssue, NEVER }) => {
    const read = readDraft(value);
    if (read.ok) return read.draft;
    addIssue({ message: 'not a draft' });
    return NEVER;
  }),
);

const draftSchema = v.object({
  id: boundedText(80),
  parent: v.nullable(boundedText(80)),
  savedAt: instantSchema,
  by: v.optional(v.nullable(boundedText(80)), null),
  pack: v.nullable(packSchema),
  base: v.optional(v.nullable(packSchema), null),
});

const clashSchema = v.object({
  before: packSchema,
  theirs: v.nullable(packSchema),
  by: v.nullable(boundedText(80)),
  at: instantSchema,
});

const teamSchema = v.object({
  team: boundedText(80),
  revision: countSchema,
  id: v.nullable(boundedText(80)),
  pack: packSchema,
  authors: v.optional(draftAuthorsSchema, []),
  at: instantSchema,
  epoch: epochSchema,
});

/** The draft of this profile, in `storage.local`. */
export function openDraftStore(): DraftStore {
  return {
    async read() {
      const {
        [DRAFT]: draft,
        [CLASH]: clash,
        [TEAM]: team,
      } = await browser.storage.local.get([DRAFT, CLASH, TEAM]);
      const kept = read(draftSchema, draft);
      if (kept === null && draft !== undefined) {
        console.error('lead: a draft that cannot be read was set aside');
        await browser.storage.local.set({ [SET_ASIDE]: draft });
      }
      return { draft: kept, clash: read(clashSchema, clash), team: read(teamSchema, team) };
    },
    async write({ draft, clash, team }) {
      await browser.storage.local.set({
        ...(draft === undefined ? {} : { [DRAFT]: draft }),
        ...(clash === undefined ? {} : { [CLASH]: clash }),
        ...(team === undefined ? {} : { [TEAM]: team }),
      });
    },
    alone: (matter, work) =>
      lockWithin(LOCK_WITHIN_MS, `pack-draft ${matter}`, work, { locks: navigator.locks }),
    subscribe(written) {
      browser.storage.onChanged.addListener((changes, area) => {
        if (area !== 'local') return;
        const [draft, clash, team] = [changes[DRAFT], changes[CLASH], changes[TEAM]];
        if (draft === undefined && clash === undefined && team === undefined) return;
        const records: Partial<DraftRecords> = {
          ...(draft === undefined ? {} : { draft: read(draftSchema, draft.newValue) }),
          ...(clash === undefined ? {} : { clash: read(clashSchema, clash.newValue) }),
          ...(team === undefined ? {} : { team: read(teamSchema, team.newValue) }),
        };
        written(records);
      });
    },
  };
}

/** Null for what is not there, and for what this version cannot read. */
function read<S extends v.GenericSchema>(schema: S, stored: unknown): v.InferOutput<S> | null {
  const parsed = v.safeParse(schema, stored);
  return parsed.success ? parsed.output : null;
}
