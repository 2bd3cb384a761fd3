/**
 * `npm run bench -- ring [--json] [--calls N] [--slow-calls N] [--panel]`: INVITE to painted, and
 * answer to 200 OK, beside stock JsSIP and SIP.js; then the same in the real side panel. With a
 * silent STUN server the peers take 5–40 s a call, so they get few calls (`--slow-calls`).
 */
import { startExchange } from '../practice/exchange.ts';
import { bundle } from '../tests/helpers/call-page/bundle.ts';
import { openChromium } from '../tests/helpers/call-page/open-chromium.ts';
import { fromSamples, type Measurement, numberOption, printReport } from './helpers/bench-report.ts';
import { measureCalls } from './helpers/ring/measure-calls.ts';
import { measurePanel } from './helpers/ring/measure-panel.ts';
import { startStun } from './helpers/ring/stun-server.ts';
import type { SubjectName } from './helpers/ring/subject.ts';

const PASSWORD = 'practice-1';
const SUBJECTS: readonly SubjectName[] = ['ours', 'JsSIP', 'SIP.js'];

const calls = numberOption('calls', 100);
const slowCalls = numberOption('slow-calls', 3);
/** `--panel`: only the real panel, for long runs. */
if (process.argv.includes('--panel')) {
  printReport(await measurePanel(calls));
  process.exit();
}

const users = SUBJECTS.map((name) => ({ user: name.toLowerCase().replace('.', ''), password: PASSWORD }));
const exchange = await startExchange({ users });
const chromium = await openChromium(await bundle('./helpers/ring/page.ts', import.meta.url));
const [answering, silent] = await Promise.all([startStun('answers'), startStun('silent')]);

const networks = [
  { network: 'no STUN server', iceServers: [] },
  { network: 'STUN answers', iceServers: [{ urls: answering.url }] },
  { network: 'STUN silent', iceServers: [{ urls: silent.url }] },
] as const;

const rows: Measurement[] = [];
for (const { network, iceServers } of networks) {
  for (const [index, subject] of SUBJECTS.entries()) {
    const isSlow = network === 'STUN silent' && subject !== 'ours';
    const times = await measureCalls({
      chromium,
      exchange,
      subject,
      account: {
        server: exchange.url,
        domain: exchange.domain,
        user: users[index]?.user ?? '',
        password: PASSWORD,
        iceServers: [...iceServers],
      },
      calls: isSlow ? slowCalls : calls,
      offer: network === 'STUN silent' ? 'no-candidates' : 'full',
    });
    const row = (metric: string, pick: (call: (typeof times)[number]) => number) =>
      fromSamples({ bench: 'ring', metric, subject, unit: 'ms' }, times.map(pick));
    if (network === 'no STUN server') {
      rows.push(row('INVITE frame → reported', (call) => call.reported));
      rows.push(row('INVITE frame → painted in a bare page', (call) => call.painted));
    }
    rows.push(row(`answer → 200 OK, ${network}`, (call) => call.answered));
  }
}
await chromium.close();
rows.push(...(await measurePanel(calls)));
answering.close();
silent.close();
await exchange.stop();
rows.sort((a, b) => a.metric.localeCompare(b.metric));
printReport(rows);
process.exit();
