import { expect, test } from 'vitest';
import { transferTarget } from '../../../../calls/sources/jssip/transfer-target.ts';

test.each([
  ['021-20001234转801', 'sip:02120001234;ext=801@pbx.example', '02120001234;ext=801'],
  ['02120001234;ext=801', 'sip:02120001234;ext=801@pbx.example', '02120001234;ext=801'],
  ['tel:+86-21-2000-1234;ext=801', 'sip:+862120001234;ext=801@pbx.example', '+862120001234;ext=801'],
  ['02120001234,,801', 'sip:02120001234;ext=801@pbx.example', '02120001234;ext=801'],
  ['400-123-4567 ext. 9', 'sip:4001234567;ext=9@pbx.example', '4001234567;ext=9'],
  ['8001', '8001', '8001'],
  ['colleague', 'colleague', 'colleague'],
  ['sip:queue@pbx.example', 'sip:queue@pbx.example', 'sip:queue@pbx.example'],
])('%s is handed over to %s', (text, target, shown) => {
  const read = transferTarget(text, 'pbx.example');
  expect(String(read?.target)).toBe(target);
  expect(read?.shown).toBe(shown);
});

test.each(['', 'no such thing', '<script>', 'a@b@c'])('"%s" is no target', (text) => {
  expect(transferTarget(text, 'pbx.example')).toBeNull();
});
