import { MOST_PUSHED_ITEMS } from '../../contract/api/sync/push.ts';

const MB = 1024 * 1024;

interface Quota {
  readonly device: Readonly<Record<Window, number>>;
  readonly team: Readonly<Record<Window, number>>;
}

type Window = keyof typeof WINDOWS;

const WINDOWS = { minute: 60_000, day: 86_400_000 } as const;

/**
 * What one device and one team may send, for each server process. An agent who types all day needs
 * a hundredth; after weeks offline, or when a database was restored, everything is sent in minutes.
 */
export const QUOTAS = {
  /** Of request bodies. */
  bytes: {
    device: { minute: 64 * MB, day: 1_024 * MB },
    team: { minute: 512 * MB, day: 32_768 * MB },
  },
  /** Notes, their facts and deletions, and comments that were read. */
  notes: {
    device: { minute: 20 * MOST_PUSHED_ITEMS, day: 200_000 },
    team: { minute: 200 * MOST_PUSHED_ITEMS, day: 5_000_000 },
  },
  /** Of the team log. */
  events: {
    device: { minute: 20 * MOST_PUSHED_ITEMS, day: 200_000 },
    team: { minute: 200 * MOST_PUSHED_ITEMS, day: 5_000_000 },
  },
  'help-requests': { device: { minute: 20, day: 500 }, team: { minute: 500, day: 20_000 } },
  /** Of leads and supervisors, with their comments on notes. */
  messages: { device: { minute: 60, day: 2_000 }, team: { minute: 500, day: 20_000 } },
  /** New ones; saving an old one again counts as `saves`. */
  drafts: { device: { minute: 20, day: 100 }, team: { minute: 50, day: 300 } },
  /** Of releases on a device: a team reports all at once. */
  receipts: { device: { minute: 60, day: 2_000 }, team: { minute: 20_000, day: 200_000 } },
  saves: { device: { minute: 120, day: 10_000 }, team: { minute: 500, day: 50_000 } },
} as const satisfies Readonly<Record<string, Quota>>;

export type Quotas = { readonly [Name in keyof typeof QUOTAS]: Quota };
export type QuotaName = keyof Quotas;
export type Amounts = Readonly<Partial<Record<QuotaName, number>>>;

interface Spender {
  readonly org: string;
  readonly team: string;
  readonly device: string;
}

/** `quota` names it, such as `notes a minute of the device`; `waitMs` until it begins anew. */
export interface Exhausted {
  readonly quota: string;
  readonly waitMs: number;
}

interface Count {
  used: number;
  readonly until: number;
}

/** Between two cleanings of the counts that are over. */
const COUNTS_BETWEEN_CLEANINGS = 1_000;

/** Counts what devices and teams have sent in the current minute and day. */
export class QuotaCounter {
  readonly #quotas: Quotas;
  readonly #now: () => number;
  readonly #counts = new Map<string, Count>();
  #added = 0;

  constructor(quotas: Quotas, now: () => number) {
    this.#quotas = quotas;
    this.#now = now;
  }

  /** Null: all of it is within the quotas, and counted; otherwise nothing is. */
  spend(spender: Spender, amounts: Amounts): Exhausted | null {
    const wanted = this.#countsOf(spender, amounts);
    const over = wanted.filter(({ count, amount, most }) => count.used + amount > most);
    const longest = over.toSorted((a, b) => b.count.until - a.count.until)[0];
    if (longest !== undefined) {
      return { quota: longest.quota, waitMs: Math.max(longest.count.until - this.#now(), 0) };
    }
    for (const { count, amount } of wanted) count.used += amount;
    return null;
  }

  #countsOf({ org, team, device }: Spender, amounts: Amounts) {
    const owners = { device: `${org} ${device}`, team: `${org} ${team}` } as const;
    return namesOf(amounts).flatMap((name) =>
      (['device', 'team'] as const).flatMap((of) =>
        (['minute', 'day'] as const).map((window) => ({
          quota: `${name} a ${window} of the ${of}`,
          count: this.#count(`${name} ${window} ${of} ${owners[of]}`, WINDOWS[window]),
          amount: amounts[name] ?? 0,
          most: this.#quotas[name][of][window],
        })),
      ),
    );
  }

  #count(key: string, lastsMs: number): Count {
    const now = this.#now();
    const known = this.#counts.get(key);
    // A clock that was set back must not make a window longer.
    if (known !== undefined && known.until > now && known.until <= now + lastsMs) return known;
    const count = { used: 0, until: now + lastsMs };
    this.#counts.set(key, count);
    this.#added += 1;
    if (this.#added % COUNTS_BETWEEN_CLEANINGS === 0) this.#clean(now);
    return count;
  }

  #clean(now: number): void {
    for (const [key, { until }] of this.#counts) if (until <= now) this.#counts.delete(key);
  }
}

function namesOf(amounts: Amounts): readonly QuotaName[] {
  const isName = (name: string): name is QuotaName => name in QUOTAS;
  return Object.keys(amounts).filter((name) => isName(name));
}
