import { sql } from 'kysely';
import * as v from 'valibot';
import type { Pack } from '../../contract/pack/pack.ts';
import { packKey, shippedPackKey } from '../../contract/pack/pack-key.ts';
import { DEFAULT_TIME_ZONE } from '../../contract/pack/time-zone.ts';
import { releaseHeadSchema } from '../../contract/release/release.ts';
import { openRelease } from '../../contract/release/verify-release.ts';
import type { TeamEvent } from '../../contract/team/team-event.ts';
import { inUseOf } from '../../rules/releases/release-line.ts';
import { type OrderRules, orderRulesOf } from '../../rules/work-orders/order-rules.ts';
import { readable } from '../database/readable.ts';
import type { Tenant, Tx } from '../database/tenant.ts';
import { readTrust } from '../packs/read-trust.ts';
import { releasesOf } from '../packs/releases-of.ts';

export interface TeamPack {
  readonly pack: Pack;
  readonly rules: OrderRules;
}

/** Of all teams; parsing one takes some ten milliseconds. */
const MOST_PACKS = 200;

/**
 * By which packs deadlines are judged here: the newest release that the whole team uses, without
 * one the shipped pack; and what an event started by the pack that it names.
 */
export class TeamPacks {
  readonly #shipped: () => Pack;
  /** Null: it cannot be read here. */
  readonly #packs = new Map<string, Pack | null>();

  constructor(shipped: () => Pack) {
    this.#shipped = shipped;
  }

  async packOf(tx: Tx, where: Tenant, events: readonly TeamEvent[], now: number): Promise<TeamPack> {
    const { org, team } = where;
    const rows = await releasesOf(tx, org, team).select(['head', 'version', 'digest']).execute();
    const heads = readable(rows, ({ head, version, digest }) => {
      return { ...v.parse(releaseHeadSchema, head), version, key: packKey(digest) };
    }).items;
    const inUse = inUseOf(heads, { to: 'team' }, now);
    const current = heads.find(({ sequence }) => sequence === inUse?.sequence)?.key ?? null;
    const named = new Set(events.map(({ pack }) => pack));
    const used = heads.filter(({ key }) => key === current || named.has(key)).map(({ key }) => key);
    const packs = await this.#read(tx, where, used);
    const shipped = this.#shipped();
    const pack = (current === null ? null : packs.get(current)) ?? shipped;
    const { timeZone } = pack.settings;
    const find = (key: string) => (key === shippedPackKey(shipped) ? shipped : (packs.get(key) ?? null));
    return { pack, rules: orderRulesOf(pack, timeZone === '' ? DEFAULT_TIME_ZONE : timeZone, find) };
  }

  async #read(
    tx: Tx,
    { org, team }: Tenant,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, Pack | null>> {
    const placeOf = (key: string) => `${org} ${team} ${key}`;
    const missing = keys.filter((key) => !this.#packs.has(placeOf(key)));
    const trust = missing.length === 0 ? null : await readTrust(tx, org, team);
    if (trust !== null) {
      const rows = await releasesOf(tx, org, team)
        .select(['document', 'digest'])
        .where(sql<boolean>`left(digest, 16) = any(${missing})`)
        .execute();
      for (const { document, digest } of rows) {
        const opened = await openRelease(new TextEncoder().encode(document), trust);
        this.#packs.set(placeOf(packKey(digest)), opened.ok ? opened.release.pack : null);
      }
    }
    const found = new Map(keys.map((key) => [key, this.#packs.get(placeOf(key)) ?? null]));
    for (const place of [...this.#packs.keys()].slice(0, Math.max(0, this.#packs.size - MOST_PACKS)))
      this.#packs.delete(place);
    return found;
  }
}
