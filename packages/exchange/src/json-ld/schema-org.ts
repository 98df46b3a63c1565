/** The part of schema.org that psoas writes. Nothing of its medical vocabulary that speaks of illness or of care. */

/** A graph: one data block of a page. */
export type Graph = { readonly '@context': 'https://schema.org'; readonly '@graph': readonly GraphNode[] };

export type GraphNode = WebPage | MedicalWebPage | FaqPage | Article | ExercisePlan | HowTo | BreadcrumbList;

type Page = {
  readonly '@id': string;
  readonly url: string;
  readonly name: string;
  readonly description: string;
  readonly inLanguage: string;
  readonly isAccessibleForFree: true;
  /** The page that says what psoas is and is not. */
  readonly usageInfo?: string;
};

export type WebPage = Page & { readonly '@type': 'WebPage' };

/** A page about the body and about signs of illness. It never says that somebody reviewed it. */
export type MedicalWebPage = Page & { readonly '@type': 'MedicalWebPage' };

export type FaqPage = Page & { readonly '@type': 'FAQPage'; readonly mainEntity: readonly Question[] };

export type Question = {
  readonly '@type': 'Question';
  readonly '@id': string;
  readonly name: string;
  readonly acceptedAnswer: { readonly '@type': 'Answer'; readonly text: string };
};

export type Article = {
  readonly '@type': 'Article';
  readonly '@id': string;
  readonly headline: string;
  readonly abstract: string;
  readonly articleBody: string;
  readonly inLanguage: string;
  readonly license: string;
  readonly mainEntityOfPage: { readonly '@id': string };
  readonly citation: readonly Citation[];
};

/** A source. Its title stands only where it was recorded, otherwise a description. */
export type Citation = {
  readonly '@type': 'CreativeWork';
  readonly name?: string;
  readonly description?: string;
  readonly creditText?: string;
  readonly datePublished?: string;
};

/** A number, or a range with the value to begin with; seconds are `SEC` of UN/CEFACT. */
export type Quantity = {
  readonly '@type': 'QuantitativeValue';
  readonly value: number;
  readonly minValue?: number;
  readonly maxValue?: number;
  readonly unitCode?: 'SEC';
};

/** How much of an exercise, for one purpose. */
export type ExercisePlan = {
  readonly '@type': 'ExercisePlan';
  readonly '@id': string;
  readonly name: string;
  readonly description: string;
  readonly inLanguage: string;
  readonly license: string;
  readonly mainEntityOfPage: { readonly '@id': string };
  readonly exerciseType: string;
  readonly additionalVariable: string;
  readonly activityFrequency: string;
  readonly repetitions?: Quantity;
  readonly activityDuration?: Quantity;
  readonly restPeriods?: Quantity;
  readonly associatedAnatomy: readonly { readonly '@type': 'Muscle'; readonly name: string }[];
};

export type HowTo = {
  readonly '@type': 'HowTo';
  readonly '@id': string;
  readonly name: string;
  readonly description: string;
  readonly inLanguage: string;
  readonly license: string;
  readonly mainEntityOfPage: { readonly '@id': string };
  readonly tool: readonly { readonly '@type': 'HowToTool'; readonly name: string }[];
  readonly step: readonly HowToSection[];
  readonly citation: readonly Citation[];
};

export type HowToSection = {
  readonly '@type': 'HowToSection';
  readonly name: string;
  readonly position: number;
  readonly itemListElement: readonly HowToLine[];
};

export type HowToLine = {
  readonly '@type': 'HowToStep' | 'HowToTip';
  readonly position: number;
  readonly text: string;
};

export type BreadcrumbList = {
  readonly '@type': 'BreadcrumbList';
  readonly itemListElement: readonly {
    readonly '@type': 'ListItem';
    readonly position: number;
    readonly name: string;
    readonly item: string;
  }[];
};
