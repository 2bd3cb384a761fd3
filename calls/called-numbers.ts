import * as v from 'valibot';

/** The caller's network names them: hostile text. */
export const calledNumbersSchema = v.pipe(
  v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(64))),
  v.maxLength(10),
);
