import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import './tool-sheet.css';

export interface ToolSheetProps {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly onClose: () => void;
  /** Returns whether it used the key; a used key is not propagated. */
  readonly onKey?: (key: string) => boolean;
}

/** Covers only the script, so call buttons and note stay in place. Escape closes it. */
export function ToolSheet({ title, children, onClose, onKey }: ToolSheetProps) {
  const sheet = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const target = sheet.current?.querySelector<HTMLElement>('[data-first-focus], input') ?? sheet.current;
    target?.focus();
  }, []);
  return (
    <section
      ref={sheet}
      class="tool-sheet"
      role="dialog"
      tabIndex={-1}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        if (event.key === 'Escape') onClose();
        else if (onKey?.(event.key) !== true) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <header class="tool-sheet__head">
        <h2>{title}</h2>
        <Button variant="bare" icon="close" label={i18n.t('common.close')} onPress={onClose} />
      </header>
      {children}
    </section>
  );
}
