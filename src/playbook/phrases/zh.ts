/** . */
export const chinese = String.raw`
`;
