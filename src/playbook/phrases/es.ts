/** . */
export const spanish = String.raw`
`;
