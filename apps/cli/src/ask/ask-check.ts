import { parseLocalDate, perSide, type LocalDate } from '@psoas/kernel';
import { painSites, parseAnswers } from '@psoas/core/answers';
import { forbidsTraining, isLiftable, isUrgent, screen, type Triage } from '@psoas/core/safety';
import { mayLiftAboveNinety, offeredTests } from '@psoas/core/selfcheck';
import { catalogue } from '@psoas/knowledge/rules';
import text from '@psoas/knowledge/text/cli';
import { painSiteLabel } from '../pain-site-label.ts';
import { askAbout, askModifiers } from './ask-about.ts';
import { askNumber } from './ask-number.ts';
import { askSafety } from './ask-safety.ts';
import { askSome } from './ask-some.ts';
import { askTests, noTests } from './ask-tests.ts';
import { askWithWayBack } from './ask-with-way-back.ts';
import type { Prompter } from './prompter.ts';

/**
 * Asks a whole check and gives its answers in the form of a file. Safety comes first; an A or B ends it there and
 * then, and whoever has to see somebody first is not asked to try the tests.
 */
export function askCheck(prompter: Prompter, today: LocalDate): Promise<unknown> {
  return askWithWayBack(prompter, (asked) => askAll(asked, today));
}

async function askAll(prompter: Prompter, today: LocalDate): Promise<unknown> {
  const safety = await askSafety(prompter, today);
  if (safety.isUrgent)
    return { safety: { yes: safety.yes, confirmedNoneOther: false, details: safety.details } };
  const { about, kneelingHurts } = await askAbout(prompter);
  prompter.title(text.check.moreTitle);
  const modified = await askModifiers(prompter, safety.details);
  const details = kneelingHurts ? { ...modified, kneelingHurts } : modified;
  prompter.title(text.check.painTitle);
  const where = await askSome(
    prompter,
    text.check.painWhere,
    painSites.map((value) => ({ value, label: painSiteLabel(value) })),
    text.check.nowhere,
  );
  const pain = { now: await askNumber(prompter, text.check.painNow, { min: 0, max: 10 }), where };
  const draft = {
    about,
    safety: { yes: safety.yes, confirmedNoneOther: true, clinicianAgreed: false, details },
    pain,
    tests: noTests,
  };
  const triage = screen(parseAnswers(draft), today);
  if (isUrgent(triage.level)) return draft;
  const clinicianAgreed = await askAgreement(prompter, triage, today);
  const judged = { ...draft, safety: { ...draft.safety, clinicianAgreed } };
  const parsed = parseAnswers(judged);
  const after = screen(parsed, today);
  if (forbidsTraining(after.level) || parsed.complete === undefined) return judged;
  const { complete } = parsed;
  const { canKneel, canUseFloor, needsBalanceSupport } = complete.about;
  const facts = {
    triage: after,
    details: complete.safety.details,
    painNow: complete.pain.now,
    canKneel,
    canUseFloor,
    needsBalanceSupport,
  };
  const tests = await askTests(prompter, {
    offered: offeredTests(catalogue, facts),
    aboveNinety: perSide((side) => mayLiftAboveNinety(side, after.exclusions)),
  });
  return { ...judged, tests };
}

// [S-05] Asked only where a clinician's word can change something.
async function askAgreement(prompter: Prompter, { reasons }: Triage, today: LocalDate): Promise<unknown> {
  const flags = reasons
    .filter(({ level, id }) => level === 'C' && isLiftable(id))
    .map(({ id }) => id);
  if (flags.length === 0) return false;
  const answer = await prompter.one(text.check.agreed, [
    { value: 'no', label: text.check.no },
    { value: 'yes', label: text.check.yes },
  ]);
  if (answer === 'no') return false;
  const date = await prompter.line(text.check.agreedWhen, (line) => {
    const parsed = parseLocalDate(line.trim());
    return parsed.ok && parsed.value <= today ? undefined : text.check.agreedWhenBad;
  });
  return { flags, date: date.trim() };
}
