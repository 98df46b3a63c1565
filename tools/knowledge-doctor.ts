/** `npm run knowledge`: a doctor's report on the knowledge. Examines what the build has compiled. */
import { parseArgs } from 'node:util';
import { articleHeads } from '@psoas/knowledge/articles';
import { checks } from '@psoas/knowledge/checks';
import { claims } from '@psoas/knowledge/claims';
import { exercises } from '@psoas/knowledge/exercises';
import { faq } from '@psoas/knowledge/faq';
import { groups, modifiers, questions } from '@psoas/knowledge/questions';
import { sources } from '@psoas/knowledge/sources';
import { examine, screeningSeconds, type Examination } from './knowledge-doctor/examine.ts';

const { values: options } = parseArgs({ options: { strict: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean' } } });
if (options.help === true) {
  console.log('Usage: npm run knowledge [-- --strict] [-- --json]\n\nReports missing text, orphan claims, exercises without an easier neighbour, sources never used.\n  --strict  exit 1 when a part that must be clean is not');
  process.exit(0);
}

const knowledge = { exercises, checks, questions, groups, modifiers, claims, articleHeads, faq, sources };
const report = examine(knowledge);
const verdicts = [...new Set(claims.map(({ verdict }) => verdict))].toSorted().map((verdict) => `${claims.filter((claim) => claim.verdict === verdict).length} ${verdict}`);

if (options.json === true) console.log(JSON.stringify({ report, screeningSeconds: screeningSeconds(knowledge) }, null, 2));
else print(report);
process.exitCode = options.strict === true && report.some(({ fails, findings }) => fails && findings.length > 0) ? 1 : 0;

function print(examinations: readonly Examination[]): void {
  console.log(`${exercises.length} exercises, ${checks.length} self-tests, ${questions.length} questions, ${articleHeads.length} articles, ${faq.length} answers, ${sources.length} sources`);
  console.log(`${claims.length} claims: ${verdicts.join(', ')}`);
  console.log(`Screening scans in ${Math.round(screeningSeconds(knowledge))} s\n`);
  for (const { title, findings } of examinations) {
    console.log(`${findings.length === 0 ? 'sound' : String(findings.length).padStart(5)}  ${title}`);
    for (const finding of findings) console.log(`         ${finding}`);
  }
}
