import { describe, expect, it } from 'vitest';
import { contextFor, PreviewModel } from '../../../pages/lead/preview/preview-model.ts';
import { TryOutModel } from '../../../pages/lead/preview/try-out-model.ts';
import { loadPack } from '../../../tools/compile-pack.ts';

const pack = loadPack();
const context = contextFor('zh-CN');
const NOW = Date.UTC(2026, 10, 23, 2);

/** What the ear must bring up in the recorded calls, with the shipped pack. */
const SUGGESTED: Readonly<Record<string, readonly string[]>> = {
  'normal-caller': [],
  'long-pauses': [],
  'silent-caller': ['silent-caller'],
  'noisy-line': ['noisy-line'],
  'abusive-caller': [],
  'never-hangs-up': [],
};

describe('the recorded callers', () => {
  it.each(Object.entries(SUGGESTED))('%s brings up %j', (caller, wanted) => {
    const model = new TryOutModel(NOW);
    model.choose(caller);
    const { moments, callers, lastsMs } = model.view(pack, context);
    expect(callers).toContain(caller);
    const suggested = moments.flatMap((moment) =>
      moment.kind === 'suggested' ? [moment.suggestion.situation] : [],
    );
    const ofTheLine = pack.situations.filter(({ group }) => group === 'line').map(({ id }) => id);
    expect(suggested.filter((id) => ofTheLine.includes(id))).toEqual(wanted);
    for (const { at } of moments) expect(at).toBeLessThanOrEqual(lastsMs);
  });

  it.each([
    ['abusive-caller', ['greeting', 'abuse']],
    ['never-hangs-up', ['greeting', 'ask-name', 'goodbye', 'caller-stays-on']],
  ])('%s is gone through with what the agent picked by hand: %j', (caller, wanted) => {
    const model = new TryOutModel(NOW);
    model.choose(caller);
    const { moments } = model.view(pack, context);
    const opened = moments.flatMap((moment) => (moment.kind === 'script' ? [moment.situation] : []));
    expect(opened).toEqual(wanted);
  });

  it('are shown at the moment of the slider: ringing, greeted, in the script', () => {
    const model = new TryOutModel(NOW);
    model.choose('silent-caller');
    expect(model.panel(pack, context).stage).toMatchObject({ stage: 'call', call: { state: 'ringing' } });
    const { moments } = model.view(pack, context);
    const opened = moments.find((one) => one.kind === 'script' && one.situation === 'silent-caller');
    model.seek((opened?.at ?? 0) + 1);
    expect(model.panel(pack, context).stage).toMatchObject({ rules: { run: { title: '无声电话' } } });
  });
});

describe('the preview', () => {
  const shown = (model: PreviewModel, situation: string, now = NOW) => {
    const panel = model.panel(pack, situation, false, now);
    if (panel?.stage.stage !== 'call') throw new Error(`no call for ${situation}`);
    return { panel, run: panel.stage.rules.run };
  };

  it('shows every situation of the pack, and any step of it', () => {
    const model = new PreviewModel('zh-CN', () => NOW);
    for (const { id, steps } of pack.situations) {
      for (const step of steps) {
        model.showStep(step.id);
        expect([id, shown(model, id).run?.step.id]).toEqual([id, step.id]);
      }
      model.restart();
    }
  });

  it('can be pressed like the real one: the wait runs, and the next step follows', () => {
    const model = new PreviewModel('zh-CN', () => NOW);
    model.press({ do: 'next-step' }, shown(model, 'silent-caller').panel);
    expect(shown(model, 'silent-caller', NOW + 2000).run?.wait).toMatchObject({ leftMs: 3000 });
    expect(shown(model, 'silent-caller', NOW + 5001).run?.step.id).toBe('greet-once-more');
  });

  it('supposes a name, a late answer, and a festival', () => {
    const model = new PreviewModel('zh-CN', () => NOW);
    const greeting = () => shown(model, 'greeting').run?.text;
    const plain = greeting();
    model.suppose({ language: 'zh-CN', named: false, late: false, at: '2027-02-07T10:00' });
    expect(greeting()).toContain('新春快乐');
    expect(plain).not.toContain('新春快乐');
    model.suppose({ language: 'en', named: false, late: false, at: '' });
    expect(greeting()).toMatch(/Sansheng/);
  });
});
