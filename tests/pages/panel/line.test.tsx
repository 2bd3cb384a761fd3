import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { LineReport } from '../../../components/records/line-report.tsx';
import { ListeningPart } from '../../../pages/options/sound/listening-part.tsx';
import { Panel } from '../../../pages/panel/frame/panel.tsx';
import { announcement } from '../../../pages/panel/status/announcement.ts';
import { LINE_STATES } from '../../../tools/gallery/states/line-states.ts';
import { PANEL_STATES } from '../../../tools/gallery/states/panel-states.ts';

const nothing = () => {};

function viewOf(state: string) {
  const view = PANEL_STATES[state];
  if (view === undefined) throw new Error(`No state ${state}`);
  return view;
}

/** The text without markup. */
const text = (html: string) => html.replaceAll(/<[^>]+>/g, '');
const html = (state: string) => render(<Panel view={viewOf(state)} act={nothing} />);

describe('the line meter', () => {
  test('says in words what its segments show, and hides the segments from a screen reader', () => {
    expect(text(html('line-both-detected'))).toContain('顾客说话我有声');
    expect(html('line-both-detected')).toContain('class="line-meter__segments" aria-hidden="true"');
  });

  test('is not there before the answer, at rest, or afterwards', () => {
    for (const state of ['ringing-1', 'idle', 'wrap-up']) expect(html(state)).not.toContain('line-meter');
  });
});

describe('what is wrong with the line', () => {
  test('stands where the meter stood when the agent can mend it, and is announced', () => {
    const hints = {
      'line-no-media': '没收到对方的声音，请检查网络',
      'line-packets-lost': '网络丢包 12%，声音会断续',
      'line-agent-muted': '您在静音，对方听不到您',
    };
    for (const [state, hint] of Object.entries(hints)) {
      expect(text(html(state))).toContain(hint);
      expect(html(state)).not.toContain('line-meter');
      expect(announcement(viewOf(state)).polite).toBe(hint);
    }
  });

  test('comes as a script with its levels when the caller has to do something', () => {
    expect(text(html('line-noisy'))).toContain('杂音 8 秒，只比人声低 6 分贝');
    expect(text(html('line-faint'))).toContain('声音小 6 秒，只有 −46 分贝');
    expect(text(html('line-nobody-speaks'))).toContain('顾客 6 秒未出声，线路是通的');
  });

  test('is in the wrap-up in words, and nothing is where nothing was wrong', () => {
    expect(text(html('wrap-up-line'))).toContain('杂音大 0:12，2 次，只比人声低 6 分贝');
    expect(text(html('wrap-up-line'))).toContain('网络丢包 0:05，丢了 12%，抖动 38 毫秒');
    expect(render(<LineReport troubles={[]} />)).toBe('');
  });

  test('has a picture each', () => {
    expect(Object.keys(LINE_STATES).length).toBeGreaterThanOrEqual(8);
  });
});

test('the options say what is worked out, that nothing is recorded and nothing leaves, and what off means', () => {
  const part = (listens: boolean) =>
    text(render(<ListeningPart listens={listens} managed={false} state="untouched" onChange={nothing} />));
  expect(part(true)).toMatch(/算的是.*不录音，不保存声音，也不上传.*不听说了什么/);
  expect(part(false)).toContain('话术由您自己选');
});
