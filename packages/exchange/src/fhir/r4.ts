/**
 * The part of FHIR R4 (4.0.1) that psoas writes. Names are those of the standard. Only what is used stands here; tests
 * hold every resource against the published definitions.
 */
export type Resource =
  | ActivityDefinition
  | CarePlan
  | CodeSystem
  | Device
  | Goal
  | Observation
  | Patient
  | PlanDefinition
  | Procedure
  | Provenance
  | Questionnaire
  | QuestionnaireResponse;

/** The name of a resource. */
export type ResourceType = Resource['resourceType'];

/** A code in a system. */
export type Coding = { readonly system: string; readonly version?: string; readonly code: string; readonly display?: string };
/** Codes, or a text where there is none. */
export type CodeableConcept = { readonly coding?: readonly Coding[]; readonly text?: string };
/** A name of a resource in a system. */
export type Identifier = { readonly system: string; readonly value: string };
/** With `reference` to a resource of the same bundle, or with `display` alone where there is none. */
export type Reference = { readonly reference?: string; readonly display?: string };
/** A number with its UCUM unit. */
export type Quantity = { readonly value: number; readonly unit: string; readonly system: 'http://unitsofmeasure.org'; readonly code: string };
/** From when to when, as FHIR writes times. */
export type Period = { readonly start?: string; readonly end?: string };
/** A remark. */
export type Annotation = { readonly text: string };
/** A condition in FHIRPath. */
export type Expression = { readonly name?: string; readonly language: 'text/fhirpath'; readonly expression: string };

/** How often, how long, and on which days. */
export type Timing = {
  readonly repeat: {
    readonly boundsPeriod?: Period;
    readonly frequency?: number;
    readonly period?: number;
    readonly periodUnit?: 'd' | 'wk';
    readonly dayOfWeek?: readonly ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[];
  };
};

/** What R4 has no field for. */
export type Extension = {
  readonly url: string;
  readonly extension?: readonly Extension[];
  readonly valueCode?: string;
  readonly valueInteger?: number;
  readonly valueDecimal?: number;
  readonly valueQuantity?: Quantity;
  readonly valueExpression?: Expression;
};

type Named = {
  readonly id: string;
  readonly url: string;
  readonly version: string;
  readonly name: string;
  readonly title: string;
  readonly status: 'active' | 'draft';
  readonly experimental: boolean;
  readonly publisher: string;
  readonly description: string;
};

/** The codes of psoas itself. */
export type CodeSystem = Named & {
  readonly resourceType: 'CodeSystem';
  readonly caseSensitive: true;
  readonly content: 'complete';
  readonly count: number;
  readonly concept: readonly { readonly code: string; readonly display: string; readonly definition?: string }[];
};

/** The self-check as a form. */
export type Questionnaire = Named & {
  readonly resourceType: 'Questionnaire';
  readonly subjectType: readonly ['Patient'];
  readonly item: readonly QuestionnaireItem[];
};

/** A question, or a group of them. */
export type QuestionnaireItem = {
  readonly linkId: string;
  readonly text: string;
  readonly type: 'group' | 'boolean' | 'decimal' | 'integer' | 'date' | 'string' | 'choice';
  readonly enableWhen?: readonly EnableWhen[];
  readonly enableBehavior?: 'any' | 'all';
  readonly required?: boolean;
  readonly repeats?: boolean;
  readonly readOnly?: boolean;
  readonly answerOption?: readonly { readonly valueCoding: Coding }[];
  readonly item?: readonly QuestionnaireItem[];
};

/** When a question is asked. */
export type EnableWhen = {
  readonly question: string;
  readonly operator: '=';
  readonly answerBoolean?: boolean;
  readonly answerCoding?: Coding;
};

/** The answers to the self-check. */
export type QuestionnaireResponse = {
  readonly resourceType: 'QuestionnaireResponse';
  readonly id: string;
  readonly questionnaire: string;
  readonly status: 'completed' | 'stopped';
  readonly subject: Reference;
  readonly authored: string;
  readonly source: Reference;
  readonly item: readonly ResponseItem[];
};

/** A question and its answers, or a group of questions. */
export type ResponseItem = { readonly linkId: string; readonly answer?: readonly ResponseAnswer[]; readonly item?: readonly ResponseItem[] };
/** One answer, by its type. */
export type ResponseAnswer =
  | { readonly valueBoolean: boolean }
  | { readonly valueDecimal: number }
  | { readonly valueInteger: number }
  | { readonly valueDate: string }
  | { readonly valueString: string }
  | { readonly valueCoding: Coding };

/** An exercise with its dose. */
export type ActivityDefinition = Named & {
  readonly resourceType: 'ActivityDefinition';
  readonly kind: 'ServiceRequest';
  readonly intent: 'plan';
  readonly extension: readonly Extension[];
  readonly code: CodeableConcept;
  readonly timingTiming: Timing;
};

