/** . */
export const french = String.raw`
`;
