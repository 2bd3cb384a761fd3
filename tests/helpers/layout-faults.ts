/**
 * What a reader would call broken in the page as it is drawn: text over other text, text that its
 * box cuts off, a button without room for its word, a control under something else, and a page
 * wider than its window. Runs inside the page, so it must not use anything from outside itself.
 */
export function layoutFaults(): string[] {
  const styles = new Map<Element, CSSStyleDeclaration>();
  const styleOf = (element: Element): CSSStyleDeclaration => {
    const style = styles.get(element) ?? getComputedStyle(element);
    styles.set(element, style);
    return style;
  };
  const boxes = new Map<Element, DOMRect>();
  const boxOf = (element: Element): DOMRect => {
    const box = boxes.get(element) ?? element.getBoundingClientRect();
    boxes.set(element, box);
    return box;
  };
  const ancestors = (element: Element): Element[] => {
    const list: Element[] = [];
    for (let at: Element | null = element; at !== null; at = at.parentElement) list.push(at);
    return list;
  };
  interface Text {
    readonly element: Element;
    readonly words: string;
    readonly box: DOMRect;
  }
  const faults = new Set<string>();
  const short = (words: string) => words.replace(/\s+/g, ' ').trim().slice(0, 40);
  const CUTS = /hidden|clip/;
  const isForScreenReaders = (element: Element) => styleOf(element).clipPath === 'inset(50%)';
  const layerOf = (element: Element) =>
    ancestors(element).find(
      (one) => one.getAttribute('role') === 'dialog' || /sticky|fixed/.test(styleOf(one).position),
    );

  /** The part of a line of text that its boxes let through; null if it is scrolled or cut away. */
  const seen = (element: Element, line: DOMRect): DOMRect | null => {
    // Glyphs do not fill the height of their line: close lines are no overlap.
    let [left, top, right, bottom] = [
      line.left,
      line.top + line.height / 4,
      line.right,
      line.bottom - line.height / 4,
    ];
    for (const box of ancestors(element)) {
      const { overflowX, overflowY, position } = styleOf(box);
      if (position === 'fixed') break;
      if (box === document.body || box === document.documentElement) break;
      const frame = boxOf(box);
      if (overflowX !== 'visible') [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)];
      if (overflowY !== 'visible') [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
    }
    return right - left > 1 && bottom - top > 1 ? new DOMRect(left, top, right - left, bottom - top) : null;
  };

  /** A box that cuts its text must say so with an ellipsis. */
  const reportCut = (element: Element, line: DOMRect, words: string): void => {
    for (const box of ancestors(element)) {
      const { overflowX, overflowY, textOverflow, position } = styleOf(box);
      if (/auto|scroll/.test(overflowX + overflowY) || position === 'fixed') return;
      if (textOverflow === 'ellipsis' || styleOf(box).webkitLineClamp !== 'none') return;
      const frame = boxOf(box);
      const isCutAcross =
        CUTS.test(overflowX) && (line.right > frame.right + 1 || line.left < frame.left - 1);
      const rest = line.height / 4;
      const isCutAlong =
        CUTS.test(overflowY) && (line.bottom - rest > frame.bottom || line.top + rest < frame.top);
      if (isCutAcross || isCutAlong) {
        faults.add(`cut: ${short(words)}`);
        return;
      }
    }
  };

  const texts: Text[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const words = node.textContent ?? '';
    if (element === null || words.trim() === '' || element.closest('option, style, script, datalist'))
      continue;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    if (ancestors(element).some(isForScreenReaders)) continue;
    range.selectNodeContents(node);
    for (const line of range.getClientRects()) {
      if (line.width === 0) continue;
      reportCut(element, line, words);
      const box = seen(element, line);
      if (box !== null) texts.push({ element, words, box });
    }
  }

  texts.sort((a, b) => a.box.top - b.box.top);
  texts.forEach((one, n) => {
    for (const other of texts.slice(n + 1)) {
      if (other.box.top >= one.box.bottom - 1) break;
      const left = Math.max(one.box.left, other.box.left);
      const right = Math.min(one.box.right, other.box.right);
      if (right - left <= 1 || one.words === other.words) continue;
      // Dialogs and feet that stay in place cover what is scrolled below them.
      if (layerOf(one.element) === layerOf(other.element))
        faults.add(`over each other: ${short(one.words)} | ${short(other.words)}`);
    }
  });

  const isHit = (control: Element): boolean => {
    const { left, top, width, height } = control.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    if (hit === null) return false;
    const isLabel = control instanceof HTMLInputElement && hit.closest('label')?.control === control;
    // The centre of a link that wraps may lie between its lines, on its own paragraph.
    const isWrapped = styleOf(control).display === 'inline' && hit.contains(control);
    const dialog = hit.closest('[role=dialog]');
    const isBelowDialog = dialog !== null && !dialog.contains(control);
    return control.contains(hit) || isLabel || isWrapped || isBelowDialog;
  };
  for (const control of document.querySelectorAll('button, summary, a, input, select, textarea')) {
    const words = short(control.textContent || (control.getAttribute('aria-label') ?? control.className));
    if (!control.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const { width, height } = boxOf(control);
    if (width <= 1 || height <= 1) continue;
    if (/BUTTON|SUMMARY/.test(control.tagName) && control.scrollWidth > control.clientWidth + 1)
      faults.add(`too wide: ${words}`);
    if (isHit(control)) continue;
    control.scrollIntoView({ block: 'center' });
    if (!isHit(control)) faults.add(`covered: ${words}`);
  }

  if (document.documentElement.scrollWidth > innerWidth) faults.add('wider than the window');
  return [...faults];
}
