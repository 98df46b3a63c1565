import type text from '@psoas/knowledge/text/cli';
import type { Command } from './io.ts';

export type OptionName = keyof (typeof text)['options'];

/** What the parser has to know of a command; its code and its knowledge are loaded only when it runs. */
export type CommandSpec = {
  /** One word, or two where it belongs to a group, such as `model pose`. */
  readonly name: Exclude<keyof (typeof text)['commands'], GroupName>;
  readonly argument?: { readonly form: string; readonly text: keyof (typeof text)['arguments'] };
  readonly options: readonly OptionName[];
  /** The words behind it are handed on unread, `--help` too. */
  readonly isHandedOn?: boolean;
  /** It reads a secret: words behind it may be that secret, so they are refused without being repeated. */
  readonly isSecret?: boolean;
  /** Options that come from the model, and what stands below the help. */
  readonly loadExtras?: () => Promise<ExtraOptions>;
  readonly load: () => Promise<Command>;
};

/** A command that only holds others. */
export type GroupName = 'model';

/** Options beside those of the texts; `name` has dashes, `form` is what the parser takes. */
export type ExtraOptions = {
  readonly options: readonly { readonly form: string; readonly text: string }[];
  readonly after: string;
};

export const commandSpecs: readonly CommandSpec[] = [
  {
    name: 'check',
    options: ['answers', 'diary', 'json'],
    load: async () => (await import('./commands/check.ts')).check,
  },
  {
    name: 'plan',
    options: ['answers', 'diary', 'json'],
    load: async () => (await import('./commands/plan.ts')).plan,
  },
  {
    name: 'today',
    options: ['travelling', 'twoMinutes', 'ill', 'putOffRetest', 'diary', 'json'],
    load: async () => (await import('./commands/today.ts')).today,
  },
  {
    name: 'session',
    argument: { form: '[id]', text: 'session' },
    options: ['answers', 'diary', 'timeline', 'firstSide', 'oneSideFirst', 'json'],
    load: async () => (await import('./commands/session.ts')).session,
  },
  {
    name: 'repeat-test',
    options: ['side', 'felt', 'when', 'diary', 'json'],
    load: async () => (await import('./commands/repeat-test.ts')).repeatTest,
  },
  {
    name: 'measure',
    argument: { form: '<test>', text: 'measuredTest' },
    options: ['measuredSide', 'heightCm', 'lengthCm', 'degrees', 'method', 'pelvisLifted', 'reps', 'seconds', 'by', 'pain', 'diary', 'json'],
    load: async () => (await import('./commands/measure.ts')).measure,
  },
  {
    name: 'breaks',
    options: ['every', 'quiet', 'diary', 'once', 'json'],
    load: async () => (await import('./commands/breaks.ts')).breaks,
  },
  {
    name: 'report',
    options: ['diary', 'json'],
    load: async () => (await import('./commands/report.ts')).report,
  },
  {
    name: 'handout',
    options: ['reportPage', 'paper', 'largePrint', 'html', 'out', 'browser', 'diary', 'json'],
    load: async () => (await import('./commands/handout.ts')).handout,
  },
  {
    name: 'export',
    argument: { form: '<form...>', text: 'form' },
    options: ['diary', 'snomed', 'at'],
    load: async () => (await import('./commands/export.ts')).exportDiary,
  },
  {
    name: 'import',
    argument: { form: '[file]', text: 'copy' },
    options: ['diary', 'as', 'dryRun', 'undo', 'json'],
    load: async () => (await import('./commands/import.ts')).importFile,
  },
  {
    name: 'proposals',
    argument: { form: '[answer...]', text: 'proposal' },
    options: ['diary', 'json'],
    load: async () => (await import('./commands/proposals.ts')).proposals,
  },
  {
    name: 'questions',
    options: ['template', 'json'],
    load: async () => (await import('./commands/questions.ts')).questions,
  },
  {
    name: 'exercises',
    options: ['class', 'equipment', 'json'],
    load: async () => (await import('./commands/exercises.ts')).exercises,
  },
  {
    name: 'exercise',
    argument: { form: '<id>', text: 'exercise' },
    options: ['side', 'mot', 'svg', 'keyframe', 'json'],
    load: async () => (await import('./commands/exercise.ts')).exercise,
  },
  {
    name: 'learn',
    argument: { form: '[topic]', text: 'topic' },
    options: ['json'],
    load: async () => (await import('./commands/learn.ts')).learn,
  },
  {
    name: 'faq',
    argument: { form: '[id]', text: 'faq' },
    options: ['json'],
    load: async () => (await import('./commands/faq.ts')).faq,
  },
  {
    name: 'claims',
    argument: { form: '[id]', text: 'claim' },
    options: ['verdict', 'seed', 'json'],
    load: async () => (await import('./commands/claims.ts')).claims,
  },
  {
    name: 'sources',
    argument: { form: '[id]', text: 'source' },
    options: ['json'],
    load: async () => (await import('./commands/sources.ts')).sources,
  },
  {
    name: 'sync',
    options: ['diary', 'json'],
    load: async () => (await import('./commands/sync.ts')).sync,
  },
  {
    name: 'sync start',
    options: ['relay', 'diary', 'json'],
    load: async () => (await import('./commands/sync-start.ts')).syncStart,
  },
  {
    name: 'sync words',
    options: ['show', 'diary', 'json'],
    load: async () => (await import('./commands/sync-words.ts')).syncWords,
  },
  {
    name: 'sync join',
    isSecret: true,
    options: ['relayOfLink', 'diary', 'json'],
    load: async () => (await import('./commands/sync-join.ts')).syncJoin,
  },
  {
    name: 'sync state',
    options: ['diary', 'json'],
    load: async () => (await import('./commands/sync-state.ts')).syncState,
  },
  {
    name: 'sync devices',
    options: ['diary', 'json'],
    load: async () => (await import('./commands/sync-devices.ts')).syncDevices,
  },
  {
    name: 'sync add',
    options: ['app', 'diary', 'json'],
    load: async () => (await import('./commands/sync-add.ts')).syncAdd,
  },
  {
    name: 'sync remove',
    argument: { form: '<device>', text: 'device' },
    options: ['diary', 'json'],
    load: async () => (await import('./commands/sync-remove.ts')).syncRemove,
  },
  {
    name: 'sync leave',
    options: ['keepLocal', 'eraseLocal', 'withoutRelay', 'diary', 'json'],
    load: async () => (await import('./commands/sync-leave.ts')).syncLeave,
  },
  {
    name: 'share',
    options: ['diary', 'json'],
    load: async () => (await import('./commands/share.ts')).share,
  },
  {
    name: 'share make',
    options: ['with', 'parts', 'days', 'callMe', 'passphrase', 'passphraseFile', 'app', 'diary', 'json'],
    load: async () => (await import('./commands/share-make.ts')).shareMake,
  },
  {
    name: 'share list',
    options: ['diary', 'json'],
    load: async () => (await import('./commands/share.ts')).share,
  },
  {
    name: 'share push',
    options: ['diary', 'json'],
    load: async () => (await import('./commands/share-push.ts')).sharePush,
  },
  {
    name: 'share reads',
    argument: { form: '<share>', text: 'share' },
    options: ['diary', 'json'],
    load: async () => (await import('./commands/share-reads.ts')).shareReads,
  },
  {
    name: 'share replies',
    argument: { form: '[share]', text: 'shareOrAll' },
    options: ['diary', 'json'],
    load: async () => (await import('./commands/share-replies.ts')).shareReplies,
  },
  {
    name: 'share answer',
    argument: { form: '<answer...>', text: 'answer' },
    options: ['diary', 'json'],
    load: async () => (await import('./commands/share-answer.ts')).shareAnswer,
  },
  {
    name: 'share end',
    argument: { form: '<share>', text: 'share' },
    options: ['diary', 'json'],
    load: async () => (await import('./commands/share-end.ts')).shareEnd,
  },
  {
    name: 'clients',
    options: ['offline', 'diary', 'json'],
    load: async () => (await import('./commands/clients.ts')).clients,
  },
  {
    name: 'clients list',
    options: ['offline', 'diary', 'json'],
    load: async () => (await import('./commands/clients.ts')).clients,
  },
  {
    name: 'clients add',
    isSecret: true,
    options: ['label', 'passphraseFile', 'relayOfLink', 'diary', 'json'],
    load: async () => (await import('./commands/clients-add.ts')).clientsAdd,
  },
  {
    name: 'clients show',
    argument: { form: '<client>', text: 'client' },
    options: ['offline', 'diary', 'json'],
    load: async () => (await import('./commands/clients-show.ts')).clientsShow,
  },
  {
    name: 'clients comment',
    argument: { form: '<client>', text: 'client' },
    options: ['from', 'text', 'diary', 'json'],
    load: async () => (await import('./commands/clients-comment.ts')).clientsComment,
  },
  {
    name: 'clients propose',
    argument: { form: '<client>', text: 'client' },
    options: ['exerciseOption', 'sets', 'repsOption', 'secondsOption', 'swapFor', 'only', 'from', 'text', 'diary', 'json'],
    load: async () => (await import('./commands/clients-propose.ts')).clientsPropose,
  },
  {
    name: 'clients agree',
    argument: { form: '<client>', text: 'client' },
    options: ['flags', 'on', 'from', 'text', 'diary', 'json'],
    load: async () => (await import('./commands/clients-agree.ts')).clientsAgree,
  },
  {
    name: 'clients remove',
    argument: { form: '<client>', text: 'client' },
    options: ['diary', 'json'],
    load: async () => (await import('./commands/clients-remove.ts')).clientsRemove,
  },
  {
    name: 'relay',
    options: [],
    isHandedOn: true,
    load: async () => (await import('./commands/relay.ts')).relay,
  },
  {
    name: 'mcp',
    options: ['diary'],
    loadExtras: async () => (await import('./mcp/help.ts')).mcpHelp(),
    load: async () => (await import('./commands/mcp.ts')).mcp,
  },
  {
    name: 'model pose',
    options: ['file', 'json'],
    loadExtras: async () => (await import('./model/pose-options.ts')).poseOptions(),
    load: async () => (await import('./commands/model-pose.ts')).modelPose,
  },
  {
    name: 'model exercises',
    options: ['json'],
    load: async () => (await import('./commands/model-exercises.ts')).modelExercises,
  },
  {
    name: 'model claims',
    options: ['json'],
    load: async () => (await import('./commands/model-claims.ts')).modelClaims,
  },
  {
    name: 'model motion',
    argument: { form: '<file>', text: 'motion' },
    options: ['csv', 'svg', 'json'],
    load: async () => (await import('./commands/model-motion.ts')).modelMotion,
  },
  {
    name: 'model mjcf',
    options: ['json'],
    load: async () => (await import('./commands/model-mjcf.ts')).modelMjcf,
  },
  {
    name: 'completion',
    argument: { form: '<shell>', text: 'shell' },
    options: [],
    loadExtras: async () => (await import('./completion/install-help.ts')).installHelp(),
    load: async () => (await import('./commands/completion.ts')).completionOf(commandSpecs),
  },
  {
    name: 'man',
    options: [],
    load: async () => (await import('./commands/man.ts')).manOf(commandSpecs),
  },
];
