import { useState } from 'preact/hooks';
import { LineField } from './line-field.tsx';
import type { Place } from './place.ts';

interface WordsFieldProps {
  readonly place: Place;
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (words: string[]) => void;
}

/** A few words in one line. The separators stay as typed until the words are changed elsewhere. */
export function WordsField({ place, label, value, onChange }: WordsFieldProps) {
  const [typed, setTyped] = useState('');
  const asTyped = wordsOf(typed).join() === value.join();
  return (
    <LineField
      place={place}
      label={label}
      value={asTyped ? typed : value.join('、')}
      onChange={(text) => {
        setTyped(text);
        onChange(wordsOf(text));
      }}
    />
  );
}

function wordsOf(text: string): string[] {
  return text.split(/[、,，;；\s]+/).filter((word) => word !== '');
}
