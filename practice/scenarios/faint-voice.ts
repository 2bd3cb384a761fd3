import { scenario } from '../scenario.ts';

/** Speaks from the other side of the room (handbook §2.7 quiet-caller, §2.6 handsfree-unclear). */
export const faintVoice = scenario({
  id: 'faint-voice',
  title: 'A voice that is hard to hear',
  caller: { number: '+8613900007890', displayName: '周先生' },
  onAnswer: [
    { do: 'speak', audio: 'can-you-hear', gainDb: -28 },
    { do: 'speak', audio: 'delivery-question', gainDb: -28 },
    { do: 'stay-silent', ms: 3000 },
    { do: 'speak', audio: 'can-you-hear', gainDb: -28 },
    { do: 'stay-on' },
  ],
});