/** A protocol: rules and what follows from them. */
export type PlanDefinition = Named & {
  readonly resourceType: 'PlanDefinition';
  readonly extension?: readonly Extension[];
  readonly type: CodeableConcept;
  readonly action: readonly PlanAction[];
};

/** A step of a protocol, with the conditions under which it applies. */
export type PlanAction = {
  readonly id?: string;
  readonly title?: string;
  readonly description?: string;
  readonly code?: readonly CodeableConcept[];
  readonly condition?: readonly { readonly kind: 'applicability'; readonly expression: Expression }[];
  readonly input?: readonly { readonly type: ResourceType; readonly profile?: readonly string[] }[];
  readonly definitionCanonical?: string;
  readonly action?: readonly PlanAction[];
};

/** The person, without any detail. */
export type Patient = { readonly resourceType: 'Patient'; readonly id: string };

/** This software, as the author of what it drafts. */
export type Device = {
  readonly resourceType: 'Device';
  readonly id: string;
  readonly deviceName: readonly { readonly name: string; readonly type: 'user-friendly-name' }[];
  readonly note: readonly Annotation[];
};

/** The programme of a person. */
export type CarePlan = {
  readonly resourceType: 'CarePlan';
  readonly id: string;
  readonly instantiatesCanonical?: readonly string[];
  readonly status: 'draft' | 'active' | 'on-hold';
  readonly intent: 'proposal' | 'plan';
  readonly category: readonly CodeableConcept[];
  readonly title: string;
  readonly description: string;
  readonly subject: Reference;
  readonly period?: Period;
  readonly created: string;
  readonly author: Reference;
  readonly supportingInfo: readonly Reference[];
  readonly goal?: readonly Reference[];
  readonly activity?: readonly { readonly detail: CarePlanDetail }[];
  readonly note?: readonly Annotation[];
};

/** One activity of a care plan. */
export type CarePlanDetail = {
  readonly extension?: readonly Extension[];
  readonly kind: 'ServiceRequest';
  readonly instantiatesCanonical: readonly string[];
  readonly code: CodeableConcept;
  readonly goal?: readonly Reference[];
  readonly status: 'not-started' | 'on-hold';
  readonly doNotPerform: false;
  readonly scheduledTiming: Timing;
  readonly description: string;
};

/** What the person wants to reach. */
export type Goal = {
  readonly resourceType: 'Goal';
  readonly id: string;
  readonly lifecycleStatus: 'proposed' | 'active' | 'on-hold';
  readonly category: readonly CodeableConcept[];
  readonly description: CodeableConcept;
  readonly subject: Reference;
  readonly startDate?: string;
  readonly target: readonly { readonly measure: CodeableConcept; readonly detailQuantity: Quantity; readonly dueDate?: string }[];
};

/** A session that was done. */
export type Procedure = {
  readonly resourceType: 'Procedure';
  readonly id: string;
  readonly basedOn?: readonly Reference[];
  readonly status: 'completed' | 'stopped' | 'in-progress' | 'unknown';
  readonly statusReason?: CodeableConcept;
  readonly code: CodeableConcept;
  readonly subject: Reference;
  readonly performedPeriod: Period;
};

/** Something measured or told. */
export type Observation = {
  readonly resourceType: 'Observation';
  readonly id: string;
  readonly partOf?: readonly Reference[];
  readonly status: 'final';
  readonly category: readonly CodeableConcept[];
  readonly code: CodeableConcept;
  readonly subject: Reference;
  readonly effectiveDateTime?: string;
  readonly effectivePeriod?: Period;
  readonly performer?: readonly Reference[];
  readonly valueQuantity?: Quantity;
  readonly valueCodeableConcept?: CodeableConcept;
  readonly note?: readonly Annotation[];
  readonly bodySite?: CodeableConcept;
  readonly method?: CodeableConcept;
  readonly derivedFrom?: readonly Reference[];
  readonly component?: readonly ObservationComponent[];
};

/** A part of an observation. */
export type ObservationComponent = {
  readonly code: CodeableConcept;
  readonly valueQuantity?: Quantity;
  readonly valueCodeableConcept?: CodeableConcept;
};

/** Who agreed to what, and from what it was made. */
export type Provenance = {
  readonly resourceType: 'Provenance';
  readonly id: string;
  readonly target: readonly Reference[];
  readonly recorded: string;
  readonly activity: CodeableConcept;
  readonly agent: readonly { readonly type: CodeableConcept; readonly who: Reference }[];
  readonly entity: readonly { readonly role: 'derivation'; readonly what: Reference }[];
};
