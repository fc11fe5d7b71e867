/** . */
export const italian = String.raw`
`;
