import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import './sheet.css';

interface SheetProps {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly onClose: () => void;
}

/** Covers the panel below the call zone. Escape closes it and restores the focus. */
export function Sheet({ title, children, onClose }: SheetProps) {
  const sheet = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const before = sheet.current?.ownerDocument.activeElement;
    const first = sheet.current?.querySelector<HTMLElement>('[data-first-focus]') ?? sheet.current;
    first?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <section
      ref={sheet}
      class="sheet"
      role="dialog"
      aria-label={title}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <div class="sheet__head">
        <h2>{title}</h2>
        <Button variant="bare" icon="close" label={i18n.t('common.close')} onPress={onClose} />
      </div>
      {children}
    </section>
  );
}
