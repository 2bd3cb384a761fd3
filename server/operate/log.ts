import pino, { type Logger } from 'pino';

/**
 * Structured lines on stdout. What is logged is chosen, not filtered: route patterns instead of addresses, codes and stack
 * frames instead of messages, which may quote a value.
 */
export function createLog(level: string): Logger {
  return pino({ level, base: null, serializers: { err: faultOf } });
}

/** What helps to find a bug and holds nothing of the data that it stumbled over. */
export function faultOf(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, table } = Object.assign(
    { code: undefined, constraint: undefined, table: undefined },
    error,
  );
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    code,
    constraint,
    table,
    frames: frames.map((frame) => frame.trim()).slice(0, 12),
  };
}
