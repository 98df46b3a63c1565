/** The body model's muscles that a muscle of the knowledge stands for, without their side. */
const inModel: { readonly [muscle: string]: readonly string[] } = {
  'psoas-major': ['psoas'],
  'psoas-minor': ['psoas_minor'],
  iliacus: ['iliacus'],
  'rectus-femoris': ['rectus_femoris'],
  quadriceps: ['rectus_femoris'],
  'tensor-fasciae-latae': ['tensor_fasciae_latae'],
  sartorius: ['sartorius'],
  pectineus: ['pectineus'],
  adductors: ['adductor_longus', 'pectineus'],
  'gluteus-maximus': ['gluteus_maximus'],
  'gluteus-medius': ['gluteus_medius'],
  hamstrings: ['semimembranosus', 'semitendinosus', 'biceps_femoris_long'],
  abdominals: ['rectus_abdominis'],
  obliques: ['external_oblique', 'internal_oblique'],
  'erector-spinae': ['erector_spinae'],
  'quadratus-lumborum': ['quadratus_lumborum'],
};

/** The names in the body model of muscles named as in the knowledge, for one side; what the model lacks is left out. */
export function modelMuscles(muscles: readonly string[], side: 'left' | 'right'): readonly string[] {
  const names = new Set(muscles.flatMap((muscle) => inModel[muscle] ?? []));
  return [...names].map((name) => `${name}_${side === 'left' ? 'l' : 'r'}`);
}
