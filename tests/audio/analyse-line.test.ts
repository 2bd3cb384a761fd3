import { describe, expect, test } from 'vitest';
import { LineAnalyserStory } from '../helpers/line-analyser-story.ts';

const VOICE = -24;

describe('a call with nothing wrong', () => {
  test('each turn is reported once, and nothing else', () => {
    const story = new LineAnalyserStory()
      .sounds(3, { agent: VOICE, talking: ['agent'] })
      .sounds(4, { caller: VOICE, talking: ['remote'] })
      .sounds(0.4, {})
      .sounds(2, { caller: VOICE, talking: ['remote'] })
      .sounds(3, { agent: VOICE, talking: ['agent'] });
    expect(story.reported).toEqual([
      'agent speech-began',
      'remote silence-began',
      'remote speech-began',
      'agent silence-began',
      'agent speech-began',
      'remote silence-began',
    ]);
    expect(story.findings).toEqual([]);
  });

  test('a caller who listens for half a minute is not a silent caller', () => {
    const story = new LineAnalyserStory()
      .sounds(2, { caller: VOICE, talking: ['remote'] })
      .sounds(30, { agent: VOICE, talking: ['agent'] });
    expect(story.findings).toEqual([]);
  });
});

describe('nobody speaks', () => {
  test('is found at the pack’s threshold after the greeting, with its evidence', () => {
    const story = new LineAnalyserStory({ silenceSeconds: 6 })
      .sounds(3, { agent: VOICE, talking: ['agent'] })
      .sounds(7.5, {});
    expect(story.findings).toEqual(['nobody-speaks']);
    const judged = story.events.find(({ type }) => type === 'line-judged');
    expect(judged?.at).toBeGreaterThanOrEqual(9_000);
    expect(judged?.at).toBeLessThan(9_200);
    expect(judged).toMatchObject({ verdict: { evidence: { noPacketsMs: 0, lossShare: 0 } } });
  });

  test('silence has the time of its beginning, not of its detection', () => {
    const story = new LineAnalyserStory().sounds(2, {});
    expect(story.events[0]).toMatchObject({ type: 'silence-began', side: 'remote', at: 0 });
  });

  test('the first word ends it', () => {
    const story = new LineAnalyserStory({ silenceSeconds: 3 })
      .sounds(5, {})
      .sounds(1, { caller: VOICE, talking: ['remote'] });
    expect(story.findings).toEqual(['nobody-speaks', 'clear']);
    expect(story.reported).toContain('dead-air-ended');
  });
});

describe('other causes of a missing voice', () => {
  test('no packets: the caller is not silent', () => {
    const story = new LineAnalyserStory()
      .sounds(3, { caller: VOICE, talking: ['remote'] })
      .sounds(9, { caller: -100, lost: null });
    expect(story.reported).toContain('media-stopped');
    expect(story.findings).toEqual(['no-media']);
  });

  test('packets that come again', () => {
    const story = new LineAnalyserStory()
      .sounds(5, { lost: null })
      .sounds(2, { caller: VOICE, talking: ['remote'] });
    expect(story.findings).toEqual(['no-media', 'clear']);
    expect(story.reported).toContain('media-resumed');
  });

  test('hold: nothing is reported meanwhile, and afterwards the analysis starts again', () => {
    const story = new LineAnalyserStory()
      .sounds(2, { caller: VOICE, talking: ['remote'] })
      .stands({ held: true })
      .sounds(20, { caller: -20, lost: null });
    expect(story.findings).toEqual(['on-hold']);
    expect(story.reported).toEqual(['remote speech-began', 'agent silence-began']);
    const resumedAt = story.now;
    story.stands({ held: false }).sounds(2, {});
    expect(story.events.findLast(({ type }) => type === 'silence-began')?.at).toBeGreaterThanOrEqual(
      resumedAt,
    );
    expect(story.findings).toEqual(['on-hold', 'clear']);
  });

  test('an agent who talks while muted', () => {
    const story = new LineAnalyserStory()
      .stands({ muted: true })
      .sounds(3, { agent: VOICE, talking: ['agent'] });
    expect(story.findings).toEqual(['agent-muted']);
    expect(story.reported).toContain('talking-muted-began');
    expect(story.stands({ muted: false }).sounds(3, { agent: VOICE, talking: ['agent'] }).findings).toEqual([
      'agent-muted',
      'clear',
    ]);
  });

  test('an agent who is muted and silent is looking something up', () => {
    const story = new LineAnalyserStory()
      .stands({ muted: true })
      .sounds(5, { caller: VOICE, talking: ['remote'] });
    expect(story.findings).toEqual([]);
  });
});

