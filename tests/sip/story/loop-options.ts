import { type Frame, headerValue, methodOf } from '../wire/frame.ts';
import type { Handler, Link } from '../wire/raw-server.ts';
import { newBranch } from '../wire/write-request.ts';

/**
 * Forwards OPTIONS that the phone sends to its own address back to its contact, and the response
 * back again, as a registrar's proxy does (RFC 3261 §16).
 */
export function loopOptions(contact: () => string) {
  const branches = new Map<string, Link>();
  const forward: Handler = (request) => {
    const branch = newBranch();
    branches.set(branch, request.link);
    const lines = request.text.split('\r\n');
    lines[0] = `OPTIONS ${contact()} SIP/2.0`;
    lines.splice(1, 0, `Via: SIP/2.0/WS proxy.example.com;branch=${branch}`);
    request.link.send(lines.join('\r\n'));
  };
  /** True if the frame was a response on its way back. */
  const back = (frame: Frame): boolean => {
    if (methodOf(frame) !== null) return false;
    const branch = /branch=([^\s;,]+)/.exec(headerValue(frame, 'via') ?? '')?.[1] ?? '';
    const link = branches.get(branch);
    if (link === undefined) return false;
    const lines = frame.text.split('\r\n');
    const first = lines.findIndex((line) => /^(?:via|v)\s*:/i.test(line));
    const rest = lines[first]?.split(',').slice(1).join(',').trim() ?? '';
    lines.splice(first, 1, ...(rest === '' ? [] : [`Via: ${rest}`]));
    link.send(lines.join('\r\n'));
    return true;
  };
  return { forward, back };
}
