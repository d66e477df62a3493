/** What the list of articles can be sorted by. */
export type ArticleOrder = 'name' | 'date' | 'left' | 'findings';

/** In the order in which one key goes through them. */
export const ARTICLE_ORDERS: readonly ArticleOrder[] = ['name', 'date', 'left', 'findings'];
