import pg from 'pg';

/** PostgreSQL's unique_violation: somebody has that key already. */
export function isInUse(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '23505';
}

/** PostgreSQL's class 22, data exception: what was sent slipped through a schema, and trying again helps nothing. */
export function isBadData(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code?.startsWith('22') === true;
}
