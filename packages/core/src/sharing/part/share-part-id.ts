/** What a person can choose to share. That they share, and how the day stands, is always said. */
export const sharePartIds = ['programme', 'findings', 'sessions', 'measurements'] as const;
export type SharePartId = (typeof sharePartIds)[number];
