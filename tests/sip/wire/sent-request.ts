import { cseqOf, type Frame, headerValue, readFrame, statusOf } from './frame.ts';
import type { Arrived, RawServer } from './raw-server.ts';

/** A request that the server sent, and the responses to it. */
export interface SentRequest {
  readonly frame: Frame;
  /** The first response with one of these statuses, past or future. */
  status(...wanted: readonly number[]): Promise<Arrived>;
  /** The first response with this status or a higher one. */
  atLeast(status: number, timeoutMs?: number): Promise<Arrived>;
  /** The final response, whatever it is. */
  final(timeoutMs?: number): Promise<Arrived>;
  responses(): readonly Arrived[];
}

export function sentRequest(server: RawServer, text: string): SentRequest {
  const frame = readFrame(text);
  const name = frame.start.slice(0, 80);
  const responses = () => server.arrived.filter((arrived) => answers(arrived, frame));
  const atLeast = (status: number, timeoutMs?: number) =>
    server.until(
      `response ${status} or higher to ${name}`,
      () => responses().find((arrived) => (statusOf(arrived) ?? 0) >= status),
      timeoutMs,
    );
  return {
    frame,
    responses,
    async status(...wanted) {
      const found = await server.until(`${wanted.join('/')} to ${name}`, () =>
        responses().find((arrived) => {
          const status = statusOf(arrived) ?? 0;
          return wanted.includes(status) || status >= 200;
        }),
      );
      if (wanted.includes(statusOf(found) ?? 0)) return found;
      throw new Error(`${name} was answered by ${found.start}, not by ${wanted.join('/')}.`);
    },
    atLeast,
    final: (timeoutMs) => atLeast(200, timeoutMs),
  };
}

/** RFC 3261 §17.1.3 names a transaction by its branch; some requests have none on purpose. */
function answers(arrived: Frame, request: Frame): boolean {
  if (statusOf(arrived) === null) return false;
  const [response, sent] = [cseqOf(arrived), cseqOf(request)];
  return (
    headerValue(arrived, 'call-id') === headerValue(request, 'call-id') &&
    branchOf(arrived) === branchOf(request) &&
    response.number === sent.number &&
    response.method === sent.method
  );
}

function branchOf(frame: Frame): string | undefined {
  return /;\s*branch\s*=\s*([^\s;,]+)/i.exec(headerValue(frame, 'via') ?? '')?.[1];
}
