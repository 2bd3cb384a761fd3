import * as v from 'valibot';

/** Kebab-case id of a situation, step, option, technique card, directory entry or festival. */
export const idSchema = v.pipe(
  v.string(),
  v.maxLength(60),
  v.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'form id'),
);
