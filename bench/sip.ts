/**
 * `npm run bench -- sip [--json] [--rounds N]`: what a frame costs: to parse it, and to answer it
 * (from the frame to the frame), beside stock JsSIP and SIP.js. In Node, without a network.
 */
import { readFrame, statusOf } from '../tests/sip/wire/frame.ts';
import { webrtcSdp } from '../tests/sip/wire/sdp.ts';
import {
  type AgentAddress,
  newBranch,
  type RequestParts,
  writeRequest,
} from '../tests/sip/wire/write-request.ts';
import { writeResponse } from '../tests/sip/wire/write-response.ts';
import { fromSamples, type Measurement, numberOption, printReport } from './helpers/bench-report.ts';
import { WiredSocket as Wire, type WiredSocket, wires } from './helpers/sip/wired-socket.ts';

// JsSIP refuses calls where there is no WebRTC; a call that only rings needs none of it.
const webrtc = { RTCPeerConnection: class {}, addEventListener() {}, removeEventListener() {} };
Object.assign(globalThis, { WebSocket: Wire, ...webrtc, window: webrtc });
const { sipSubjects } = await import('./helpers/sip/sip-subjects.ts');

const rounds = numberOption('rounds', 1_000);
const address: AgentAddress = {
  user: 'agent',
  domain: 'example.com',
  contact: 'sip:agent@phone.invalid;transport=ws',
};
const register = writeRequest({ method: 'REGISTER', uri: 'sip:example.com' }, address);
const invite = writeRequest({ body: webrtcSdp() }, address);
const frames = {
  INVITE: invite,
  'REGISTER 200': writeResponse(readFrame(register), 200, {
    headers: [`Contact: <${address.contact}>;expires=120`],
  }),
  '200 with SDP': writeResponse(readFrame(invite), 200, { toTag: 'x', body: webrtcSdp() }),
} as const;

const rows: Measurement[] = [];
for (const make of sipSubjects) {
  const subject = make();
  const of = (metric: string) => ({ bench: 'sip', metric, subject: subject.name, unit: 'ms' });
  for (const [name, frame] of Object.entries(frames)) {
    const parse = () => {
      const before = performance.now();
      subject.parse(frame);
      return performance.now() - before;
    };
    for (let n = 0; n < rounds; n += 1) parse();
    rows.push(fromSamples(of(`frame parsed, ${name}`), Array.from({ length: rounds }, parse)));
  }
  subject.start();
  const wire = await registeredWire(subject.host);
  for (const [name, parts, status] of [
    ['OPTIONS → 200', { method: 'OPTIONS' }, 200],
    ['INVITE → 180', { body: webrtcSdp() }, 180],
  ] as const) {
    const costs = await answered(wire, parts, status);
    rows.push(
      fromSamples(
        of(name),
        costs.map(({ elapsedMs }) => elapsedMs),
      ),
    );
    rows.push(
      fromSamples(
        of(`${name}, processor`),
        costs.map(({ processorMs }) => processorMs),
      ),
    );
  }
}
rows.sort((a, b) => a.metric.localeCompare(b.metric));
printReport(rows);
process.exit();

async function registeredWire(host: string): Promise<WiredSocket> {
  const giveUpAt = Date.now() + 10_000;
  while (wires.get(host)?.contact === undefined || wires.get(host)?.contact === '') {
    if (Date.now() > giveUpAt) throw new Error(`${host} never registered.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const wire = wires.get(host);
  if (wire === undefined) throw new Error(`${host} has no socket.`);
  return wire;
}

/** The processor's time is that of this process alone, whatever else the machine does. */
interface Cost {
  readonly elapsedMs: number;
  readonly processorMs: number;
}

/** From a request to the response with this status. A call that rings is cancelled. */
async function answered(wire: WiredSocket, parts: RequestParts, status: number): Promise<readonly Cost[]> {
  const samples: Cost[] = [];
  for (let n = 0; n < rounds * 1.2; n += 1) {
    const via = `SIP/2.0/WS proxy.example.com;branch=${newBranch()}`;
    const request = writeRequest({ ...parts, via }, { ...address, contact: wire.contact });
    const cost = await time(wire, request, status);
    // The first rounds warm up.
    if (n >= rounds * 0.2) samples.push(cost);
    if (status !== 180) continue;
    const copied = /^(?:From|To|Call-ID): .*$/gm;
    const [from = '', to = '', callId = ''] = (request.match(copied) ?? []).map((line) =>
      line.replace(/^\S+ /, '').trim(),
    );
    await time(
      wire,
      writeRequest(
        { method: 'CANCEL', via, from, to, callId, contact: null },
        { ...address, contact: wire.contact },
      ),
      487,
    );
  }
  return samples;
}

function time(wire: WiredSocket, request: string, status: number): Promise<Cost> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`No ${status} to ${request.split('\r\n')[0]}`)), 5_000);
    wire.onSent = (frame) => {
      const elapsedMs = performance.now() - before;
      if (statusOf(readFrame(frame)) !== status) return;
      const { user, system } = process.cpuUsage(used);
      clearTimeout(limit);
      resolve({ elapsedMs, processorMs: (user + system) / 1_000 });
    };
    const used = process.cpuUsage();
    const before = performance.now();
    wire.deliver(request);
  });
}
