export const annotating = {}
