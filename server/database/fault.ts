import pg from 'pg';

/** PostgreSQL's unique_violation. */
export function isInUse(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '23505';
}

/**
 * PostgreSQL's class 22, data exception: a schema let a bad value through; a retry would fail too.
 */
export function isBadData(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code?.startsWith('22') === true;
}
