/** Regions whose Chinese can be derived from the Chinese that was signed off. */
export const VARIANTS = ['tw', 'hk'] as const;

export type Variant = (typeof VARIANTS)[number];
