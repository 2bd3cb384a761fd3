import * as v from 'valibot';

/** Of a PostgreSQL database, with its role. */
export const databaseAddress = v.pipe(
  v.string(),
  v.maxLength(2_000),
  v.regex(/^postgres(ql)?:\/\//),
  v.url(),
);
