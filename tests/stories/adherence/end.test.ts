import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { adherenceKindSchema, adherenceSchema } from '../../../contract/note/adherence.ts';
import { adherenceScore } from '../../../rules/adherence/adherence-score.ts';
import { CRITERIA } from '../../../rules/adherence/criteria.ts';
import { handbookSections } from '../../helpers/handbook-table.ts';
import { linesOf, scoreOf } from '../../helpers/score-of.ts';
import { scriptStory } from '../../helpers/script-story.ts';

const said = () => scriptStory().inConversation().picks('goodbye').waits(4).stepDone();

describe('hang-up (§1.7)', () => {
  test('held when the caller hangs up, or when the script allowed the agent to', () => {
    expect(linesOf(said().callerHangsUp(), 'hang-up')).toMatchObject([{ outcome: 'held' }]);
    const silent = scriptStory().greeted().lineFallsSilent(6).takesSuggestion('silent-caller');
    for (let step = 0; step < 3; step += 1) silent.stepDone().waits(5);
    expect(linesOf(silent.agentMayHangUp(), 'hang-up')).toMatchObject([{ outcome: 'held' }]);
  });

  test('missed when the agent is first, or leaves steps undone', () => {
    expect(linesOf(said().agentHangsUp(), 'hang-up')).toMatchObject([
      { outcome: 'missed', why: 'ended-first' },
    ]);
    const early = scriptStory().greeted().lineFallsSilent(6).takesSuggestion('silent-caller').agentHangsUp();
    expect(linesOf(early, 'hang-up')).toMatchObject([
      { outcome: 'missed', why: 'ended-early', situation: 'silent-caller' },
    ]);
  });

  test('a line that broke, a transfer and a call that was never answered are no occasion', () => {
    expect(linesOf(scriptStory().inConversation().lineLost(), 'hang-up')).toMatchObject([
      { why: 'call-broke' },
    ]);
    const transferred = scriptStory().inConversation().agentTransfersTo('8002');
    transferred.ends({ how: 'transferred', target: '8002' });
    expect(linesOf(transferred, 'hang-up')).toMatchObject([{ why: 'no-occasion' }]);
    const missed = scriptStory().callerRings('+86 139 0000 0001').rings(2).callerGivesUp();
    expect(linesOf(missed, 'hang-up')).toMatchObject([{ why: 'no-occasion' }]);
  });
});

describe('promise (§1.8)', () => {
  const promised = () =>
    scriptStory().inConversation().picks('complaint-close').waits(4).stepDone().callerHangsUp();

  test('held when it is written down, missed when it is not', () => {
    expect(linesOf(promised(), 'promise')).toMatchObject([{ outcome: 'held', situation: 'complaint-close' }]);
    expect(linesOf(promised(), 'promise', { recorded: false })).toMatchObject([
      { outcome: 'missed', why: 'not-recorded', situation: 'complaint-close' },
    ]);
  });

  test('not judged before anybody knows, nor where nothing was promised', () => {
    expect(linesOf(promised(), 'promise', { unknown: true })).toMatchObject([{ why: 'not-known' }]);
    expect(linesOf(said().callerHangsUp(), 'promise')).toMatchObject([{ why: 'no-occasion' }]);
  });

  test('a harassing number that is not in the register is a promise too', () => {
    const story = scriptStory().inConversation().picks('harassment').waits(4).stepDone().callerHangsUp();
    expect(linesOf(story, 'promise', { recorded: false })).toMatchObject([
      { outcome: 'missed', situation: 'harassment' },
    ]);
  });
});

describe('note-fields (§1.8, §4.1)', () => {
  test('after a talk the note has the matter; a complaint needs more, and says what', () => {
    const talk = said().callerHangsUp();
    expect(linesOf(talk, 'note-fields')).toMatchObject([{ outcome: 'missed', fields: ['matter'] }]);
    expect(linesOf(talk, 'note-fields', { note: { text: '查订单' } })).toMatchObject([{ outcome: 'held' }]);
    const complaint = scriptStory().inConversation().picks('complaint-close').waits(4).stepDone();
    const note = { text: '冰箱不制冷', satisfied: true };
    expect(linesOf(complaint.callerHangsUp(), 'note-fields', { note })).toMatchObject([
      { outcome: 'missed', why: 'empty-fields', fields: ['requested-remedy'] },
    ]);
  });

  test('a silent caller leaves nothing to write', () => {
    const story = scriptStory().greeted().callerHangsUp();
    expect(linesOf(story, 'note-fields')).toMatchObject([{ outcome: 'not-applicable', why: 'no-occasion' }]);
  });
});

describe('the score of a call', () => {
  test('has a line for every kind, and no text of caller or agent', () => {
    const story = scriptStory().callerRings('+86 139 0000 0001').untilRing(2).agentAnswers().waits(4);
    story
      .stepDone()
      .speaks(8)
      .names('欧阳', 'mr')
      .picks('complaint-close')
      .waits(4)
      .stepDone()
      .callerHangsUp();
    const lines = scoreOf(story, { note: { surname: '欧阳', text: '冰箱不制冷' } });
    expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(adherenceKindSchema.options));
    const stored = v.parse(adherenceSchema, { at: story.now, lines });
    expect(JSON.stringify(stored)).not.toMatch(/欧阳|冰箱|13900000001|139/);
  });

  test('counts what was judged alone; nothing judged is no score', () => {
    expect(adherenceScore([])).toEqual({ gained: 0, of: 0, score: null });
    const elsewhere = scriptStory().callerRings('+86 139 0000 0001').rings(1).answeredElsewhere();
    expect(adherenceScore(scoreOf(elsewhere)).score).toBeNull();
    const late = scriptStory().callerRings('+86 139 0000 0001').rings(4).agentAnswers().waits(5).stepDone();
    expect(adherenceScore(scoreOf(late.callerHangsUp()))).toEqual({ gained: 30, of: 40, score: 75 });
  });

  test('every weight names sections of the handbook that exist', () => {
    const sections = handbookSections();
    for (const { handbook } of Object.values(CRITERIA))
      expect(handbook.filter((section) => !sections.includes(section))).toEqual([]);
  });
});
