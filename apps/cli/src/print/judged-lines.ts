import { judgedSentence, type Judgement, type SharingTelling } from '@psoas/core/sharing';
import words from '@psoas/knowledge/text/sharing';
import { exerciseName } from '../exercise-name.ts';
import type { Screen } from '../io.ts';
import { sentenceOf } from '../reason-text.ts';
import { textWidth, wrap } from './layout.ts';

/** What sentences about proposals are made with. */
export const telling: SharingTelling = { words, exerciseName, reason: sentenceOf };

/** What is proposed, change by change, and what psoas says of it. */
export function judgedLines({ changes }: Judgement, screen: Screen): readonly string[] {
  const width = textWidth(screen);
  return changes.flatMap((judged) => {
    const { asked, verdict, why } = judgedSentence(judged, telling);
    return [...wrap(asked, width, '     ', '   - '), ...wrap([verdict, ...why].join(' '), width, '       ', '       ')];
  });
}