test('frames that are judged later than the statistics change no verdict back', () => {
  const late = (more: object) =>
    new LineAnalyserStory({ silenceSeconds: 4, noiseSeconds: 4, quietSeconds: 4, ...more }, 300);
  expect(late({}).sounds(12, {}).findings).toEqual(['nobody-speaks']);
  expect(late({}).sounds(12, { lost: null }).findings).toEqual(['no-media']);
  expect(late({}).sounds(12, { caller: -30 }).findings).toEqual(['noisy']);
  expect(late({}).sounds(12, { caller: -45, talking: ['remote'] }).findings).toEqual(['faint']);
});

describe('a voice that is hard to understand', () => {
  test('too faint', () => {
    const story = new LineAnalyserStory({ quietSeconds: 4 }).sounds(8, { caller: -45, talking: ['remote'] });
    expect(story.reported).toContain('quiet-voice-began');
    expect(story.findings).toEqual(['faint']);
  });

  test('covered by noise', () => {
    const story = new LineAnalyserStory({ noiseSeconds: 5 });
    for (let turn = 0; turn < 6; turn += 1) {
      story.sounds(1, { caller: -30, talking: ['remote'] }).sounds(1, { caller: -36 });
    }
    expect(story.reported).toContain('noise-began');
    expect(story.findings).toEqual(['noisy']);
  });

  test('noise and no voice at all', () => {
    expect(new LineAnalyserStory({ noiseSeconds: 4 }).sounds(6, { caller: -30 }).findings).toEqual(['noisy']);
  });

  test('a loud voice in a busy street is not reported as noisy', () => {
    const story = new LineAnalyserStory({ noiseSeconds: 4 });
    for (let turn = 0; turn < 6; turn += 1) {
      story.sounds(2, { caller: -18, talking: ['remote'] }).sounds(1, { caller: -40 });
    }
    expect(story.reported).not.toContain('noise-began');
  });

  test('overdriven', () => {
    const story = new LineAnalyserStory().sounds(4, { caller: -6, talking: ['remote'], clipped: true });
    expect(story.reported).toContain('clipping-began');
  });

  test('packets lost: share and end are reported', () => {
    const story = new LineAnalyserStory()
      .sounds(6, { caller: VOICE, talking: ['remote'], lost: 5 })
      .sounds(12, { caller: VOICE, talking: ['remote'] });
    expect(story.events.find(({ type }) => type === 'packet-loss-began')).toMatchObject({ lossShare: 0.1 });
    expect(story.reported).toContain('packet-loss-ended');
    expect(story.findings).toEqual(['packets-lost', 'clear']);
  });
});

test('both talk at once', () => {
  const story = new LineAnalyserStory()
    .sounds(3, { caller: VOICE, agent: VOICE, talking: ['remote', 'agent'] })
    .sounds(3, { caller: VOICE, talking: ['remote'] });
  expect(story.reported.filter((name) => name.startsWith('both'))).toEqual([
    'both-talking-began',
    'both-talking-ended',
  ]);
});

test('every event has its confidence, and no time in the future', () => {
  const story = new LineAnalyserStory()
    .sounds(3, { agent: VOICE, talking: ['agent'] })
    .sounds(10, { caller: -30, lost: 10 })
    .sounds(5, { caller: -50, talking: ['remote'], lost: null });
  expect(story.events.length).toBeGreaterThan(4);
  for (const { at, confidence } of story.events) {
    expect(at).toBeLessThanOrEqual(story.now);
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
  }
});
