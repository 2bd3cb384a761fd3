import { readFile, stat } from 'node:fs/promises';
import * as v from 'valibot';
import { databaseAddress } from './database-address.ts';

const MOST_CLUSTERS = 64;
const MOST_ORGANISATIONS = 100_000;
const MOST_BYTES = 10_000_000;

const clusterName = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/));
/** The first six characters of an enrolment code, and the code with which people sign in. */
const organisation = v.pipe(v.string(), v.regex(/^[0-9A-Z]{6}$/));

const orNone = v.optional(v.nullable(databaseAddress), null);

const routesSchema = v.pipe(
  v.strictObject({
    clusters: v.pipe(
      v.record(
        clusterName,
        v.strictObject({
          owner: databaseAddress,
          app: orNone,
          listen: orNone,
          erasures: orNone,
        }),
      ),
      v.minEntries(1),
      v.maxEntries(MOST_CLUSTERS),
    ),
    organisations: v.pipe(v.record(organisation, clusterName), v.maxEntries(MOST_ORGANISATIONS)),
    /** Where organisations are that the table does not name; without it nowhere. */
    default: v.exactOptional(clusterName),
  }),
  v.check(
    ({ clusters, organisations, default: other }) =>
      [...Object.values(organisations), ...(other === undefined ? [] : [other])].every((name) =>
        Object.hasOwn(clusters, name),
      ),
    'a cluster that is not in the table',
  ),
);

export type DatabaseRoutes = Readonly<v.InferOutput<typeof routesSchema>>;

/** Reads the routing table. Throws an error that names the place, never an address. */
export async function readRoutes(file: string): Promise<DatabaseRoutes> {
  const wrong = (what: string) => new Error(`DATABASE_ROUTES, ${file}: ${what}.`);
  const { size } = await stat(file).catch(() => {
    throw wrong('it cannot be read');
  });
  if (size > MOST_BYTES) throw wrong('it is too large');
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), routesSchema), await readFile(file, 'utf8'));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  // Valibot's messages hold the input, and an address its password.
  throw wrong(`${v.getDotPath(issue) ?? issue.type} is not understood`);
}
