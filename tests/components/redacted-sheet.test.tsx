import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { SheetText } from '../../components/handover/signed-sheet.tsx';

const sheet = (text: string) => ({
  lines: [{ kind: 'order', of: 'o', text, dueAt: null }] as const,
  remarks: '',
  asked: '',
});

test('a signed sheet says in plain words that parts of it were erased', () => {
  const redacted = render(<SheetText sheet={sheet('█')} now={0} />);
  expect(redacted).toContain('应本人要求');
  expect(render(<SheetText sheet={sheet('冰箱不制冷')} now={0} />)).not.toContain('应本人要求');
});
