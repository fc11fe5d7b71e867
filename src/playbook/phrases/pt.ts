/** . */
export const portuguese = String.raw`
`;
