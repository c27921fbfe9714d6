/** Layers of the lexicon and what each holds; only the first two are reported unless a caller asks for more. */
export const LAYER_TITLES = {
  formulation: 'Fixed Party wording',
  policy: 'Industrial and economic policy vocabulary',
  institution: 'Organs, offices and names',
  analyst: "The commentators' own words",
} as const;

export type LayerId = keyof typeof LAYER_TITLES;

export const LAYER_IDS = Object.keys(LAYER_TITLES) as LayerId[];
