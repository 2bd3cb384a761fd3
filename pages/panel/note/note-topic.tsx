import { CategoryChoice } from './category-choice.tsx';
import './note-topic.css';
import type { NoteTopicView } from '../../../components/records/note-view.ts';
import { TagField } from './tag-field.tsx';

interface NoteTopicProps {
  readonly topic: NoteTopicView;
  readonly onChange: (patch: Partial<NoteTopicView>) => void;
}

/** What kind of contact it is, and the words to find it by: one line, picked while the caller talks. */
export function NoteTopic({ topic, onChange }: NoteTopicProps) {
  return (
    <div class="note-topic">
      <CategoryChoice category={topic.category} onCategory={(category) => onChange({ category })} />
      <TagField tags={topic.tags} onTags={(tags) => onChange({ tags })} />
    </div>
  );
}
