/** The tables of the organisation, in the order in which they refer to each other. */
export const tableNames = ['units', 'persons', 'applications', 'assignments', 'absences'] as const;
export type TableName = (typeof tableNames)[number];
