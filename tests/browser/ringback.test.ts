import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { AGENT, type AgentWorkstation, openAgentWorkstation } from '../helpers/agent-workstation.ts';
import { describeWith } from '../helpers/need-program.ts';
import { type PanelScreen, panelScreen } from '../helpers/panel-screen.ts';
import { patientCaller } from '../helpers/practice-call-centre.ts';
import { ringingAudio } from '../helpers/ringing-audio.ts';
import { until } from '../helpers/until.ts';
import { zoneWhereItIsTen } from '../helpers/zone-where-it-is-ten.ts';

const CALLEES = {
  '8002': { does: 'refuse', afterMs: 3_000, sipStatus: 486 },
  '8003': { does: 'ring-on' },
  '8005': { does: 'early-media', earlyAfterMs: 1_500, afterMs: 6_000 },
  '8006': { does: 'answer', afterMs: 1_500, says: 'callee-greeting' },
} as const;

describeWith(['chromium'], 'what the agent hears while the other side rings', () => {
  let workstation: AgentWorkstation;
  let screen: PanelScreen;

  beforeAll(async () => {
    // Nobody is called back in the rest hours.
    process.env['TZ'] = zoneWhereItIsTen();
    workstation = await openAgentWorkstation({ callees: CALLEES });
    screen = panelScreen(workstation.panel);
  });
  afterAll(async () => await workstation?.close());

  const host = () => workstation.chromium.offscreen();
  const tones = async () => await ringingAudio(await host());
  // A browser without a sound card often stops the clock of its output while a microphone is open,
  // so the position in the tone proves nothing here; that it plays, loops and ends does.
  const sounds = () => until('ringback sounds', async () => (await tones()).length > 0);
  const isQuiet = () => until('ringback is quiet', async () => (await tones()).length === 0, 2_000);
  /** Calls back a number that has just given up. */
  const dials = async (number: string) => {
    const missed = workstation.exchange.ring(patientCaller({ caller: { number, displayName: null } }), {
      user: AGENT.user,
    });
    await screen.shows('.ring-dial__count', '第 1 声');
    await missed.cancel();
    await screen.shows('.today-list__call:first-child', '未接');
    await isQuiet();
    await screen.presses('.today-list__call:first-child .button');
  };

  const endsByCallee = async () => {
    await Promise.all(workstation.exchange.calls().map((call) => call.hangUp()));
    await screen.finishes();
  };

  afterEach(async () => {
    await Promise.all(workstation.exchange.calls().map((call) => call.hangUp()));
    await isQuiet();
  });

  test('a 180 without media: the national tone on the earpiece, until the agent cancels', async () => {
    await dials('8003');
    await sounds();
    const [tone, ...others] = await tones();
    expect(others).toEqual([]);
    expect(tone).toMatchObject({ loops: true, muted: false, volume: 1, output: '' });
    expect(tone?.seconds).toBeCloseTo(5, 1);
    await screen.presses('.hang-up-button');
    await isQuiet();
    await screen.shows('.today-list', '已取消');
  });

  test('early media replaces it, and a repeated 180 does not bring it back', async () => {
    await dials('8005');
    await sounds();
    await isQuiet();
    await screen.shows('.call-zone__progress', '对方响铃中');
    await screen.shows('.call-state-row', /0:0/);
    expect(await tones()).toEqual([]);
    await endsByCallee();
  });

  test('the answer ends it', async () => {
    await dials('8006');
    await sounds();
    await screen.shows('.call-state-row', /0:0/);
    await isQuiet();
    await endsByCallee();
  });

  test('an inbound call rings as ever afterwards', async () => {
    const call = workstation.exchange.ring(patientCaller(), { user: AGENT.user });
    await screen.shows('.ring-dial__count', '第 1 声');
    await sounds();
    await call.cancel();
  });
});
