import { RFC_MESSAGES } from '../rfc/rfc-messages.ts';
import { readFrame } from '../wire/frame.ts';
import { webrtcSdp } from '../wire/sdp.ts';
import { type AgentAddress, type RequestParts, writeRequest } from '../wire/write-request.ts';
import { writeResponse } from '../wire/write-response.ts';

const ORDINARY: readonly RequestParts[] = [
  { body: webrtcSdp() },
  { method: 'OPTIONS' },
  { method: 'BYE', to: '<sip:agent@example.com>;tag=gone' },
  { method: 'CANCEL', contact: null },
  { method: 'UPDATE', to: '<sip:agent@example.com>;tag=gone', body: webrtcSdp() },
  { method: 'NOTIFY', headers: ['Event: message-summary'] },
  { method: 'INFO', contentType: 'application/dtmf-relay', body: 'Signal=5\r\n' },
  { method: 'REFER', headers: ['Refer-To: <sip:a@example.com>'] },
  { method: 'MESSAGE', contentType: 'text/plain', body: '你好' },
];

/** What mutants grow from: ordinary requests, their responses, and the messages of RFCs. */
export function seeds(agent: AgentAddress): readonly string[] {
  const requests = ORDINARY.flatMap((parts) => Array.from({ length: 4 }, () => writeRequest(parts, agent)));
  const responses = requests.map((text, index) =>
    writeResponse(readFrame(text), [100, 180, 200, 401, 486][index % 5] ?? 200),
  );
  return [...requests, ...responses, ...RFC_MESSAGES.map(({ text }) => text)];
}
