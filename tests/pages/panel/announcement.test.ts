import { describe, expect, it } from 'vitest';
import type { PanelView } from '../../../pages/panel/frame/panel-view.ts';
import { announcement } from '../../../pages/panel/status/announcement.ts';
import { PANEL_STATES } from '../../../tools/gallery/states/panel-states.ts';

function announced(state: string) {
  const view: PanelView | undefined = PANEL_STATES[state];
  if (view === undefined) throw new Error(`No state ${state}`);
  return announcement(view);
}

describe('what a screen reader is announced', () => {
  it('interrupts for a ring, with the name that is known', () => {
    expect(announced('ringing-1')).toEqual({ urgent: '来电：王女士', polite: '' });
  });

  it('says the same on the second ring, so that nothing is read twice', () => {
    expect(announced('ringing-3').urgent).toBe(announced('ringing-1').urgent);
  });

  it('adds that the third ring is over, without interrupting again', () => {
    expect(announced('ringing-late')).toEqual({
      urgent: announced('ringing-1').urgent,
      polite: '已超过三声',
    });
  });

  it('warns of a known harasser at the ring', () => {
    expect(announced('ringing-harasser').urgent).toContain('骚扰号码');
  });

  it('never interrupts an agent who is talking: a second call is announced politely', () => {
    expect(announced('call-waiting')).toEqual({ urgent: '', polite: '又有来电：139 **** 5678' });
  });

  it('tells hold, mute and suggestions', () => {
    expect(announced('hold').polite).toBe('已保持');
    expect(announced('muted').polite).toBe('已静音');
    expect(announced('suggestion').polite).toBe('建议 杂音大：杂音 8 秒');
  });

  it('says that the caller on the line is asked before a second one is answered', () => {
    expect(announced('call-waiting-consent').polite).toContain('请您稍等，可以吗');
  });

  it('warns of the caller on hold who waits behind the one on the line', () => {
    expect(announced('other-held').polite).toContain('第 3 次提醒');
  });

  it('warns of a long wait, and again in other words, so that it is read again', () => {
    expect(announced('on-hold').polite).toBe('顾客等久了，第 1 次提醒');
    expect(announced('on-hold-longer').polite).toBe('顾客等久了，第 2 次提醒');
  });

  it('names what is to be mended', () => {
    expect(announced('microphone-denied').polite).toBe('麦克风被拒绝');
  });
});
