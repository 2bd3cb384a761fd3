import { scenario } from '../scenario.ts';

/**
 * A display name that would run as markup, close a quoted-string or turn the text round where it is
 * not shown as text.
 */
export const hostileName = scenario({
  id: 'hostile-name',
  title: 'A display name that tries to be code',
  caller: {
    number: '+8613900004567',
    displayName: '<img src=x onerror=alert(1)>"\\;tag=evil, <sip:evil@practice.invalid>\u202e',
  },
  onAnswer: [{ do: 'speak', audio: 'can-you-hear' }, { do: 'stay-on' }],
});
