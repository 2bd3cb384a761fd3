import pino, { type Logger } from 'pino';

/**
 * Writes JSON lines to stdout. Only chosen fields are logged: route patterns, not addresses; codes
 * and stack frames, not messages, which may quote a value.
 */
export function createLog(level: string): Logger {
  return pino({ level, base: null, serializers: { err: faultOf } });
}

/** The parts of an error that contain no data. */
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
