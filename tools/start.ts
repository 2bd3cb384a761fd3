/**
 * `npm start` builds the extension, starts a team's server and practice callers, and opens an
 * agent's and a lead's Chromium. Without a display, or with `-- --headless`, it plays three calls
 * and a publication, and saves screenshots in out/demo/. `-- --companion` shows the panel beside a
 * softphone in a web page instead.
 */
import { findProgram } from '../tests/helpers/find-program.ts';
import { openCompanion, watchOneCall } from './demo/companion.ts';
import { Narrator } from './demo/narrator.ts';
import { playThrough } from './demo/play-through.ts';
import { ringOn } from './demo/ring-on.ts';
import { openDemoTeam, publishAnEdit } from './demo/team.ts';
import { runCommand } from './suite/run-command.ts';

const hasDisplay =
  process.platform !== 'linux' ||
  process.env['DISPLAY'] !== undefined ||
  process.env['WAYLAND_DISPLAY'] !== undefined;
const headless = process.argv.includes('--headless') || !hasDisplay;

if (!(await runCommand(['wxt', 'build', '--level', 'warn']))) process.exit(1);
if (findProgram('chromium', 'chromium-browser', 'google-chrome') === null) {
  console.log(`
The extension is built, but there is no Chromium on this machine to show it in. In any Chrome, Edge or Chromium:
  1. open chrome://extensions and switch on "Developer mode";
  2. "Load unpacked", and choose the folder .output/chrome-mv3;
  3. run \`npm run practice\` for callers, and enter the account that it prints in the extension's options.`);
  process.exit(0);
}

const narrator = new Narrator('out/demo');
if (process.argv.includes('--companion')) await showCompanion();
else await showTeam();
narrator.report(headless ? 'done; pictures in out/demo/' : 'the agent’s window was closed');
process.exit(0);

async function showTeam(): Promise<void> {
  narrator.report(
    headless
      ? 'three calls and a publication, without a person'
      : 'opening Chromium twice; close the agent’s window to stop',
  );
  const team = await openDemoTeam(headless, narrator);
  try {
    if (headless) {
      await playThrough(team.agent, narrator);
      await publishAnEdit(team, narrator);
    } else await ringOn(team.agent, narrator);
  } finally {
    await team.close();
  }
}

async function showCompanion(): Promise<void> {
  narrator.report(
    headless
      ? 'one call of a softphone in a page, without a person'
      : 'answer in the page, and watch the panel; close the window to stop',
  );
  const companion = await openCompanion(headless, narrator);
  try {
    if (headless) await watchOneCall(companion, narrator);
    else await ringOn(companion.agent, narrator);
  } finally {
    await companion.close();
  }
}
