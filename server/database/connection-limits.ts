/** A statement that takes longer is ended by PostgreSQL, ms. */
export const STATEMENT_LIMIT_MS = 10_000;

/** A transaction in which the server says nothing for so long is ended by PostgreSQL, ms. */
export const IDLE_TRANSACTION_LIMIT_MS = 10_000;

/**
 * Limits of every connection. `query_timeout` is for a database that vanishes without a reset: it
 * is longer than a statement may take.
 */
export const connectionLimits = {
  connectionTimeoutMillis: 3_000,
  query_timeout: STATEMENT_LIMIT_MS + 2_000,
  keepAlive: true,
} as const;
