import { describe, expect, it } from 'vitest';
import { announcement } from '../../components/announcement.ts';
import type { PanelView } from '../../components/panel-view.ts';
import { PANEL_STATES } from '../../tools/gallery/states/panel-states.ts';

function told(state: string) {
  const view: PanelView | undefined = PANEL_STATES[state];
  if (view === undefined) throw new Error(`No state ${state}`);
  return announcement(view);
}

describe('what a screen reader is told', () => {
  it('interrupts for a ring, with the name that is known', () => {
    expect(told('ringing-1')).toEqual({ urgent: '来电：王女士', polite: '' });
  });

  it('says the same on the second ring, so that nothing is read twice', () => {
    expect(told('ringing-3').urgent).toBe(told('ringing-1').urgent);
  });

  it('adds that the third ring is over, without interrupting again', () => {
    expect(told('ringing-late')).toEqual({ urgent: told('ringing-1').urgent, polite: '已超过三声' });
  });

  it('warns of a known harasser at the ring', () => {
    expect(told('ringing-harasser').urgent).toContain('骚扰号码');
  });

  it('never interrupts an agent who is talking: a second call is told politely', () => {
    expect(told('call-waiting')).toEqual({ urgent: '', polite: '又有来电：139 **** 5678' });
  });

  it('tells hold, mute and suggestions', () => {
    expect(told('hold').polite).toBe('已保持');
    expect(told('muted').polite).toBe('已静音');
    expect(told('suggestion').polite).toBe('建议 杂音大：杂音 8 秒');
  });

  it('warns of a long wait, and again in other words, so that it is read again', () => {
    expect(told('on-hold').polite).toBe('顾客等久了，第 1 次提醒');
    expect(told('on-hold-longer').polite).toBe('顾客等久了，第 2 次提醒');
  });

  it('names what is to be mended', () => {
    expect(told('microphone-denied').polite).toBe('麦克风被拒绝');
  });
});
