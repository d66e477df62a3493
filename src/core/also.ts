/** What can be published besides the pages. */
export const ALSO = ['docx', 'epub', 'pairs', 'pdf', 'tmx'] as const;

export type AlsoName = (typeof ALSO)[number];
