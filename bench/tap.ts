/**
 * `npm run bench -- tap [--json] [--calls N] [--frames N]`: a softphone in a web page beside the
 * built extension. What a frame costs the page, with the extension and without it; a frame in the
 * page until the phone host has its event; INVITE in the page until the real panel is painted. The
 * aims: inside the hook p99 ≤ 0.2 ms, to the host p50 ≤ 5 ms, to the paint p99 ≤ 50 ms.
 */
import { openAgentWorkstation } from '../tests/helpers/agent-workstation.ts';
import { permittedExtension } from '../tests/helpers/permitted-extension.ts';
import { watchSites } from '../tests/helpers/softphone-page.ts';
import { numberOption, printReport } from './helpers/bench-report.ts';
import { watchHost } from './helpers/tap/host-events.ts';
import { measureCalls } from './helpers/tap/measure-calls.ts';
import { measureFrames } from './helpers/tap/measure-frames.ts';
import { openPhoneSite } from './helpers/tap/phone-site.ts';

const calls = numberOption('calls', 100);
const frames = numberOption('frames', 300);

const [site, extension] = await Promise.all([openPhoneSite(), permittedExtension()]);
const workstation = await openAgentWorkstation({ extension: extension.path });
try {
  const { chromium, panel } = workstation;
  await watchSites(workstation, [`http://localhost:${site.port}`]);
  const host = await watchHost(await chromium.offscreen());
  const page = await chromium.browser.newPage();
  const open = async (name: string) => {
    await page.goto(`http://${name}:${site.port}`);
    await page.evaluate(() => window.tapBench.connect());
  };
  // The same page under a name that the extension does not watch.
  await open('127.0.0.1');
  const bare = await measureFrames(page, 'no extension', frames);
  await open('localhost');
  const ours = await measureFrames(page, 'ours', frames);
  const rows = [...bare, ...ours].sort((a, b) => a.metric.localeCompare(b.metric));
  printReport([...rows, ...(await measureCalls({ page, panel, site, host }, calls))]);
} finally {
  await workstation.close();
  await extension.remove();
  site.close();
}
process.exit();
