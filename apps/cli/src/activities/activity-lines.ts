import { activityToFollow, afterActivity, type OfferFacts } from '@psoas/core/breaks';
import { programmeInputOf } from '@psoas/core/diary';
import { fillTemplate } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import text from '@psoas/knowledge/text/activity-file';
import { exerciseName } from '../exercise-name.ts';
import { sentenceOf, withId } from '../reason-text.ts';

/** [BR-13] The stretch that fits a run or ride of today, or why there is none; nothing where there was no such activity. */
export function followLines(facts: OfferFacts): readonly string[] {
  const { state, assessment, today } = facts;
  const done = activityToFollow(state, today);
  if (done === undefined) return [];
  const offer = afterActivity(done.activity, facts, assessment && programmeInputOf(state, assessment, { catalogue }));
  const activity = text.afterKinds[done.activity];
  switch (offer.kind) {
    case 'session':
      return [fillTemplate(text.follow.session, { activity, id: offer.session.id })];
    case 'stretch': {
      const { exercise, holdSeconds = 0 } = offer.item;
      return [fillTemplate(text.follow.stretch, { activity, exercise: exerciseName(exercise), seconds: holdSeconds })];
    }
    case 'none':
      return [
        fillTemplate(text.follow.none, { activity }),
        ...offer.because.map((id) => ` - ${withId(sentenceOf(id) ?? id, id)}`),
      ];
  }
}
